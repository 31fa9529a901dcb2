import Foundation
import GRDB
import Testing

@testable import Ledger

/// Somebody with the right to write the file changes it, past all triggers.
@Suite("Verification names the place of")
struct VerificationTests {
    @Test(
        "each change",
        arguments: [
            ("UPDATE entry SET body = x'7B7D' WHERE sequence = 2", [2: .body]),
            ("UPDATE entry SET author = 'x' WHERE sequence = 2", [2: .content]),
            ("UPDATE entry SET redaction = 'x', body = NULL WHERE sequence = 2", [2: .content]),
            ("UPDATE entry SET at = at + 1 WHERE sequence = 6", [6: .content]),
            ("UPDATE entry SET lasting = 0 WHERE sequence = 2", [2: .content]),
            ("UPDATE entry SET body = NULL WHERE sequence = 2", [2: .missingBody]),
            ("DELETE FROM entry WHERE sequence IN (2, 3)", [2: .missing(through: 3)]),
            ("DELETE FROM entry WHERE sequence = 6", [6: .head]),
            ("DELETE FROM claim_change", [1: .claims]),
            ("INSERT INTO claim_change VALUES (2, 4, zeroblob(32), 1)", [4: .claims]),
            ("UPDATE claim_change SET sequence = 2", [1: .claims, 2: .claims]),
            ("UPDATE head SET digest = zeroblob(32)", [6: .head]),
        ] as [(String, [Int64: Verification.Fault])])
    func changes(statement: String, places: [Int64: Verification.Fault]) async throws {
        let verification = try await verification(after: statement)
        let found = verification.broken.reduce(into: [:]) { $0[$1.sequence] = $0[$1.sequence] ?? $1.fault }
        #expect(found == places)
        #expect(!verification.isClean)
    }

    @Test("entries that changed places")
    func reordering() async throws {
        let verification = try await verification(
            after: """
                UPDATE entry SET sequence = 99 WHERE sequence = 2;
                UPDATE entry SET sequence = 2 WHERE sequence = 3;
                UPDATE entry SET sequence = 3 WHERE sequence = 99
                """)
        #expect(Set(verification.broken.map(\.sequence)).isSuperset(of: [2, 3]))
        #expect(verification.broken.contains(.init(sequence: 2, fault: .content)))
        #expect(verification.broken.contains(.init(sequence: 3, fault: .link)))
    }

    @Test("an entry forged with a right digest of its own")
    func forgery() async throws {
        let verification = try await verification(after: "") { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT \(EntryRecord.columns) FROM entry WHERE sequence = 2")
            var record = try #require(row.flatMap { EntryRecord($0) })
            record.author = "somebody else"
            try database.execute(
                sql: "UPDATE entry SET author = ?, digest = ? WHERE sequence = 2",
                arguments: [record.author, record.computedDigest.bytes])
        }
        #expect(verification.broken == [.init(sequence: 3, fault: .link)])
    }

    @Test("a changed blob, and a weakened table")
    func otherDamage() async throws {
        let blob = try await verification(after: "UPDATE blob SET content = x'00'")
        #expect(blob.damage.count == 1)
        #expect(blob.brokenPlaces == 0)
        await #expect(throws: LedgerError.self) {
            try await verification(after: "CREATE TRIGGER extra AFTER INSERT ON entry BEGIN SELECT 1; END")
        }
    }

    /// A ledger of six entries: 1 claims, 5 is a redaction of 4.
    private func verification(
        after statement: String, change: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) async throws -> Verification {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit([.request("request-1")], claiming: [Claim(space: "email", key: "a")])
            try await ledger.commit([.request("request-2"), .request("request-3"), .request("request-4")])
            try await ledger.redact(PaperID("request-4"), author: "administrator", reason: "asked")
            try await ledger.commit([.request("request-1", base: 1)])
            _ = try await ledger.store(Data("map".utf8))
            let clean = try await ledger.verify()
            #expect(clean.isClean && clean.redactedBodies == 1)
            try await ledger.close()

            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let file = try DatabaseQueue(
                path: folder.appendingPathComponent("ledger.sqlite").path, configuration: configuration)
            try await file.write { database in
                let triggers = try Row.fetchAll(
                    database, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
                )
                .compactMap { row in (row[0] as String?).flatMap { name in (row[1] as String?).map { (name, $0) } } }
                for (name, _) in triggers { try database.execute(sql: "DROP TRIGGER \(name)") }
                try database.execute(sql: statement)
                try change(database)
                for (_, sql) in triggers { try database.execute(sql: sql) }
            }
            try file.close()
            let reader = try SQLiteLedger(folder: folder, options: .test(), access: .reading)
            let verification = try await reader.verify()
            try await reader.close()
            return verification
        }
    }
}
