/// What a country, or the help desk for it, decided about potential needs of a document. It can be undone; then they wait again.
public struct Decision: Paper {
    public static let kind = PaperKind.decision

    public enum Verdict: String, Codable, CaseIterable, Sendable {
        /// Each is a need by itself.
        case accepted
        /// Together they are one need.
        case merged
        /// One is several needs.
        case split
        case declined
    }

    public enum Reason: String, Codable, CaseIterable, Sendable {
        case noNeed, metAlready, notOurs, tooVague, saidElsewhere, other
    }

    public var document: DocumentID
    public var potentials: [PotentialNeedID]
    public var verdict: Verdict
    /// Why it was declined.
    public var reason: Reason?
    public var note: LocalizedText
    /// The needs that came of it.
    public var needs: [NeedID]
    /// The words decided about, by fingerprint: declined ones are known again in another version.
    public var fingerprints: [String]
    public var isUndone: Bool

    public init(
        document: DocumentID, potentials: [PotentialNeedID], verdict: Verdict, reason: Reason? = nil,
        note: LocalizedText = LocalizedText(), needs: [NeedID] = [], fingerprints: [String] = [],
        isUndone: Bool = false
    ) {
        self.document = document
        self.potentials = potentials
        self.verdict = verdict
        self.reason = reason
        self.note = note
        self.needs = needs
        self.fingerprints = fingerprints
        self.isUndone = isUndone
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.count(potentials, "potentials", 1...Self.most)
        if verdict == .declined { check.present(reason, "reason") }
        if verdict == .merged, potentials.count < 2 { check.wrong("potentials", .tooFew, ["least": 2, "count": 1]) }
        if reason == .other { check.text(note, "note", upTo: 1000) }
        check.optionalText(note, "note", upTo: 1000)
        return check.problems
    }

    /// Potential needs one decision may be about.
    public static let most = 200
}
