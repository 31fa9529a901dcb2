internal import ArgumentParser
internal import Foundation
internal import Matching
internal import SentenceVectors
internal import TextAnalysis

struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measures how good matching is, on any file of the same form.",
        discussion: "Nothing is learned from the file that is scored. Goals G1, G4 and G5; see docs/quality.md.",
        subcommands: [Retrieval.self, Donors.self, Targets.self])

    struct Retrieval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Finds the same text among all texts of another language (G1).",
            discussion: "FILE is tab-separated with a column for each language's code.")

        @OptionGroup var input: EvaluationInput
        @Flag(help: "Leave each view out in turn, too. Takes minutes.") var ablation = false

        func run() async throws {
            let report = try RetrievalEvaluation.run(
                try input.text(), encoder: EvaluationInput.encoder(), ablation: ablation)
            if input.json { return try Output.json(report) }
            print("\(report.texts) texts; share found first")
            for method in report.methods {
                print("\(method.name): mean \(figure(method.mean)), worst \(figure(method.worst))")
                let directions = method.directions.map { "\($0.from.code)→\($0.to.code) \(figure($0.foundFirst))" }
                print("  " + directions.joined(separator: "  "))
            }
        }
    }

    struct Donors: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ranks the donors of each expression from the donations to the others (G4).",
            discussion: "FILE holds one expression of interest as JSON on each line.")

        @OptionGroup var input: EvaluationInput

        func run() async throws {
            let report = try DonorEvaluation.run(try input.text())
            if input.json { return try Output.json(report) }
            print("\(report.expressions) expressions with donors; the best possible is \(figure(report.ceiling))")
            for method in report.methods {
                print(
                    """
                    \(method.name): mean reciprocal rank \(figure(method.meanReciprocalRank)), \
                    \(figure(method.timesPopularity)) times popularity, among the first five \(figure(method.recallAtFive))
                    """)
            }
        }
    }

    struct Targets: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Finds the target of the framework a question belongs to (G5).",
            discussion: "FILE is tab-separated: gbf (target7, goalB) and a column for each language's code.")

        @OptionGroup var input: EvaluationInput

        func run() async throws {
            let report = try TargetEvaluation.run(try input.text(), encoder: EvaluationInput.encoder())
            if input.json { return try Output.json(report) }
            print("\(report.texts) texts; share with the right target first, and among the first three")
            for method in report.methods {
                print("\(method.name): \(figure(method.first)), \(figure(method.firstThree))")
            }
        }
    }
}

struct EvaluationInput: ParsableArguments {
    @Argument(help: "The file to score.", completion: .file()) var file: String
    @Flag(help: "Print JSON.") var json = false

    /// Throws where the file cannot be read as UTF-8.
    func text() throws -> String {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw Refusal("cannot read \(file)") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal("\(file) is not UTF-8") }
        return text
    }

    /// Nil, and said, where there is no model: then only words and concepts are measured.
    static func encoder() -> SentenceEncoder? {
        let encoder = Model.encoder(check: .whole)
        if encoder == nil {
            Output.note("there is no model of the sentence encoder: `make model`, and BIOBRIDGE_MODEL names its folder")
        }
        return encoder
    }
}

/// A figure with three digits behind the point.
private func figure(_ value: Double) -> String { String(format: "%.3f", value) }
