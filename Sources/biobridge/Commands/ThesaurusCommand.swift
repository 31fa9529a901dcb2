internal import ArgumentParser
internal import Foundation
internal import Matching
internal import TextAnalysis
internal import Vocabulary

struct ThesaurusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thesaurus", abstract: "The concepts of biodiversity and cooperation in six languages.",
        subcommands: [Export.self, Audit.self])

    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "audit",
            abstract: "Finds names that texts use for something else: words of every day.",
            discussion: """
                FILE holds the same texts in several languages: tab-separated, a column for each language's code. Shown are names \
                that are found where few of the other languages name the concept or one near it, the most doubtful first. A person \
                judges them; marks stand in data/thesaurus/everyday.jsonl.
                """)

        @OptionGroup var input: EvaluationInput
        @Option(help: "How many to show.") var limit = 60

        func run() async throws {
            let found = try input.measure { text throws(EvaluationError) in try NameAudit.run(text) }.prefix(
                max(1, limit))
            if input.json { return try Output.json(Array(found)) }
            for name in found {
                print(
                    "\(name.language.code) “\(name.name)” \(name.concept): found \(name.found), agreed \(name.agreed)")
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Writes the thesaurus as SKOS (Turtle).")

        @Option(help: "The address under which it will be published; without it, wherever the file lies.")
        var base: String?
        @Option(help: "The file to write; without it, to standard output.", completion: .file()) var to: String?

        func validate() throws {
            if let base, URL(string: base)?.scheme == nil { throw ValidationError("not a whole address: \(base)") }
        }

        func run() async throws {
            let turtle = Thesaurus.standard.turtle(base: base.flatMap { URL(string: $0) })
            guard let to else { return print(turtle, terminator: "") }
            try Data(turtle.utf8).write(to: URL(filePath: to), options: .atomic)
        }
    }
}
