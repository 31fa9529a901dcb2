internal import Foundation
internal import SentenceVectors

/// Where the program finds the weights of the sentence encoder: where BIOBRIDGE_MODEL says, in the node's folder, in `models` of
/// the folder it is run in, or of a folder above the program itself.
enum Model {
    /// Nil where there is none, or it is damaged: then meaning is not compared, and whoever asks is told.
    static func encoder(beside data: URL? = nil, check: ModelCheck = .structure) -> SentenceEncoder? {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        var places = [data, here.appending(path: "models")].compactMap { $0 }
        var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        for _ in 0..<4 {
            guard let place = folder else { break }
            places.append(place.appending(path: "models"))
            folder = place.deletingLastPathComponent()
        }
        return ModelLocation.find(in: places).flatMap { try? SentenceEncoder(modelAt: $0, check: check) }
    }
}
