import CCurl
public import Foundation

/// One request over HTTP, without redirects. It blocks its thread.
public final class WebTransfer {
    /// How a request is made.
    public struct Manner: Sendable {
        /// Names this program to those it asks.
        public var agent: String
        /// For the whole answer.
        public var seconds: Int
        /// Until there is a connection.
        public var connectSeconds: Int
        /// Only the head of the answer is asked for.
        public var headOnly = false
        /// Bytes of the body that are read at most.
        public var most: Int
        /// A longer body is cut off there and good so; otherwise the request fails.
        public var mayCutOff = false
        /// Lines of the request's head: `Accept: text/xml`.
        public var lines: [String] = []
        /// Packed answers are asked for and unpacked. The bytes counted are those unpacked.
        public var unpacks = false
        /// Connects to addresses of the open Internet alone, whatever a name leads to.
        public var publicOnly = false
        /// Goes through a proxy where the environment names one. A proxy connects in our place, past `publicOnly`.
        public var usesProxy = false

        public init(agent: String, seconds: Int, connectSeconds: Int, most: Int) {
            self.agent = agent
            self.seconds = seconds
            self.connectSeconds = connectSeconds
            self.most = most
        }
    }

    public struct Answer: Sendable {
        public let status: Int
        /// Names in small letters; at most 100. Of several with one name the last.
        public let headers: [String: String]
        public let body: Data
    }

    public enum Failure: Error, Equatable {
        /// The name leads to an address that is not of the open Internet.
        case privateAddress
        /// The body is longer than it may be.
        case tooLarge
        /// The number of libcurl's error.
        case curl(Int)
    }

    private let manner: Manner
    private var body = Data()
    private var headers: [String: String] = [:]
    private var isFull = false

    private init(_ manner: Manner) { self.manner = manner }

    /// - Throws: `Failure`.
    public static func run(_ address: String, _ manner: Manner) throws -> Answer {
        try WebTransfer(manner).run(address)
    }

    private func run(_ address: String) throws -> Answer {
        guard Curl.isReady, let curl = curl_easy_init() else { throw Failure.curl(Int(CURLE_FAILED_INIT.rawValue)) }
        defer { curl_easy_cleanup(curl) }
        var lines: UnsafeMutablePointer<curl_slist>?
        for line in manner.lines where !line.contains(where: \.isNewline) { lines = curl_slist_append(lines, line) }
        defer { curl_slist_free_all(lines) }
        bb_curl_set_text(curl, CURLOPT_URL, address)
        bb_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        bb_curl_set_text(curl, CURLOPT_USERAGENT, manner.agent)
        if !manner.usesProxy { bb_curl_set_text(curl, CURLOPT_PROXY, "") }
        if manner.unpacks { bb_curl_set_text(curl, CURLOPT_ACCEPT_ENCODING, "") }
        if lines != nil { bb_curl_set_list(curl, CURLOPT_HTTPHEADER, lines) }
        bb_curl_set_number(curl, CURLOPT_NOBODY, manner.headOnly ? 1 : 0)
        bb_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        bb_curl_set_number(curl, CURLOPT_FOLLOWLOCATION, 0)
        bb_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, manner.connectSeconds)
        bb_curl_set_number(curl, CURLOPT_TIMEOUT, manner.seconds)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        let guardian = UnsafeMutablePointer<bb_curl_guard>.allocate(capacity: 1)
        guardian.initialize(to: bb_curl_guard(refused: 0))
        defer { guardian.deallocate() }
        if manner.publicOnly { bb_curl_set_guard(curl, guardian) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        bb_curl_set_sink(curl, takeBody, context)
        bb_curl_set_header_sink(curl, takeHeader, context)
        let result = curl_easy_perform(curl)
        if guardian.pointee.refused != 0 { throw Failure.privateAddress }
        if isFull && !manner.mayCutOff { throw Failure.tooLarge }
        // Having read enough, we hung up: that is no failure.
        guard result == CURLE_OK || isFull else { throw Failure.curl(Int(result.rawValue)) }
        return Answer(status: bb_curl_answer(curl), headers: headers, body: body)
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= manner.most else {
            body.append(contentsOf: bytes.prefix(max(0, manner.most - body.count)))
            isFull = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    fileprivate func takeLine(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = String(decoding: bytes.prefix(8192), as: UTF8.self)
        if let colon = line.firstIndex(of: ":"), headers.count < 100 {
            let value = line[line.index(after: colon)...]
            headers[line[..<colon].lowercased()] = value.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return bytes.count
    }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<WebTransfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

private func takeHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<WebTransfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.takeLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

/// Whether an address in words (`192.0.2.1`, `2001:db8::1`) is one of the open Internet.
public func isPublicAddress(_ text: String) -> Bool { bb_is_public_text(text) != 0 }
