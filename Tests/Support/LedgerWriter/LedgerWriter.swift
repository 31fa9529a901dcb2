import Foundation
import Ledger

/// Writes to a ledger with many tasks at once until it is killed, and prints each entry when it is acknowledged:
/// `sequence digest`, one write per line, so that a line that came out was whole before the process died.
@main
enum LedgerWriter {
    static func main() async {
        guard CommandLine.arguments.count == 3, let tasks = Int(CommandLine.arguments[2]) else {
            FileHandle.standardError.write(Data("ledger-writer FOLDER TASKS\n".utf8))
            exit(64)
        }
        do {
            try await write(to: URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true), tasks: tasks)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(70)
        }
    }

    private static func write(to folder: URL, tasks: Int) async throws {
        let options = LedgerOptions(home: "global", kindsWithoutHistory: ["password"], now: { Date() })
        let ledger = try SQLiteLedger(folder: folder, options: options)
        let papers = PaperIDGenerator(now: { Date() })
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks { group.addTask { try await write(to: ledger, papers) } }
            try await group.waitForAll()
        }
    }

    /// Papers with a revision, a claim and a secret each; a blob now and then.
    private static func write(to ledger: SQLiteLedger, _ papers: PaperIDGenerator) async throws {
        while true {
            let paper = papers.next("request")
            let password = papers.next("password")
            try await print(
                ledger.commit(
                    [draft(paper, "request", 0), draft(password, "password", 0)],
                    claiming: [Claim(space: "form", key: paper.rawValue)], releasing: []))
            try await print(ledger.commit([draft(paper, "request", 1), draft(password, "password", 1)]))
            if Int.random(in: 0..<10) == 0 {
                _ = try await ledger.store(Data(paper.rawValue.utf8))
                try await print([ledger.redact(paper, author: "writer", reason: "test")])
            }
        }
    }

    private static func draft(_ paper: PaperID, _ kind: String, _ base: Int) -> Draft {
        let text = String(repeating: paper.rawValue, count: Int.random(in: 1...60))
        return Draft(paper: paper, kind: kind, author: "writer", base: base, body: Data(text.utf8))
    }

    private static func print(_ entries: [Entry]) {
        for entry in entries {
            let line = Array("\(entry.sequence) \(entry.digest)\n".utf8)
            _ = line.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
        }
    }
}
