import Foundation
import Ledger
import Programs
import Testing

@Suite("One process writes a ledger")
struct ExclusionTests {
    @Test("and the next is told which")
    func namesHolder() async throws {
        try await withFolder { place in
            let folder = place.appendingPathComponent("data")
            let output = place.appendingPathComponent("output")
            let process = try Writer.start(in: folder, output: output)
            defer {
                process.signal(SIGKILL)
                process.waitUntilEnd()
            }
            while try Data(contentsOf: output).isEmpty { try await Task.sleep(for: .milliseconds(10)) }

            let refusal = #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder, options: .test()) }
            guard case .heldByAnotherProcess(let pid, let since) = refusal else {
                Issue.record("refused by \(String(describing: refusal))")
                return
            }
            #expect(pid == process.identifier)
            #expect(abs(try #require(since).timeIntervalSinceNow) < 600)

            let reader = try SQLiteLedger(folder: folder, options: .test(), access: .reading)
            #expect(try await reader.verify().isClean)
            await #expect(throws: LedgerError.readOnly) { try await reader.commit([.request("request-1")]) }
            try await reader.backup(to: place.appendingPathComponent("backup"))
            try await reader.close()
        }
    }

    @Test("in this process too, until it is closed")
    func excludesItself() async throws {
        try await withFolder { folder in
            let first = try SQLiteLedger(folder: folder, options: .test())
            #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder, options: .test()) }
            try await first.commit([.request("request-1")])
            try await first.close()
            await #expect(throws: LedgerError.closed) { try await first.commit([.request("request-2")]) }
            await #expect(throws: LedgerError.closed) { try await first.head() }
            let second = try SQLiteLedger(folder: folder, options: .test())
            #expect(try await second.head().sequence == 1)
            try await second.close()
        }
    }

    @Test("and the lock of a dead one is no obstacle")
    func passesStaleLocks() async throws {
        try await withFolder { folder in
            try Data("4194303 2026-01-01T00:00:00Z\n".utf8).write(to: folder.appendingPathComponent("ledger.lock"))
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            #expect(try await ledger.head() == .empty)
            try await ledger.close()
        }
    }

    @Test("A paper of another home is not written here")
    func keepsToItsHome() async throws {
        try await withFolder { folder in
            let there = try SQLiteLedger(folder: folder, options: .test(home: "bj"))
            try await there.commit([.request("request-1")])
            try await there.close()
            let here = try SQLiteLedger(folder: folder, options: .test(home: "global"))
            let refusal = LedgerError.notHome(paper: PaperID("request-1"), home: "bj")
            await #expect(throws: refusal) { try await here.commit([.request("request-1", base: 1)]) }
            await #expect(throws: refusal) {
                try await here.redact(PaperID("request-1"), author: "administrator", reason: "asked")
            }
            try await here.close()
        }
    }

    @Test("A commit goes on when its task is cancelled")
    func outlivesCancellation() async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await ledger.commit([.request("request-1")])
            }
            #expect(try await task.value.map(\.sequence) == [1])
            try await ledger.close()
        }
    }

    @Test("Who follows it comes to an end when it is closed")
    func endsFollowers() async throws {
        try await withFolder { folder in
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit([.request("request-1")])
            let (met, meet) = AsyncStream.makeStream(of: Int64.self)
            let follower = Task {
                for try await page in ledger.follow(after: 0) { for entry in page { meet.yield(entry.sequence) } }
                meet.finish()
            }
            var sequences = met.makeAsyncIterator()
            #expect(await sequences.next() == 1)
            try await ledger.close()
            // It waits at the end, or was just reading: then it hears that the ledger is closed.
            let end = await follower.result
            if case .failure(let error) = end { #expect(error as? LedgerError == .closed) }
            var later = ledger.heads().makeAsyncIterator()
            #expect(await later.next()?.sequence == 1)
            #expect(await later.next() == nil)
        }
    }

    @Test("Its files and backups are its owner's only")
    func isPrivate() async throws {
        try await withFolder { place in
            let folder = place.appendingPathComponent("data")
            let backup = place.appendingPathComponent("backup")
            let ledger = try SQLiteLedger(folder: folder, options: .test())
            try await ledger.commit([.request("request-1")])
            try await ledger.backup(to: backup)
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            for file in files + [backup] {
                let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file.lastPathComponent)")
            }
            try await ledger.close()
        }
    }
}
