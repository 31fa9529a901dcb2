internal import ArgumentParser
internal import Foundation

/// The folder of a node, as every command takes it.
struct DataFolder: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder of the node.", completion: .directory)
    var path: String

    var url: URL { URL(filePath: path, directoryHint: .isDirectory) }
}

/// Why a command could not do it, said to the person at the keyboard.
struct Refusal: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
