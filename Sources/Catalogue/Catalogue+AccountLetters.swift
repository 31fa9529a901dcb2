public import Cooperation
public import Foundation
import GRDB

/// A paper about an account that calls for a letter.
public enum AccountPaper: Hashable, Sendable {
    case pass(Filed<Pass>)
    case tidings(Filed<Tidings>)

    public var name: String {
        switch self {
        case .pass(let filed): filed.id.rawValue
        case .tidings(let filed): filed.id.rawValue
        }
    }

    /// When it was filed.
    public var at: Date {
        switch self {
        case .pass(let filed): filed.at
        case .tidings(let filed): filed.at
        }
    }
}

extension Catalogue {
    /// Links and tidings filed behind a place in the ledger and not before a moment, in the order of the ledger, with their places.
    public func accountPapers(
        after sequence: Int64, since moment: Date, limit: Int
    ) async throws(CatalogueError) -> [(sequence: Int64, paper: AccountPaper)] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT first, \(PaperReader.columns) FROM paper
                    WHERE kind IN ('pass', 'tidings') AND first > ? AND begun >= ? ORDER BY first LIMIT ?
                    """, arguments: [sequence, moment.milliseconds, limit])
            return try rows.map { (sequence: $0["first"], paper: try AccountPaper(row: $0)) }
        }
    }

    public func accountPaper(_ name: String) async throws(CatalogueError) -> AccountPaper? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE id = ? AND kind IN ('pass', 'tidings')",
                arguments: [name]
            ).map { try AccountPaper(row: $0) }
        }
    }

    /// Which of these papers have a letter that was begun, whatever came of it.
    public func begun(about papers: [String]) async throws(CatalogueError) -> Set<String> {
        try await read { db in
            Set(
                try SQLRequest<String>(
                    literal: """
                        SELECT json_extract(body, '$.about') FROM paper
                        WHERE kind = 'dispatch' AND json_extract(body, '$.about') IN \(papers)
                        """
                ).fetchAll(db))
        }
    }
}

extension AccountPaper {
    init(row: Row) throws {
        let kind: String = row["kind"]
        self =
            kind == PaperKind.pass.rawValue
            ? .pass(try PaperReader.filed(row)) : .tidings(try PaperReader.filed(row))
    }
}
