import Foundation

/// What the child says on its standard output: one JSON object on each line.
enum WorkerReply: Codable {
    case progress(DocumentReader.Progress)
    case document(SourceDocument)
    case refusal(DocumentRefusal)
}

/// What the child is asked, as its one argument.
struct WorkerOrder: Codable {
    var file: String
    var name: String
    var folder: String
    var limits: ReadingLimits
}
