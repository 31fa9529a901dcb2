public import Cooperation
import CurlSupport
public import Desk
import Foundation

/// Looks where links lead, politely: one request at a time, only what robots.txt allows, a pause between two requests to a
/// host, the head of an answer before its body, and never into one's own network.
public actor LinkChecker {
    private let limits: LinkLimits
    private var robots: [String: RobotRules] = [:]
    private var last: [String: Date] = [:]

    public init(_ limits: LinkLimits) { self.limits = limits }

    /// Looks at all that is due, in rounds, and files what was found.
    /// - Parameter most: addresses looked at before it returns.
    /// - Returns: how many were looked at, and how many letters to keepers this called for.
    public func checkDue(
        _ desk: Desk, most: Int = 500, rules: LinkRules = LinkRules()
    ) async throws(DeskError) -> (looked: Int, letters: Int) {
        var looked = 0
        var letters = 0
        while looked < most, !Task.isCancelled {
            let due = try await desk.linksToCheck(limit: min(50, most - looked), rules: rules)
            guard !due.isEmpty else { break }
            var findings: [LinkRound.Finding] = []
            for address in due {
                if Task.isCancelled { break }
                findings.append(await look(at: address))
            }
            letters += try await desk.note(findings)
            looked += findings.count
        }
        return (looked, letters)
    }

    /// What is found at an address.
    public func look(at address: String) async -> LinkRound.Finding {
        do {
            return try await follow(address)
        } catch let trouble as Trouble {
            return LinkRound.Finding(address: address, outcome: trouble.outcome, trouble: trouble.code)
        } catch {
            return LinkRound.Finding(address: address, outcome: .unknown, trouble: "unexpected")
        }
    }

    /// Why nothing was found.
    private struct Trouble: Error {
        let outcome: LinkRound.Finding.Outcome
        let code: String

        static func unknown(_ code: String) -> Trouble { Trouble(outcome: .unknown, code: code) }
        static func broken(_ code: String) -> Trouble { Trouble(outcome: .broken, code: code) }
    }

    private func follow(_ address: String) async throws -> LinkRound.Finding {
        var next = address
        var seen: Set<String> = []
        // The place it has moved to for good, as long as every step so far was for good.
        var moved: String? = nil
        var isForGood = true
        for _ in 0...max(0, limits.redirects) {
            guard seen.insert(next).inserted else { throw Trouble.broken("redirects-in-circles") }
            let url = try checked(next)
            try await ask(url)
            let answer = try await answer(next, url)
            guard (300..<400).contains(answer.status), let place = answer.headers["location"] else {
                try judge(answer.status)
                return LinkRound.Finding(address: address, outcome: .alive, movedTo: moved)
            }
            guard let whole = URL(string: place, relativeTo: url)?.absoluteURL else { throw Trouble.broken("redirect") }
            next = whole.absoluteString
            isForGood = isForGood && (answer.status == 301 || answer.status == 308)
            if isForGood { moved = next }
        }
        throw Trouble.broken("too-many-redirects")
    }

    private func checked(_ address: String) throws -> URL {
        guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = url.host(), !host.isEmpty, url.user == nil
        else { throw Trouble.broken("not-an-address") }
        guard limits.allows(host, port: url.port) else { throw Trouble.unknown("host-not-allowed") }
        return url
    }

    /// Waits its turn, and turns back where robots are not wanted.
    private func ask(_ url: URL) async throws {
        let rules = try await rules(of: url)
        guard rules.allows(url) else { throw Trouble.unknown("robots") }
        try await wait(url, rules.delay)
    }

    private func rules(of url: URL) async throws -> RobotRules {
        guard let site = RobotRules.address(for: url) else { throw Trouble.broken("not-an-address") }
        if let known = robots[site] { return known }
        try await wait(url, nil)
        let answer = try await transfer(site, headOnly: false, most: 500_000)
        let rules = RobotRules.answered(answer.status, answer.body)
        if robots.count > 10_000 { robots.removeAll() }
        robots[site] = rules
        return rules
    }

    private func wait(_ url: URL, _ delay: Double?) async throws {
        let host = url.host() ?? ""
        let pause = max(limits.pause, min(30, delay ?? 0))
        // The turn is taken before it is waited for: the clock and people may ask at once.
        let turn = last[host].map { max(Date(), $0.addingTimeInterval(pause)) } ?? Date()
        last[host] = turn
        let left = turn.timeIntervalSinceNow
        if left > 0 { try await Task.sleep(for: .seconds(left)) }
    }

    /// The head of the answer; where a server does not like to be asked for that alone, the answer with the begin of its body.
    private func answer(_ address: String, _ url: URL) async throws -> WebTransfer.Answer {
        let head = try await transfer(address, headOnly: true, most: 0)
        if head.status < 400 || [401, 429, 503].contains(head.status) { return head }
        try await wait(url, try await rules(of: url).delay)
        return try await transfer(address, headOnly: false, most: limits.bytes)
    }

    private func judge(_ status: Int) throws {
        switch status {
        case 200..<400: return
        case 404, 410: throw Trouble(outcome: .gone, code: "status-\(status)")
        // Wanted are people, payment, patience: something is there.
        case 400..<500: throw Trouble.unknown("status-\(status)")
        case 503: throw Trouble.unknown("status-503")
        default: throw Trouble.broken("status-\(status)")
        }
    }

    private func transfer(_ address: String, headOnly: Bool, most: Int) async throws -> WebTransfer.Answer {
        var manner = WebTransfer.Manner(
            agent: limits.agent, seconds: limits.seconds, connectSeconds: min(10, limits.seconds), most: most)
        manner.headOnly = headOnly
        manner.mayCutOff = true
        // Hosts that were named may lie in one's own network.
        manner.publicOnly = limits.hosts == nil
        do {
            return try await Background.run { [manner] in try WebTransfer.run(address, manner) }
        } catch WebTransfer.Failure.privateAddress {
            throw Trouble.unknown("private-address")
        } catch WebTransfer.Failure.curl(let number) {
            throw Trouble.broken("curl-\(number)")
        }
    }
}
