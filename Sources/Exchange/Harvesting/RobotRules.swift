import Foundation

/// What a site asks of robots (RFC 9309): of the rules for this one, the longest that fits a path decides.
struct RobotRules: Equatable {
    private struct Rule: Equatable {
        let path: String
        let isAllowed: Bool
    }

    private var rules: [Rule] = []
    /// Seconds between two requests, where it asks for some.
    private(set) var delay: Double?

    static let everything = RobotRules()
    static let nothing: RobotRules = {
        var rules = RobotRules()
        rules.rules = [Rule(path: "/", isAllowed: false)]
        return rules
    }()

    private init() {}

    /// Where a site says it: `http://[2001:db8::1]:8080/robots.txt`. Nil where the address has no host.
    static func address(for url: URL) -> String? {
        guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true), url.host() != nil else { return nil }
        (parts.path, parts.query, parts.fragment, parts.user, parts.password) = ("/robots.txt", nil, nil, nil, nil)
        return parts.string
    }

    /// What the answer means (RFC 9309): none there, everything is allowed; a server in trouble, nothing is.
    static func answered(_ status: Int, _ body: some Collection<UInt8>) -> RobotRules {
        switch status {
        case 200..<300: RobotRules(String(decoding: body.prefix(500_000), as: UTF8.self), agent: "biobridge")
        case 500...: .nothing
        default: .everything
        }
    }

    func allows(_ url: URL) -> Bool {
        let path = url.path(percentEncoded: true)
        return allows((path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?" + $0 } ?? ""))
    }

    /// - Parameter agent: in small letters.
    init(_ text: String, agent: String) {
        var own: [Rule] = []
        var others: [Rule] = []
        var ownDelay: Double?
        var otherDelay: Double?
        var isOwn = false
        var isForAll = false
        var isNamed = false
        var wasAgent = false
        for line in text.split(whereSeparator: \.isNewline) {
            let plain = line.prefix { $0 != "#" }
            guard let colon = plain.firstIndex(of: ":") else { continue }
            let name = Self.trimmed(plain[..<colon]).lowercased()
            let value = Self.trimmed(plain[plain.index(after: colon)...])
            if name == "user-agent" {
                if !wasAgent { (isOwn, isForAll) = (false, false) }
                if value == "*" { isForAll = true } else if agent.hasPrefix(value.lowercased()) { isOwn = true }
                isNamed = isNamed || isOwn
                wasAgent = true
                continue
            }
            wasAgent = false
            switch name {
            case "allow", "disallow":
                // An empty rule forbids nothing.
                guard !value.isEmpty else { continue }
                let rule = Rule(path: value, isAllowed: name == "allow")
                if isOwn { own.append(rule) }
                if isForAll { others.append(rule) }
            case "crawl-delay":
                if isOwn { ownDelay = Double(value) }
                if isForAll { otherDelay = Double(value) }
            default: continue
            }
        }
        rules = isNamed ? own : others
        delay = isNamed ? ownDelay : otherDelay
    }

    func allows(_ path: String) -> Bool {
        let fitting = rules.filter { Self.fits($0.path, path) }
        // Of two of one length, the kinder.
        let best = fitting.max {
            ($0.path.utf8.count, $0.isAllowed ? 1 : 0) < ($1.path.utf8.count, $1.isAllowed ? 1 : 0)
        }
        return best?.isAllowed ?? true
    }

    /// `*` stands for anything, `$` for the end.
    private static func fits(_ rule: String, _ path: String) -> Bool {
        let isToTheEnd = rule.hasSuffix("$")
        let pieces = (isToTheEnd ? String(rule.dropLast()) : rule).split(
            separator: "*", omittingEmptySubsequences: false)
        var rest = path[...]
        for (index, piece) in pieces.enumerated() {
            if piece.isEmpty { continue }
            if index == 0 {
                guard rest.hasPrefix(piece) else { return false }
                rest = rest.dropFirst(piece.count)
            } else if isToTheEnd, index == pieces.count - 1 {
                return rest.hasSuffix(piece)
            } else {
                guard let found = rest.firstRange(of: piece) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return !isToTheEnd || rest.isEmpty || pieces.last?.isEmpty == true
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
