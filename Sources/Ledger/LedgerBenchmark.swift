public import Foundation

/// How many commits a second a ledger makes durable on one disk: one after the other, and from many writers at once.
public struct LedgerBenchmark: Sendable {
    /// What was measured.
    public struct Figures: Sendable, CustomStringConvertible {
        public let writers: Int
        /// Commits per second of one writer, which waits for each.
        public let single: Double
        /// Commits per second of all writers together, each of which waits for its own.
        public let grouped: Double
        /// How many times more.
        public var ratio: Double { single > 0 ? grouped / single : 0 }

        public var description: String {
            """
            durable commits, one writer: \(Int(single)) a second
            durable commits, \(writers) writers at once: \(Int(grouped)) a second
            ratio: \(String(format: "%.1f", ratio))
            """
        }
    }

    /// Writers at once.
    public var writers: Int
    /// How long each of the two ways is measured.
    public var duration: Duration
    /// Bytes of each body.
    public var bodySize: Int

    public init(writers: Int = 64, duration: Duration = .seconds(3), bodySize: Int = 500) {
        self.writers = max(writers, 1)
        self.duration = duration
        self.bodySize = max(bodySize, 2)
    }

    /// Measures in a new folder inside this one, which says which disk, and removes it afterwards. The two ways take
    /// turns in short rounds, so that a disk that gets slower meanwhile does so for both.
    public func run(in folder: URL) async throws(LedgerError) -> Figures {
        let place = folder.appendingPathComponent("ledger-benchmark-\(UUID().uuidString)", isDirectory: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let ledger = try SQLiteLedger(folder: place, options: LedgerOptions(home: "benchmark", now: { Date() }))
        let papers = PaperIDGenerator(now: { Date() })
        let rounds = 6
        var single = Tally()
        var grouped = Tally()
        for _ in 0..<rounds {
            single.add(try await measure(ledger, papers, writers: 1, duration: duration / rounds))
            grouped.add(try await measure(ledger, papers, writers: writers, duration: duration / rounds))
        }
        try await ledger.close()
        return Figures(writers: writers, single: single.rate, grouped: grouped.rate)
    }

    private struct Tally: Sendable {
        var commits = 0
        var time = Duration.zero

        var rate: Double { time > .zero ? Double(commits) / (time / .seconds(1)) : 0 }

        mutating func add(_ other: Tally) {
            commits += other.commits
            time += other.time
        }
    }

    private func measure(
        _ ledger: SQLiteLedger, _ papers: PaperIDGenerator, writers: Int, duration: Duration
    ) async throws(LedgerError) -> Tally {
        let clock = ContinuousClock()
        let start = clock.now
        let body = Data("{\"text\":\"\(String(repeating: "x", count: bodySize))\"}".utf8.prefix(bodySize))
        let results = await withTaskGroup(of: Result<Int, LedgerError>.self) { group in
            for _ in 0..<writers {
                group.addTask {
                    do throws(LedgerError) {
                        var commits = 0
                        repeat {
                            let paper = papers.next("benchmark")
                            try await ledger.commit(
                                [Draft(paper: paper, kind: "benchmark", author: "benchmark", base: 0, body: body)])
                            commits += 1
                        } while clock.now - start < duration
                        return .success(commits)
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var tally = Tally()
        for result in results { tally.commits += try result.get() }
        tally.time = clock.now - start
        return tally
    }
}
