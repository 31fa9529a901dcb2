internal import ArgumentParser
internal import Foundation
internal import Vocabulary

struct ThesaurusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thesaurus", abstract: "The concepts of biodiversity and cooperation in six languages.",
        subcommands: [Export.self])

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
