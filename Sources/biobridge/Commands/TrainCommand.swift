internal import ArgumentParser
internal import Foundation
internal import NeedsMining

struct TrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Trains the small models of the program on judged examples.",
        subcommands: [Needs.self, Decisions.self])

    struct Needs: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trains what tells needs from other statements.",
            discussion: """
                FILE has the form `eval needs` takes; our own examples in six languages are added. The same file gives the same \
                weights. To take them over, put them in place of \
                Sources/Files/NeedsMiningFiles/data/weights.bin and build.
                """)

        @Argument(help: "The judged examples.", completion: .file()) var file: String
        @Option(help: "Where the weights are written.") var out: String

        func run() async throws {
            guard let bytes = FileManager.default.contents(atPath: file) else { throw Refusal("cannot read \(file)") }
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal("\(file) is not UTF-8") }
            guard let encoder = EvaluationInput.encoder() else {
                throw Refusal("without the sentence encoder the views with meaning cannot be trained")
            }
            let examples = try NeedExample.read(text)
            let model = try NeedTrainer(encoder: encoder).train(on: examples, keeping: nil)
            try model.data.write(to: URL(filePath: out), options: .atomic)
            Output.note("\(model.version): \(model.data.count) bytes in \(out)")
        }
    }
}
