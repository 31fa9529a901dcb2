internal import ArgumentParser
internal import Foundation
internal import Ledger

struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Looks into the ledger, also while a server works in it.",
        subcommands: [Verify.self, Stats.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recomputes the whole chain. Exit code 1 if anything is not as it was written.")

        @OptionGroup var data: DataFolder
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let verification = try await LedgerCommand.reading(data.url) { try await $0.verify() }
            if json { try Output.json(Shown(verification)) } else { print(verification.summary) }
            if !verification.isClean { throw ExitCode.failure }
        }

        private struct Shown: Encodable {
            let clean: Bool
            let entries: Int
            let head: String
            let broken: [Int64]
            let damage: [String]
            let redacted: Int
            let replacedSecrets: Int
            let blobs: Int

            init(_ verification: Verification) {
                clean = verification.isClean
                entries = verification.entries
                head = verification.head.digest.hexadecimal
                broken = verification.broken.map(\.sequence)
                damage = verification.damage
                redacted = verification.redactedBodies
                replacedSecrets = verification.replacedBodies
                blobs = verification.blobs
            }
        }
    }

    struct Stats: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many papers and revisions of each kind there are.")

        @OptionGroup var data: DataFolder
        @Flag(help: "Print JSON.") var json = false

        func run() async throws {
            let counts = try await LedgerCommand.reading(data.url) { ledger in
                var counts: [String: Count] = [:]
                for try await entries in ledger.stream(after: 0) {
                    for entry in entries { counts[entry.kind, default: Count()].add(entry) }
                }
                return counts
            }
            if json { return try Output.json(counts) }
            for (kind, count) in counts.sorted(by: { $0.key < $1.key }) {
                print("\(kind): \(count.papers) papers, \(count.revisions) revisions, \(count.bytes) bytes")
            }
        }

        private struct Count: Encodable {
            var papers = 0
            var revisions = 0
            var bytes = 0

            mutating func add(_ entry: Entry) {
                papers += entry.revision == 1 ? 1 : 0
                revisions += 1
                bytes += entry.body?.count ?? 0
            }
        }
    }

    static func reading<Value>(_ folder: URL, _ work: (SQLiteLedger) async throws -> Value) async throws -> Value {
        guard SQLiteLedger.exists(in: folder) else {
            throw Refusal("\(folder.path) holds no ledger")
        }
        let identity = try NodeIdentity.ofFolder(folder)
        let options = LedgerOptions(home: identity.name, now: { Date() })
        let ledger = try SQLiteLedger(folder: folder, options: options, access: .reading)
        let result: Result<Value, any Error>
        do { result = .success(try await work(ledger)) } catch { result = .failure(error) }
        try await ledger.close()
        return try result.get()
    }
}
