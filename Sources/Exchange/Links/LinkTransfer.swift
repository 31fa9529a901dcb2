import CCurl
import Foundation

/// One request of the link checker by libcurl, without redirects. It blocks its thread.
final class LinkTransfer {
    struct Answer: Sendable {
        let status: Int
        /// Where a redirect leads.
        let redirect: String?
        let body: Data
    }

    enum Failure: Error, Equatable {
        /// The name leads to an address that is not of the open Internet.
        case privateAddress
        /// The number of libcurl's error.
        case curl(Int)
    }

    private let limits: LinkLimits
    private let headOnly: Bool
    private let most: Int
    private var body = Data()
    private var redirect: String?
    private var isEnough = false

    private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Parameter most: bytes of the body that are read; what is longer is cut off there.
    init(_ limits: LinkLimits, headOnly: Bool, most: Int) {
        self.limits = limits
        self.headOnly = headOnly
        self.most = most
    }

    func run(_ address: String) throws -> Answer {
        guard Self.isCurlReady, let curl = curl_easy_init() else { throw Failure.curl(2) }
        defer { curl_easy_cleanup(curl) }
        bb_curl_set_text(curl, CURLOPT_URL, address)
        bb_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        bb_curl_set_text(curl, CURLOPT_USERAGENT, limits.agent)
        // A proxy would connect in our place, past the guard.
        bb_curl_set_text(curl, CURLOPT_PROXY, "")
        bb_curl_set_number(curl, CURLOPT_NOBODY, headOnly ? 1 : 0)
        bb_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        bb_curl_set_number(curl, CURLOPT_FOLLOWLOCATION, 0)
        bb_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, min(10, limits.seconds))
        bb_curl_set_number(curl, CURLOPT_TIMEOUT, limits.seconds)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        let guardian = UnsafeMutablePointer<bb_curl_guard>.allocate(capacity: 1)
        guardian.initialize(to: bb_curl_guard(refused: 0))
        defer { guardian.deallocate() }
        if limits.hosts == nil { bb_curl_set_guard(curl, guardian) }
        let context = Unmanaged.passUnretained(self).toOpaque()
        bb_curl_set_sink(curl, takeBody, context)
        bb_curl_set_header_sink(curl, takeHeader, context)
        let result = curl_easy_perform(curl)
        if guardian.pointee.refused != 0 { throw Failure.privateAddress }
        // 23: we hung up, having read enough.
        guard result == CURLE_OK || isEnough else { throw Failure.curl(Int(result.rawValue)) }
        let status = bb_curl_answer(curl)
        return Answer(status: status, redirect: (300..<400).contains(status) ? redirect : nil, body: body)
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        body.append(contentsOf: bytes.prefix(max(0, most - body.count)))
        guard body.count < most else {
            isEnough = true
            return 0
        }
        return bytes.count
    }

    fileprivate func takeLine(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = String(decoding: bytes.prefix(8192), as: UTF8.self)
        if let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "location" {
            redirect = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        }
        return bytes.count
    }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<LinkTransfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

private func takeHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<LinkTransfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.takeLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

/// Whether an address in words (`192.0.2.1`, `2001:db8::1`) is one of the open Internet.
func isPublicAddress(_ text: String) -> Bool { bb_is_public_text(text) != 0 }
