public import Cooperation

/// What came, or would come, of a file.
public struct ImportReport: Sendable {
    /// What became of one line.
    public enum Fate: String, Sendable { case made, known, refused }

    public var kind: PublicKind
    public var fileName: String
    /// Lines read, the head not counted.
    public var lines = 0
    /// Records of the kind.
    public var made = 0
    /// Institutions that had to be made for them.
    public var institutions = 0
    public var known = 0
    public var refused = 0
    /// In the order of the file.
    public var remarks: [Remark] = []
    /// Columns that mean nothing to us.
    public var unknownColumns: [String] = []
    /// The first names that are taken, to look at.
    public var examples: [String] = []
    /// The import it became; nil in a rehearsal.
    public var intake: IntakeID?

    public init(kind: PublicKind, fileName: String) {
        self.kind = kind
        self.fileName = fileName
    }

    /// How often each code occurs.
    public var counts: [(code: String, weight: Remark.Weight, count: Int)] {
        var counts: [String: (Remark.Weight, Int)] = [:]
        for remark in remarks {
            counts[remark.reason.code, default: (remark.weight, 0)].1 += 1
        }
        return counts.map { (code: $0.key, weight: $0.value.0, count: $0.value.1) }
            .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }
}
