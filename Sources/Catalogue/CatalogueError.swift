/// Why the catalogue could not answer.
public enum CatalogueError: Error, Equatable, Sendable {
    /// The file cannot be opened or read; it is disposable: delete it, or run `biobridge catalogue rebuild`.
    case storage(String)
    /// A page of the file is not as it was sealed; it is being made anew from the ledger.
    case damaged
    /// An entry of the ledger says something this program cannot read.
    case unreadable(sequence: Int64, reason: String)

    public var code: String {
        switch self {
        case .storage: "catalogue.storage"
        case .damaged: "catalogue.damaged"
        case .unreadable: "catalogue.unreadable"
        }
    }
}
