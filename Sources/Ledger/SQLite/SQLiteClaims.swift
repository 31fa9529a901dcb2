import Foundation
import GRDB

/// Who holds a claim follows from the last change of it.
enum SQLiteClaims {
    static func holder(of claim: Digest, _ database: Database) throws -> PaperID? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT taken, (SELECT paper FROM entry WHERE entry.sequence = claim_change.sequence)
                FROM claim_change WHERE claim = ? ORDER BY change DESC LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [claim.bytes]) else { return nil }
        guard let taken = row[0] as Int64?, let paper = row[1] as String? else {
            throw LedgerError.damaged("a claim belongs to no entry")
        }
        return taken == 1 ? PaperID(paper) : nil
    }

    static func write(_ changes: [ClaimChange], with sequence: Int64, _ database: Database) throws {
        for change in changes {
            try database.cachedStatement(
                sql: """
                    INSERT INTO claim_change (change, sequence, claim, taken)
                    SELECT 1 + coalesce(max(change), 0), ?, ?, ? FROM claim_change
                    """
            ).execute(arguments: [sequence, change.claim.bytes, change.isTaken])
        }
    }
}
