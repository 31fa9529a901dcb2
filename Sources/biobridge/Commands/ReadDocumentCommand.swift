internal import ArgumentParser
internal import Documents

/// The child that reads a stranger's file: started by `DocumentReader`, never by a person.
struct ReadDocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read-document", abstract: "Reads one document for the program itself.", shouldDisplay: false)

    @Argument(help: "What to read, as JSON.") var order: String

    func run() throws { throw ExitCode(DocumentWorker.run(order)) }
}
