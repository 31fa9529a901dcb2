/// What a reviewer found when she held a record against the published criteria, and what she decided (M5, C9).
public struct Review: Paper {
    public static let kind = PaperKind.review

    /// The published criteria of entry, in our words: for providers after those the CTCN asks of its members, for practices
    /// after what PANORAMA asks of a solution (thematic relevance, impact with data, replicability).
    public enum Criterion: String, Codable, CaseIterable, Sendable {
        /// A provider: what it offers serves the Convention; it can be found and held to its word; it has helped before;
        /// it says where and in which languages; it says what is free and what is not.
        case purpose, identity, trackRecord, reach, terms
        /// A practice: it is about biodiversity; its results are shown by figures or evidence; it tells what did not work;
        /// others can repeat it; whoever wrote it may publish it.
        case relevance, evidence, honesty, repeatability, consent
        /// A resource: it is about biodiversity (`relevance`); it says whose it is; what one may do with it; everybody can
        /// get at it.
        case source, rights, access

        public static func asked(of kind: PaperKind) -> [Criterion] {
            switch kind {
            case .provider: [.purpose, .identity, .trackRecord, .reach, .terms]
            case .practice: [.relevance, .evidence, .honesty, .repeatability, .consent]
            case .resource: [.relevance, .source, .rights, .access]
            default: []
            }
        }
    }

    public enum Decision: String, Codable, CaseIterable, Sendable {
        /// Everybody sees it from now on.
        case admitted
        /// Its author is told what to change; she may send it again.
        case changesAsked
        case declined
    }

    public struct Finding: Hashable, Codable, Sendable {
        public var criterion: Criterion
        public var verdict: Assessment.Verdict
        public var note: String

        public init(criterion: Criterion, verdict: Assessment.Verdict, note: String = "") {
            self.criterion = criterion
            self.verdict = verdict
            self.note = note
        }
    }

    public var record: Kept
    /// The revision that was read.
    public var revision: Int
    public var findings: [Finding]
    public var decision: Decision
    /// Everybody may read it: why it was decided so. Demanded unless the record was admitted.
    public var reason: LocalizedText

    public init(
        record: Kept, revision: Int, findings: [Finding], decision: Decision, reason: LocalizedText = LocalizedText()
    ) {
        self.record = record
        self.revision = revision
        self.findings = findings
        self.decision = decision
        self.reason = reason
    }

    public func problems() -> [Problem] {
        var check = Check()
        let asked = Criterion.asked(of: record.kind)
        for criterion in asked where !findings.contains(where: { $0.criterion == criterion }) {
            check.wrong("findings.\(criterion.rawValue)", .missing)
        }
        if findings.contains(where: { !asked.contains($0.criterion) }) || findings.count > asked.count {
            check.wrong("findings", .notAChoice)
        }
        for finding in findings {
            check.optionalText(finding.note, "findings.\(finding.criterion.rawValue)", upTo: 1000)
        }
        if decision == .admitted {
            for finding in findings where finding.verdict != .yes {
                check.wrong("findings.\(finding.criterion.rawValue)", .notMet)
            }
            check.optionalText(reason, "reason", upTo: 3000)
        } else {
            check.text(reason, "reason", upTo: 3000)
        }
        return check.problems
    }
}
