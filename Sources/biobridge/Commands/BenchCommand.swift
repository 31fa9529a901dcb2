internal import ArgumentParser
internal import Foundation
internal import Ledger

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures this machine and this program; prints figures.",
        subcommands: [
            LedgerBench.self, MatchBench.self, EncoderBench.self, PagesBench.self,
            MineBench.self, StartBench.self,
        ])

    struct LedgerBench: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ledger",
            abstract: "Durable commits per second: one by one, and by 64 writers at once (goal S6).")

        @Option(help: "A folder on the disk to measure; a temporary one without it.") var folder: String?
        @Option(help: "Seconds for each of the two.") var seconds = 3

        func validate() throws {
            guard (1...600).contains(seconds) else { throw ValidationError("--seconds is a number from 1 to 600") }
        }

        func run() async throws {
            let place = folder.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory
            let own = place.appending(path: "biobridge-bench-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: own) }
            print(try await LedgerBenchmark(duration: .seconds(seconds)).run(in: own))
        }
    }
}
