internal import ArgumentParser
internal import Foundation
internal import SentenceVectors

extension BenchCommand {
    struct EncoderBench: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "encoder",
            abstract: "Texts turned into vectors, on one thread (goal S3); needs the model (`make model`).")

        @Option(help: "How often each length is measured.") var repetitions = 200

        func validate() throws {
            guard (1...100_000).contains(repetitions) else {
                throw ValidationError("--repetitions is a number from 1 to 100000")
            }
        }

        func run() async throws {
            let folders = [URL(filePath: "models")]
            guard let model = ModelLocation.find(in: folders) else {
                throw Refusal("there is no model of the sentence encoder; `make model` makes it")
            }
            let encoder = try SentenceEncoder(modelAt: model, check: .structure)
            for result in EncoderBenchmark(encoder).run(repetitions: repetitions) {
                let figures = String(
                    format: "p50 %.2f ms, p95 %.2f ms", result.median / .milliseconds(1),
                    result.slowest / .milliseconds(1))
                print("\(result.words) words (\(result.pieces) pieces): \(figures)")
            }
        }
    }
}
