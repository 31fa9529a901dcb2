import Foundation
import Ledger
import Testing

extension ConformanceTests {
    @Test("Redaction empties all bodies, says who and why, and leaves the chain whole", arguments: Engine.allCases)
    func redacts(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let paper = PaperID("account-1")
            let written = try await ledger.commit([.request("account-1"), .request("account-1", "{}", base: 1)])
            try await ledger.commit([.request("request-1")])
            let redaction = try await ledger.redact(paper, author: "administrator", reason: "asked by the person")

            #expect(redaction.sequence == 4)
            #expect(redaction.revision == 3)
            #expect(redaction.redaction == "asked by the person")
            let history = try await ledger.history(of: paper)
            #expect(history.map(\.body) == [nil, nil, nil])
            #expect(history.map(\.digest) == written.map(\.digest) + [redaction.digest])
            #expect(history.map(\.bodyDigest).prefix(2) == written.map(\.bodyDigest)[...])
            #expect(try await ledger.current(PaperID("request-1"))?.body != nil)

            let verification = try await ledger.verify()
            #expect(verification.isClean)
            #expect(verification.redactedBodies == 2)
            #expect(verification.entries == 4)
        }
    }

    @Test("A redacted paper takes no more", arguments: Engine.allCases)
    func closesRedacted(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let paper = PaperID("account-1")
            await #expect(throws: LedgerError.unknown(paper)) {
                try await ledger.redact(paper, author: "administrator", reason: "asked")
            }
            try await ledger.commit([.request("account-1")])
            try await ledger.redact(paper, author: "administrator", reason: "asked")
            await #expect(throws: LedgerError.redacted(paper)) {
                try await ledger.commit([.request("account-1", base: 2)])
            }
            await #expect(throws: LedgerError.redacted(paper)) {
                try await ledger.redact(paper, author: "administrator", reason: "asked again")
            }
        }
    }

    @Test("Kinds without history keep the newest body only", arguments: Engine.allCases)
    func forgetsSecrets(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.password("password-1", "old"), .request("request-1")])
            try await ledger.commit([.password("password-1", "new", base: 1), .request("request-1", "{}", base: 1)])
            let secrets = try await ledger.history(of: PaperID("password-1"))
            #expect(secrets.map(\.body) == [nil, Data("new".utf8)])
            #expect(secrets.first?.bodyDigest == Digest.of(Data("old".utf8)))
            #expect(try await ledger.history(of: PaperID("request-1")).allSatisfy { $0.body != nil })

            let verification = try await ledger.verify()
            #expect(verification.isClean)
            #expect(verification.replacedBodies == 1)
            #expect(verification.redactedBodies == 0)
        }
    }

    @Test("Files go in and out a piece at a time, held against their digest", arguments: Engine.allCases)
    func keepsFiles(engine: Engine) async throws {
        try await engine.withLedger(.test(blobLimit: 3_000_000)) { ledger in
            let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            func file(_ name: String, _ content: Data) throws -> URL {
                try content.write(to: folder.appending(path: name))
                return folder.appending(path: name)
            }
            for size in [0, 1, 1 << 20, 2_500_000] {
                let content = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
                let (id, place) = (BlobID(of: content), try file("in-\(size)", content))
                #expect(try await !ledger.copy(id, to: folder.appending(path: "none-\(size)")))
                try await ledger.store(contentsOf: place, as: id)
                try await ledger.store(contentsOf: place, as: id)
                #expect(try await ledger.blob(id) == content)
                let out = folder.appending(path: "out-\(size)")
                #expect(try await ledger.copy(id, to: out))
                #expect(try Data(contentsOf: out) == content)
                await #expect(throws: LedgerError.self) { _ = try await ledger.copy(id, to: out) }
            }
            let wrong = BlobID(of: Data("another".utf8))
            await #expect(throws: LedgerError.self) {
                try await ledger.store(contentsOf: file("wrong", Data("this".utf8)), as: wrong)
            }
            #expect(try await ledger.blob(wrong) == nil)
            await #expect(throws: LedgerError.tooLarge(bytes: 3_000_001, limit: 3_000_000)) {
                try await ledger.store(contentsOf: file("large", Data(count: 3_000_001)), as: wrong)
            }
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("Blobs are kept once under their digest", arguments: Engine.allCases)
    func keepsBlobs(engine: Engine) async throws {
        try await engine.withLedger(.test(blobLimit: 1000)) { ledger in
            let content = Data((0..<1000).map { UInt8(truncatingIfNeeded: $0) })
            let id = try await ledger.store(content)
            #expect(try await ledger.store(content) == id)
            #expect(id == BlobID(of: content))
            #expect(try await ledger.blob(id) == content)
            #expect(try await ledger.blob(BlobID(of: Data())) == nil)
            let empty = try await ledger.store(Data())
            #expect(try await ledger.blob(empty) == Data())
            await #expect(throws: LedgerError.tooLarge(bytes: 1001, limit: 1000)) {
                try await ledger.store(content + [0])
            }
            let verification = try await ledger.verify()
            #expect(verification.isClean)
            #expect(verification.blobs == 2)
        }
    }
}
