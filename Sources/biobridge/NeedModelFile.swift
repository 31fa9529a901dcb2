internal import Foundation
internal import NeedsMining

/// The weights a node has learned from its own decisions, in its folder. They are private: they know words of its documents.
struct NeedModelFile {
    let place: URL

    init(_ folder: URL) { place = folder.appending(path: "needs.model") }

    /// Nil where there is none, or it was made by another version of the program.
    var learned: NeedModel? { FileManager.default.contents(atPath: place.path).flatMap { NeedModel($0) } }

    /// The one in use: what the node has learned, else what was shipped.
    var model: NeedModel { learned ?? .standard }

    func take(_ model: NeedModel) throws {
        try model.data.write(to: place, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
    }

    /// Back to what was shipped. Nothing happens where nothing was taken over.
    func drop() throws {
        if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
    }
}
