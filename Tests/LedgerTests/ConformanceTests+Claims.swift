import Foundation
import Ledger
import Testing

extension ConformanceTests {
    @Test("A claim is held by the first draft's paper, once", arguments: Engine.allCases)
    func claims(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let address = Claim(space: "email", key: "ana@example.org")
            try await ledger.commit([.request("account-1"), .request("note-1")], claiming: [address])

            #expect(try await ledger.holder(of: address) == PaperID("account-1"))
            #expect(try await ledger.holder(of: Claim(space: "form", key: "ana@example.org")) == nil)
            await #expect(throws: LedgerError.claimed(address, by: PaperID("account-1"))) {
                try await ledger.commit([.request("account-2")], claiming: [address])
            }
            await #expect(throws: LedgerError.claimed(address, by: PaperID("account-1"))) {
                try await ledger.commit([.request("account-1", base: 1)], claiming: [address])
            }
            #expect(try await ledger.head().sequence == 2)
        }
    }

    @Test("A draft's own claims are held by its own paper", arguments: Engine.allCases)
    func claimsByDraft(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            var second = Draft.request("account-2")
            second.claims = [Claim(space: "email", key: "b")]
            try await ledger.commit([.request("account-1"), second], claiming: [Claim(space: "email", key: "a")])
            #expect(try await ledger.holder(of: Claim(space: "email", key: "a")) == PaperID("account-1"))
            #expect(try await ledger.holder(of: Claim(space: "email", key: "b")) == PaperID("account-2"))
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("Two drafts of one commit cannot have the same claim", arguments: Engine.allCases)
    func claimsOnceInACommit(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let address = Claim(space: "email", key: "a")
            var second = Draft.request("account-2")
            second.claims = [address]
            await #expect(throws: LedgerError.claimed(address, by: PaperID("account-1"))) {
                try await ledger.commit([.request("account-1"), second], claiming: [address])
            }
            await #expect(throws: LedgerError.invalid(field: "claim")) {
                try await ledger.commit([.request("account-1")], claiming: [address, address])
            }
            let head = try await ledger.head()
            #expect(head == .empty)
        }
    }

    @Test("A released claim is free, and passes on in one commit", arguments: Engine.allCases)
    func releases(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let address = Claim(space: "email", key: "a")
            try await ledger.commit([.request("account-1")], claiming: [address])
            try await ledger.commit([.request("account-2")], claiming: [address], releasing: [address])
            #expect(try await ledger.holder(of: address) == PaperID("account-2"))
            try await ledger.commit([.request("account-2", base: 1)], claiming: [], releasing: [address])
            #expect(try await ledger.holder(of: address) == nil)
            await #expect(throws: LedgerError.notClaimed(address)) {
                try await ledger.commit([.request("account-2", base: 2)], claiming: [], releasing: [address])
            }
            try await ledger.commit([.request("account-3")], claiming: [address])
            #expect(try await ledger.holder(of: address) == PaperID("account-3"))
            #expect(try await ledger.verify().isClean)
        }
    }

    @Test("Of many who claim at once, one gets it", arguments: Engine.allCases)
    func claimsOnceAmongMany(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            let wins = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        let claim = Claim(space: "deadline", key: "request-1/position")
                        return (try? await ledger.commit([.request("silence-\(number)")], claiming: [claim])) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let head = try await ledger.head()
            #expect(wins == 1)
            #expect(head.sequence == 1)
        }
    }
}
