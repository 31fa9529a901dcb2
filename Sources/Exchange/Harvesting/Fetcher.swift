import CCurl
import Foundation

/// Gets answers over HTTP, politely: only from allowed hosts, only what robots.txt allows, never too much, never too fast.
actor Fetcher {
    struct Answer: Sendable {
        let status: Int
        let body: Data
        /// Names in small letters.
        let headers: [String: String]
    }

    private let limits: HarvestLimits
    private var robots: [String: RobotRules] = [:]
    private var last: [String: Date] = [:]

    init(_ limits: HarvestLimits) { self.limits = limits }

    /// - Parameter tag: of the state that is here already; the answer may then be 304 without a body.
    func get(_ address: String, tag: String? = nil) async throws -> Answer {
        var next = address
        for _ in 0..<4 {
            let url = try checked(next)
            let rules = try await rules(of: url)
            guard rules.allows(url) else { throw HarvestError.forbiddenByRobots }
            try await wait(for: url, rules)
            let answer = try await transfer(next, tag: tag)
            switch answer.status {
            case 200..<300, 304: return answer
            case 301, 302, 303, 307, 308:
                guard let place = answer.headers["location"], let whole = URL(string: place, relativeTo: url) else {
                    throw HarvestError.status(answer.status)
                }
                next = whole.absoluteString
            case 429, 503: throw HarvestError.busy(answer.headers["retry-after"].flatMap { Int($0) } ?? 3600)
            default: throw HarvestError.status(answer.status)
            }
        }
        throw HarvestError.tooManyRedirects
    }

    private func checked(_ address: String) throws -> URL {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = url.host(), url.user == nil
        else { throw HarvestError.notAnAddress }
        guard limits.allows(host, port: url.port) else { throw HarvestError.hostNotAllowed(host) }
        return url
    }

    private func rules(of url: URL) async throws -> RobotRules {
        guard let site = RobotRules.address(for: url) else { throw HarvestError.notAnAddress }
        if let known = robots[site] { return known }
        let answer = try await transfer(site)
        let rules = RobotRules.answered(answer.status, answer.body)
        robots[site] = rules
        return rules
    }

    private func wait(for url: URL, _ rules: RobotRules) async throws {
        let host = url.host() ?? ""
        let pause = max(limits.pause, min(30, rules.delay ?? 0))
        if let before = last[host] {
            let left = pause - Date().timeIntervalSince(before)
            if left > 0 { try await Task.sleep(for: .seconds(left)) }
        }
        last[host] = Date()
    }

    private func transfer(_ address: String, tag: String? = nil) async throws -> Answer {
        let limits = limits
        return try await Background.run { try Transfer(limits).run(address, tag: tag) }
    }
}

/// One request by libcurl. It blocks its thread.
private final class Transfer {
    private let limits: HarvestLimits
    private var body = Data()
    private var headers: [String: String] = [:]
    private var isTooLarge = false

    private static let isCurlReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(_ limits: HarvestLimits) { self.limits = limits }

    func run(_ address: String, tag: String?) throws -> Fetcher.Answer {
        guard Self.isCurlReady, let curl = curl_easy_init() else { throw HarvestError.unreachable(2) }
        defer { curl_easy_cleanup(curl) }
        var lines = curl_slist_append(nil, "Accept: application/xml, application/atom+xml, text/xml, text/plain;q=0.5")
        if let tag, !tag.contains(where: \.isNewline) { lines = curl_slist_append(lines, "If-None-Match: " + tag) }
        defer { curl_slist_free_all(lines) }
        bb_curl_set_text(curl, CURLOPT_URL, address)
        bb_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, "http,https")
        bb_curl_set_text(curl, CURLOPT_USERAGENT, limits.agent)
        bb_curl_set_text(curl, CURLOPT_ACCEPT_ENCODING, "")
        bb_curl_set_list(curl, CURLOPT_HTTPHEADER, lines)
        bb_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
        bb_curl_set_number(curl, CURLOPT_FOLLOWLOCATION, 0)
        bb_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, 15)
        bb_curl_set_number(curl, CURLOPT_TIMEOUT, limits.seconds)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
        bb_curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
        let context = Unmanaged.passUnretained(self).toOpaque()
        bb_curl_set_sink(curl, takeBody, context)
        bb_curl_set_header_sink(curl, takeHeader, context)
        let result = curl_easy_perform(curl)
        if isTooLarge { throw HarvestError.tooLarge }
        guard result == CURLE_OK else { throw HarvestError.unreachable(Int(result.rawValue)) }
        return Fetcher.Answer(status: bb_curl_answer(curl), body: body, headers: headers)
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limits.bytes else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    func takeLine(_ bytes: UnsafeRawBufferPointer) -> Int {
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
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

private func takeHeader(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let bytes, let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.takeLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
}
