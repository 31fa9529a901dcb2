internal import ArgumentParser
internal import Foundation
internal import Matching
internal import SentenceVectors
internal import TextAnalysis

struct EvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Measures how good matching is, on any file of the same form.",
        discussion: "Nothing is learned from the file that is scored. Goals G1 to G5; see docs/quality.md.",
        subcommands: [Retrieval.self, Donors.self, Targets.self, MatchingScore.self, Needs.self])

    struct Retrieval: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Finds the same text among all texts of another language (G1).",
            discussion: "FILE is tab-separated with a column for each language's code.")

        @OptionGroup var input: EvaluationInput
        @Flag(help: "Leave each view out in turn, too. Takes minutes.") var ablation = false

        func run() async throws {
            let report = try input.measure { text throws(EvaluationError) in
                try RetrievalEvaluation.run(text, encoder: EvaluationInput.encoder(), ablation: ablation)
            }
            if input.json { return try Output.json(report) }
            print("\(report.texts) texts; share found first; the best possible mean is \(figure(report.ceiling))")
            if report.leftOut > 0 { print("\(report.leftOut) rows without a text in some language are left out") }
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
            let report = try input.measure(DonorEvaluation.run)
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
        @Flag(help: "Print the texts whose target is not among the first three.") var misses = false

        func run() async throws {
            let report = try input.measure { text throws(EvaluationError) in
                try TargetEvaluation.run(text, encoder: EvaluationInput.encoder())
            }
            if input.json { return try Output.json(report) }
            print("\(report.texts) texts; share with the right target first, and among the first three")
            for method in report.methods {
                print("\(method.name): \(figure(method.first)), \(figure(method.firstThree))")
                let languages = method.languages.map {
                    "\($0.language.code) \(figure($0.first)) \(figure($0.firstThree))"
                }
                print("  " + languages.joined(separator: "  "))
            }
            guard misses else { return }
            for miss in report.misses {
                print(
                    "\(miss.language.code) \(miss.right), found \(miss.firstThree.joined(separator: " ")): \(miss.text)"
                )
            }
        }
    }
}

struct EvaluationInput: ParsableArguments {
    @Argument(help: "The file to score.", completion: .file()) var file: String
    @Flag(help: "Print JSON.") var json = false

    /// Throws where the file cannot be read as UTF-8.
    func text() throws -> String { try EvaluationInput.text(of: file) }

    static func text(of file: String) throws -> String {
        guard let bytes = FileManager.default.contents(atPath: file) else { throw Refusal("cannot read \(file)") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal("\(file) is not UTF-8") }
        return text
    }

    /// Measures, and says in words what is wrong with a file.
    func measure<Report>(_ measure: (String) throws(EvaluationError) -> Report) throws -> Report {
        do {
            return try measure(try text())
        } catch let error as EvaluationError {
            throw Refusal("\(file): \(error)")
        }
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

/// `biobridge eval matching`.
struct MatchingScore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matching",
        abstract: "Finds the offer that answers a need by the score of matching; shows what each part adds.",
        discussion: """
            Each FILE is a table of texts in several languages (tab-separated), expressions of interest (one JSON object on \
            each line), or a list in Markdown with lines "- Need:" and "- Cooperation and result:". --tune looks for better \
            weights of words, concepts and meaning on every other need, and shows what they do on those it has not seen.
            """)

    @Argument(help: "Files with needs and what answers them.", completion: .file()) var files: [String]
    @Flag(help: "Look for better weights.") var tune = false
    @Option(help: "Weights to measure instead of those in use: a file that --write made.") var weights: String?
    @Option(help: "Where to write the weights found.", completion: .file()) var write: String?
    @Option(help: "So many rows of a table at most, evenly over the file.") var rows = 300
    @Flag(help: "Print JSON.") var json = false

    func validate() throws {
        guard (2...10_000).contains(rows) else { throw ValidationError("--rows is a number from 2 to 10000") }
        if write != nil && !tune { throw ValidationError("--write needs --tune") }
    }

    func run() async throws {
        let texts = try files.map { try EvaluationInput.text(of: $0) }
        let report: MatchingEvaluation.Report
        do {
            report = try MatchingEvaluation.run(
                texts, encoder: EvaluationInput.encoder(), weights: try known(), most: rows, tune: tune)
        } catch let error as EvaluationError {
            throw Refusal("\(files.joined(separator: ", ")): \(error)")
        }
        if let write, let found = report.tuning?.weights {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(found).write(to: URL(filePath: write), options: .atomic)
        }
        if json { return try Output.json(report) }
        print("\(report.needs) needs; weights \(report.weights.version); mean reciprocal rank, share found first")
        for figures in report.sets { print(line(figures)) }
        for file in report.files {
            print(files[file.file - 1])
            for figures in file.parts { print(line(figures)) }
        }
        if report.files.count > 1 {
            print("all files alike")
            for figures in report.parts { print(line(figures)) }
        }
        guard let tuning = report.tuning else { return }
        print("tuned on every other need")
        for figures in [
            tuning.learnedBefore, tuning.learnedAfter, tuning.heldOutBefore, tuning.heldOutAfter,
        ] { print(line(figures)) }
        for (file, figures) in zip(files, tuning.heldOutByFile) {
            print("  held out of \(file)")
            for one in figures { print("  " + line(one)) }
        }
        let found = tuning.weights
        print(
            "found: words \(found.words), concepts \(found.concepts), meaning \(found.meaning), "
                + "concepts alone × \(found.conceptsAlone), meaning from \(found.meaningFrom) to \(found.meaningTo)")
    }

    private func known() throws -> Weights {
        guard let weights else { return .standard }
        do {
            return try JSONDecoder().decode(Weights.self, from: try Data(contentsOf: URL(filePath: weights)))
        } catch {
            throw Refusal("\(weights) holds no weights")
        }
    }

    private func line(_ figures: MatchingEvaluation.Figures) -> String {
        "  \(figures.name): \(figure(figures.meanReciprocalRank)), \(figure(figures.foundFirst))"
    }
}

/// A figure with three digits behind the point.
private func figure(_ value: Double) -> String { String(format: "%.3f", value) }
