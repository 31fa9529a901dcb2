/// Why a snapshot cannot be used. The index is then to be built anew from what it follows.
public enum SearchIndexError: String, Error, Hashable, Sendable {
    /// No file, or not readable or writable.
    case snapshotUnreachable = "search.snapshot-unreachable"
    /// Not one of ours, cut short, or not the bytes that were written.
    case snapshotDamaged = "search.snapshot-damaged"
    /// Of another version of this program's format.
    case snapshotOfAnotherVersion = "search.snapshot-other-version"
    /// Of an index with other fields, facets, numbers or weights.
    case snapshotOfAnotherSchema = "search.snapshot-other-schema"

    /// Stable across releases.
    public var code: String { rawValue }
}
