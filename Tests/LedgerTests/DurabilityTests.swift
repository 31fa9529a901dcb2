import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("The file of a ledger")
struct DurabilityTests {
    @Test("is synced at each commit")
    func syncs() async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            let settings = try await ledger.pool.writeWithoutTransaction { database in
                try ["synchronous", "journal_mode", "secure_delete"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(settings == ["2", "wal", "1"])
            try await ledger.close()
        }
    }

    @Test(
        "refuses what would change the past",
        arguments: [
            "UPDATE entry SET author = 'x' WHERE sequence = 1", "UPDATE entry SET body = x'00' WHERE sequence = 1",
            "UPDATE entry SET body = NULL WHERE sequence = 1", "UPDATE entry SET redaction = 'x' WHERE sequence = 3",
            "UPDATE entry SET claims_digest = NULL WHERE sequence = 1", "DELETE FROM entry WHERE sequence = 2",
            "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 1",
            "INSERT INTO entry SELECT 9, 'p', 1, kind, author, home, at, lasting, NULL, digest, NULL, digest, digest, body FROM entry",
            "UPDATE claim_change SET taken = 0", "DELETE FROM claim_change",
            "INSERT OR REPLACE INTO claim_change SELECT * FROM claim_change",
            "INSERT INTO claim_change SELECT 2, 1, claim, 1 FROM claim_change",
            "UPDATE blob SET content = x'00'", "DELETE FROM blob", "DELETE FROM head", "UPDATE head SET sequence = 1",
        ])
    func isAppendOnly(statement: String) async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit(
                [.request("request-1"), .request("request-2"), .request("request-1", "{}", base: 1)],
                claiming: [Claim(space: "email", key: "a")])
            _ = try await ledger.store(Data("map".utf8))
            try await ledger.close()

            let stranger = try DatabaseQueue(path: folder.appendingPathComponent("ledger.sqlite").path)
            #expect(throws: DatabaseError.self) {
                try stranger.writeWithoutTransaction { try $0.execute(sql: statement) }
            }
            try stranger.close()
        }
    }

    @Test("has no trace of redacted texts and replaced secrets")
    func forgets() async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit([.password("password-1", "first secret"), .request("account-1", "private life")])
            try await ledger.commit([.password("password-1", "second secret", base: 1)])
            try await ledger.redact(PaperID("account-1"), author: "administrator", reason: "asked")
            try await ledger.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let bytes = try names.reduce(into: Data()) {
                $0 += try Data(contentsOf: folder.appendingPathComponent($1))
            }
            #expect(bytes.range(of: Data("second secret".utf8)) != nil)
            #expect(bytes.range(of: Data("first secret".utf8)) == nil)
            #expect(bytes.range(of: Data("private life".utf8)) == nil)
        }
    }

    @Test("is refused when it is something else")
    func knowsItself() async throws {
        try await withFolder { folder in
            let file = folder.appendingPathComponent("ledger.sqlite")
            func code(_ content: Data, access: SQLiteLedger.Access = .writing) throws -> String? {
                try content.write(to: file)
                return #expect(throws: LedgerError.self) {
                    try SQLiteLedger(folder: folder, options: .test(), access: access)
                }?.code
            }
            #expect(try code(Data()) == "ledger.damaged")
            #expect(try code(Data("Dear colleagues, ".utf8)) == "ledger.not-a-ledger")
            #expect(try code(Data(repeating: 7, count: 8192)) == "ledger.not-a-ledger")
            #expect(try code(Data(repeating: 7, count: 8192), access: .reading) == "ledger.not-a-ledger")

            try FileManager.default.removeItem(at: file)
            #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder, options: .test(), access: .reading) }
            let other = try DatabaseQueue(path: file.path)
            try await other.write { try $0.execute(sql: "CREATE TABLE entry (a)") }
            try other.close()
            #expect(try code(Data(contentsOf: file)) == "ledger.not-a-ledger")
        }
    }

    @Test("of a newer program is left alone")
    func respectsTheFuture() async throws {
        try await withFolder { folder in
            try await SQLiteLedger(folder: folder, options: .test()).close()
            let file = try DatabaseQueue(path: folder.appendingPathComponent("ledger.sqlite").path)
            try await file.write { try $0.execute(sql: "PRAGMA user_version = 2") }
            try file.close()
            #expect(throws: LedgerError.newerFormat(2)) { try SQLiteLedger(folder: folder, options: .test()) }
        }
    }

    @Test("that is gone, with its log left, is not begun anew")
    func missesItself() async throws {
        try await withFolder { folder in
            try Data("log".utf8).write(to: folder.appendingPathComponent("ledger.sqlite-wal"))
            let refusal = #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder, options: .test()) }
            #expect(refusal?.code == "ledger.damaged")
        }
    }

    @Test("A refused backup replaces nothing; a good one keeps what it replaces")
    func restores() async throws {
        try await withFolder { place in
            let folder = place.appendingPathComponent("data")
            let backup = place.appendingPathComponent("backup")
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit([.request("request-1", String(repeating: "old ", count: 50))])
            try await ledger.backup(to: backup)
            try await ledger.commit([.request("request-2")])
            await #expect(throws: LedgerError.invalid(field: "file")) {
                try await ledger.backup(to: folder.appendingPathComponent("ledger.sqlite"))
            }
            #expect(throws: LedgerError.self) { try SQLiteLedger.restore(backup, into: folder, now: Date()) }
            try await ledger.close()

            var bytes = try Data(contentsOf: backup)
            let body = try #require(bytes.range(of: Data("old old".utf8)))
            bytes[body.lowerBound] = UInt8(ascii: "O")
            let broken = place.appendingPathComponent("broken")
            try bytes.write(to: broken)
            let refusal = #expect(throws: LedgerError.self) {
                try SQLiteLedger.restore(broken, into: folder, now: Date())
            }
            guard case .brokenBackup(let verification) = refusal else {
                Issue.record("refused by \(String(describing: refusal))")
                return
            }
            #expect(verification.broken == [.init(sequence: 1, fault: .body)])
            #expect(try await count(folder) == 2)

            try SQLiteLedger.restore(backup, into: folder, now: Date(timeIntervalSince1970: 1))
            #expect(try await count(folder) == 1)
            let aside = folder.appendingPathComponent("replaced-1000")
            #expect(try await count(aside) == 2)
        }
    }

    private func count(_ folder: URL) async throws -> Int64 {
        let ledger = try SQLiteLedger(folder: folder, options: .test())
        let sequence = try await ledger.head().sequence
        try await ledger.close()
        return sequence
    }
}
