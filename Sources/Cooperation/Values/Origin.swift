/// Where a record comes from that was not written here.
public struct Origin: Hashable, Codable, Sendable {
    /// The import that brought it.
    public var intake: IntakeID?
    /// The source it was harvested from.
    public var source: SourceID?
    /// What it is called there: the line of a file, an identifier of OAI-PMH, the id of an Atom entry.
    public var key: String
    /// The source in words, shown to readers.
    public var name: String
    /// Its page there; empty where it has none.
    public var address: String

    public init(
        intake: IntakeID? = nil, source: SourceID? = nil, key: String, name: String, address: String = ""
    ) {
        self.intake = intake
        self.source = source
        self.key = key
        self.name = name
        self.address = address
    }
}
