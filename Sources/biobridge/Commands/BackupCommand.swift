internal import ArgumentParser
internal import Foundation
internal import Ledger

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes everything a node needs to begin again into one file, also while a server works in it.")

    @OptionGroup var data: DataFolder
    @Option(name: .customLong("to"), help: "The file to write. It must not exist.") var file: String

    func run() async throws {
        let target = URL(filePath: file)
        guard !FileManager.default.fileExists(atPath: target.path) else { throw Refusal("\(file) exists already") }
        let place = target.deletingLastPathComponent().resolvingSymlinksInPath().path
        guard place != data.url.resolvingSymlinksInPath().path else {
            throw Refusal("a backup beside the ledger is lost with it: choose a file outside \(data.path)")
        }
        let head = try await LedgerCommand.reading(data.url) { ledger in
            try await ledger.backup(to: target)
            return try await ledger.head()
        }
        print("\(head.sequence) entries or more, \(target.path)")
        print("The node's name and key are in \(data.url.appending(path: "node.json").path): keep a copy of it, too.")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the place of a node's ledger, after checking it whole. The server must be stopped.")

    @Argument(help: "The backup.") var file: String
    @OptionGroup var data: DataFolder

    func run() async throws {
        let source = URL(filePath: file)
        guard FileManager.default.fileExists(atPath: source.path) else { throw Refusal("\(file) does not exist") }
        let verification = try SQLiteLedger.restore(source, into: data.url, now: Date())
        print(verification.summary)
        try await House.working(in: data.url, anew: true) { _ in }
    }
}
