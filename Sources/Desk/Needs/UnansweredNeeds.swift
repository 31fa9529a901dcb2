public import Cooperation
public import Vocabulary

/// Needs of one heading in one region that nobody has answered, beside the offers for the heading's subjects.
public struct UnansweredNeeds: Hashable, Sendable {
    public var heading: NeedHeading
    public var region: Region
    public var cell: NeedMatrix.Cell
    /// Providers with their seat in the region, for the subject of the heading that has most; nil where the heading has no
    /// subject, or none of the unanswered needs names it.
    public var providersThere: Int?
    /// All providers that serve the region.
    public var providers: Int?
}
