/// What the clock found when it looked where the links of records lead: one paper for each round.
public struct LinkRound: Paper {
    public static let kind = PaperKind.linkround

    /// The most one round says.
    public static let most = 500

    public struct Finding: Hashable, Codable, Sendable {
        public enum Outcome: String, Codable, CaseIterable, Sendable {
            /// Something is there.
            case alive
            /// The server says that it is not there (any more).
            case gone
            /// No sensible answer: no such host, no connection, an error of the server, redirects without end.
            case broken
            /// Nobody could tell: robots are not wanted there, or one has to sign in.
            case unknown
        }

        public var address: String
        public var outcome: Outcome
        /// What was in the way, as a code such as `status-404` or `curl-6`; empty where nothing was.
        public var trouble: String
        /// Where it has moved to for good, if it has.
        public var movedTo: String?

        public init(address: String, outcome: Outcome, trouble: String = "", movedTo: String? = nil) {
            self.address = address
            self.outcome = outcome
            self.trouble = trouble
            self.movedTo = movedTo
        }
    }

    public var findings: [Finding]

    public init(findings: [Finding]) { self.findings = findings }

    public func problems() -> [Problem] {
        var check = Check()
        check.count(findings.map(\.address), "findings", 1...Self.most)
        return check.problems
    }
}
