import Foundation
import Ledger
import Testing

/// What every engine must do.
@Suite("The ledger's contract")
struct ConformanceTests {
    @Test("A commit gives entries in order, with revisions, home and time", arguments: Engine.allCases)
    func commits(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withLedger(.test(home: "bj", clock: clock)) { ledger in
            let first = try await ledger.commit([.request("request-1"), .request("request-2")])
            clock.move(by: 1.5)
            let second = try await ledger.commit([.request("request-1", "{}", base: 1)])

            #expect(first.map(\.sequence) == [1, 2])
            #expect(second.map(\.sequence) == [3])
            #expect(second.map(\.revision) == [2])
            #expect(second.map(\.home) == ["bj"])
            #expect(second.map(\.at) == [clock.now])
            #expect(try await ledger.entries(after: 0, limit: 10) == first + second)
            #expect(try await ledger.history(of: PaperID("request-1")) == [first[0], second[0]])
            #expect(try await ledger.current(PaperID("request-1")) == second[0])
            #expect(try await ledger.current(PaperID("request-3")) == nil)
            #expect(try await ledger.head() == Head(sequence: 3, digest: second[0].digest))
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("Drafts of one commit may follow up on each other", arguments: Engine.allCases)
    func commitsOnItself(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let entries = try await ledger.commit([.request("request-1"), .request("request-1", "{}", base: 1)])
            #expect(entries.map(\.revision) == [1, 2])
        }
    }

    @Test("A stale base is a conflict and changes nothing", arguments: Engine.allCases)
    func conflicts(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.request("request-1")])
            let head = try await ledger.head()
            let paper = PaperID("request-1")

            await #expect(throws: LedgerError.conflict(paper: paper, base: 0, current: 1)) {
                try await ledger.commit([.request("request-9"), .request("request-1")])
            }
            await #expect(throws: LedgerError.conflict(paper: paper, base: 2, current: 1)) {
                try await ledger.commit([.request("request-1", base: 2)])
            }
            await #expect(throws: LedgerError.conflict(paper: PaperID("request-2"), base: 1, current: 0)) {
                try await ledger.commit([.request("request-2", base: 1)])
            }
            #expect(try await ledger.head() == head)
            #expect(try await ledger.current(PaperID("request-9")) == nil)
        }
    }

    @Test("One of two revisions written at once wins", arguments: Engine.allCases)
    func letsOneWin(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.request("request-1")])
            let wins = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        (try? await ledger.commit([.request("request-1", "\(number)", base: 1)])) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(wins == 1)
            #expect(try await ledger.history(of: PaperID("request-1")).count == 2)
        }
    }

    @Test("Refused commits leave those written with them whole", arguments: Engine.allCases)
    func groupsWithoutHarm(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.request("request-taken")], claiming: [Claim(space: "email", key: "a@b.org")])
            let outcomes = await withTaskGroup(of: String.self) { group in
                for number in 0..<90 {
                    group.addTask {
                        do throws(LedgerError) {
                            switch number % 3 {
                            case 0: try await ledger.commit([.request("good-\(number)")])
                            case 1: try await ledger.commit([.request("lost-\(number)"), .request("request-taken")])
                            default:
                                try await ledger.commit(
                                    [.request("lost-\(number)")], claiming: [Claim(space: "email", key: "a@b.org")])
                            }
                            return "written"
                        } catch {
                            return error.code
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["written": 30, "ledger.conflict": 30, "ledger.claimed": 30])
            #expect(try await ledger.entries(after: 1, limit: 100).allSatisfy { $0.paper.rawValue.hasPrefix("good") })
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("What cannot be taken is refused by name", arguments: Engine.allCases)
    func refusesNonsense(engine: Engine) async throws {
        try await engine.withLedger(.test(bodyLimit: 100)) { ledger in
            await #expect(throws: LedgerError.nothingToCommit) { try await ledger.commit([]) }
            await #expect(throws: LedgerError.invalid(field: "paper")) { try await ledger.commit([.request("")]) }
            await #expect(throws: LedgerError.invalid(field: "paper")) {
                try await ledger.commit([.request("request\u{0}1")])
            }
            await #expect(throws: LedgerError.invalid(field: "paper")) {
                try await ledger.commit([.request(String(repeating: "é", count: 101))])
            }
            await #expect(throws: LedgerError.invalid(field: "base")) {
                try await ledger.commit([.request("request-1", base: -1)])
            }
            await #expect(throws: LedgerError.invalid(field: "claim.key")) {
                try await ledger.commit([.request("request-1")], claiming: [Claim(space: "email", key: "")])
            }
            await #expect(throws: LedgerError.tooLarge(bytes: 101, limit: 100)) {
                try await ledger.commit([.request("request-1", String(repeating: "x", count: 101))])
            }
            try await ledger.commit([.request("request-1", String(repeating: "x", count: 100))])
            await #expect(throws: LedgerError.invalid(field: "kind")) {
                try await ledger.commit([.password("request-1", "", base: 1)])
            }
            #expect(try await ledger.head().sequence == 1)
        }
    }

    @Test("Text and bytes come back as they were given", arguments: Engine.allCases)
    func keepsBytes(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            var draft = Draft.request("request-红树林-طلب")
            draft.author = "Организация e\u{301}"
            draft.body = Data([0, 0xFF, 0xC3, 0x28, 10])
            try await ledger.commit([draft])
            let entry = try #require(try await ledger.current(draft.paper))
            #expect(entry.body == draft.body)
            #expect(Array(entry.author.utf8) == Array(draft.author.utf8))
            #expect(entry.bodyDigest == Digest.of(draft.body))
        }
    }

    @Test("Time never goes back", arguments: Engine.allCases)
    func keepsTime(engine: Engine) async throws {
        let clock = TestClock()
        try await engine.withLedger(.test(clock: clock)) { ledger in
            let before = try await ledger.commit([.request("request-1")])
            clock.move(by: -3600)
            let after = try await ledger.commit([.request("request-2")])
            #expect(after.map(\.at) == before.map(\.at))
            clock.move(by: 3600.0004)
            let rounded = try await ledger.commit([.request("request-3")])
            #expect(rounded.map(\.at) == before.map(\.at))
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("Each entry's digest depends on all before it", arguments: Engine.allCases)
    func chains(engine: Engine) async throws {
        func digests(_ texts: [String]) async throws -> [Digest] {
            var digests: [Digest] = []
            try await engine.withLedger { ledger in
                for (number, text) in texts.enumerated() {
                    try await ledger.commit([.request("request-\(number)", text)])
                }
                digests = try await ledger.entries(after: 0, limit: 10).map(\.digest)
            }
            return digests
        }
        let one = try await digests(["a", "b", "c"])
        #expect(try await digests(["a", "b", "c"]) == one)
        let other = try await digests(["a", "B", "c"])
        #expect(other[0] == one[0])
        #expect(other[1] != one[1])
        #expect(other[2] != one[2])
    }
}
