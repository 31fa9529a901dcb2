public import Catalogue
import Cooperation

/// Which records of one kind are meant: what a list of the site shows.
public struct Selection: Hashable, Sendable {
    public var kind: PublicKind
    /// For all kinds but requests.
    public var records: RecordFilter
    /// For requests.
    public var requests: RequestFilter

    public init(_ kind: PublicKind, records: RecordFilter = RecordFilter(), requests: RequestFilter = RequestFilter()) {
        self.kind = kind
        self.records = records
        self.requests = requests
    }
}
