public import Cooperation

/// A document as who decides about it sees it: the text, and each potential need with where it stands.
public struct DocumentWork: Sendable {
    public struct Item: Sendable {
        public var potential: Filed<PotentialNeed>
        public var standing: PotentialStanding
    }

    public var document: Filed<NationalDocument>
    public var reading: Filed<Reading>?
    /// While it is being read in this process.
    public var progress: DocumentMiner.Progress?
    /// In the order they are first said.
    public var items: [Item]
    public var decisions: [Filed<Decision>]
    public var before: Filed<NationalDocument>?
    public var after: Filed<NationalDocument>?

    /// The score from which a potential need is shown, unless somebody asks for less sure ones.
    public static let usualThreshold = 0.5

    /// Those of at least that score; what was decided stays, whatever its score.
    public func items(from threshold: Double) -> [Item] {
        items.filter { $0.potential.body.score >= threshold || !$0.standing.isWaiting }
    }
}
