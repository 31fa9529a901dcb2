import Foundation
import Testing

@testable import SentenceVectors

/// The model and the reference made by `tools/make-model`, where they are: named by the environment or in `models/`.
enum TestModel {
    static let projectFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let place = ModelLocation.find(in: [projectFolder.appendingPathComponent("models")])

    static let isThere = place.map { FileManager.default.fileExists(atPath: $0.path) } ?? false

    static let reference = place?.deletingLastPathComponent().appendingPathComponent("reference.json")

    static let hasReference = isThere && reference.map { FileManager.default.fileExists(atPath: $0.path) } ?? false

    static let skipped: Comment = "the sentence encoder's model is not there (make model): skipped"

    /// One for all tests: opening it reads 82 MB.
    static let encoder: Result<SentenceEncoder, EncoderError> = {
        guard let place else { return .failure(.unreadable(path: "models")) }
        do throws(EncoderError) {
            return .success(try SentenceEncoder(modelAt: place))
        } catch {
            return .failure(error)
        }
    }()

    /// Our own sentences: the same six things said in six languages, and some odd ones.
    static func sentences() throws -> [Sentence] {
        let file = projectFolder.appendingPathComponent("tools/model/sentences.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Sentence(meaning: fields[0], language: fields[1], text: fields[2])
        }
    }
}

struct Sentence {
    let meaning: String
    let language: String
    let text: String

    var isOdd: Bool { meaning.hasPrefix("odd") }
}

/// What the wheel's own program makes of one of our sentences; tokens with start and end.
struct ReferenceItem: Decodable {
    let text: String
    let tokens: [Int32]
    let vector: [Float]
}
