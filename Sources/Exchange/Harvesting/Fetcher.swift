import CurlSupport
import Foundation

/// Gets answers over HTTP, politely: only from allowed hosts, only what robots.txt allows, never too much, never too fast.
actor Fetcher {
    typealias Answer = WebTransfer.Answer

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
        var manner = WebTransfer.Manner(
            agent: limits.agent, seconds: limits.seconds, connectSeconds: 15, most: limits.bytes)
        manner.lines = ["Accept: application/xml, application/atom+xml, text/xml, text/plain;q=0.5"]
        if let tag { manner.lines.append("If-None-Match: " + tag) }
        manner.unpacks = true
        manner.usesProxy = true
        do {
            return try await Background.run { [manner] in try WebTransfer.run(address, manner) }
        } catch WebTransfer.Failure.tooLarge {
            throw HarvestError.tooLarge
        } catch WebTransfer.Failure.curl(let number) {
            throw HarvestError.unreachable(number)
        }
    }
}
