import Foundation
import Ledger
import Testing

extension ConformanceTests {
    @Test("Pages go on behind the last place, and end at the head", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit((1...25).map { .request("request-\($0)") })
            #expect(try await ledger.entries(after: 20, limit: 3).map(\.sequence) == [21, 22, 23])
            #expect(try await ledger.entries(after: 25, limit: 3).isEmpty)
            var pages: [Int] = []
            var sequences: [Int64] = []
            for try await page in ledger.stream(after: 2, pageSize: 10) {
                pages.append(page.count)
                sequences += page.map(\.sequence)
            }
            #expect(pages == [10, 10, 3])
            #expect(sequences == Array(3...25))
        }
    }

    @Test("Who listens hears where the ledger ends, at once and later", arguments: Engine.allCases)
    func tellsHeads(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.request("request-1")])
            var heads = ledger.heads().makeAsyncIterator()
            #expect(await heads.next()?.sequence == 1)
            try await ledger.commit([.request("request-2")])
            try await ledger.commit([.request("request-3")])
            let head = try await ledger.head()
            #expect(await heads.next() == head)
        }
    }

    @Test("A follower meets every entry once, those written meanwhile too", arguments: Engine.allCases)
    func follows(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            try await ledger.commit([.request("before-1"), .request("before-2")])
            let follower = Task {
                var sequences: [Int64] = []
                for try await page in ledger.follow(after: 1, pageSize: 7) {
                    sequences += page.map(\.sequence)
                    if sequences.last == 102 { break }
                }
                return sequences
            }
            for number in 1...100 { try await ledger.commit([.request("request-\(number)")]) }
            #expect(try await follower.value == Array(2...102))
        }
    }

    @Test("A backup taken while writing is one whole file with a beginning of the ledger", arguments: Engine.allCases)
    func backsUp(engine: Engine) async throws {
        try await withFolder { elsewhere in
            try await engine.withLedger { ledger in
                let blob = try await ledger.store(Data("map".utf8))
                try await ledger.commit([.request("request-0")], claiming: [Claim(space: "email", key: "a")])
                let writer = Task {
                    for number in 1...200 { try await ledger.commit([.request("request-\(number)")]) }
                }
                let file = elsewhere.appendingPathComponent("backup")
                let before = try await ledger.head()
                try await ledger.backup(to: file)
                try await writer.value
                #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == ["backup"])

                let place = elsewhere.appendingPathComponent("restored")
                try SQLiteLedger.restore(file, into: place, now: Date())
                let restored = try SQLiteLedger(folder: place, options: .test())
                let head = try await restored.head()
                #expect(head.sequence >= before.sequence)
                let count = Int(head.sequence)
                #expect(
                    try await restored.entries(after: 0, limit: 1000) == ledger.entries(after: 0, limit: count))
                #expect(try await restored.holder(of: Claim(space: "email", key: "a")) == PaperID("request-0"))
                #expect(try await restored.blob(blob) == Data("map".utf8))
                try await restored.close()
            }
        }
    }
}
