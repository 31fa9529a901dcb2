import Catalogue
public import Cooperation
public import Foundation
import Ledger

/// One line of the audit: who wrote which paper when.
public struct AuditLine: Sendable {
    public var sequence: Int64
    public var at: Date
    public var author: Author
    public var kind: PaperKind?
    public var paper: String
    public var revision: Int
    /// Why the paper was emptied, in the line that records it.
    public var redaction: String?
}

extension Desk {
    /// The ledger's entries before a place (from its end where none is named), the newest first: what, who, when; not what they say.
    /// - Parameters:
    ///   - kinds: only these; empty means all.
    ///   - limit: 1 to 200.
    public func audit(
        before place: Int64? = nil, kinds: Set<PaperKind> = [], for viewer: Viewer, limit: Int = 100
    ) async throws(DeskError) -> [AuditLine] {
        try demand(.seeAudit, of: viewer)
        let head = try await asking { try await ledger.head().sequence }
        var end = min(place.map { $0 - 1 } ?? head, head)
        var lines: [AuditLine] = []
        // Kinds that are rare are looked for in at most so many entries at a time.
        let bottom = max(0, end - 20_000)
        while lines.count < limit, end > bottom {
            let start = max(bottom, end - 500)
            let entries = try await asking { try await ledger.entries(after: start, limit: Int(end - start)) }
            for entry in entries.reversed() {
                let kind = PaperKind(rawValue: entry.kind)
                guard kinds.isEmpty || kind.map(kinds.contains) ?? false else { continue }
                guard let author = Author(name: entry.author) else { continue }
                lines.append(
                    AuditLine(
                        sequence: entry.sequence, at: entry.at, author: author, kind: kind, paper: entry.paper.rawValue,
                        revision: entry.revision, redaction: entry.redaction))
                if lines.count == limit { break }
            }
            end = start
        }
        return lines
    }
}
