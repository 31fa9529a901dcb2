import Foundation
import Ledger
import Programs
import Testing

/// What was acknowledged survives `kill -9`, whenever it comes.
@Suite("A ledger whose process is killed")
struct KillTests {
    /// 6 ledgers, each killed 9 times: 54 kills. The first of each comes soon, while the ledger is being made.
    @Test("has every acknowledged entry and a clean chain", arguments: 1...6)
    func survives(ledger number: Int) async throws {
        try await withFolder { place in
            let folder = place.appendingPathComponent("data")
            var acknowledged = 0
            for round in 1...9 {
                let output = place.appendingPathComponent("output-\(round)")
                let life = round == 1 ? Int.random(in: 0...60) : Int.random(in: 30...400)
                try await Writer.live(in: folder, output: output, milliseconds: life)

                let lines = try String(contentsOf: output, encoding: .utf8).split(separator: "\n")
                // Every other time the ledger stays as the killed process left it, with its log.
                let isMended = round.isMultiple(of: 2) || lines.isEmpty
                let ledger = try SQLiteLedger(
                    folder: folder, options: .test(), access: isMended ? .writing : .reading)
                let verification = try await ledger.verify()
                #expect(verification.isClean, "\(verification.summary)")
                try await expect(lines, in: ledger)
                acknowledged += lines.count
                try await ledger.close()
            }
            #expect(acknowledged > 0)
        }
    }

    private func expect(_ lines: [Substring], in ledger: SQLiteLedger) async throws {
        let places = lines.compactMap { $0.split(separator: " ").first.flatMap { Int64($0) } }
        #expect(places.count == lines.count)
        guard let first = places.min() else { return }
        var found: Set<Substring> = []
        for try await page in ledger.stream(after: first - 1) {
            for entry in page { found.insert("\(entry.sequence) \(entry.digest)") }
        }
        #expect(found.isSuperset(of: lines))
    }
}

/// The program `ledger-writer`, which stands beside the program of the tests.
enum Writer {
    static var executable: URL {
        let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        return tests.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("ledger-writer")
    }

    static func start(in folder: URL, output: URL) throws -> ChildProgram {
        try Data().write(to: output)
        let errors = output.appendingPathExtension("errors")
        try Data().write(to: errors)
        return try ChildProgram(
            executable, [folder.path, "16"], output: FileHandle(forWritingTo: output),
            errors: FileHandle(forWritingTo: errors))
    }

    static func live(in folder: URL, output: URL, milliseconds: Int) async throws {
        let process = try start(in: folder, output: output)
        try await Task.sleep(for: .milliseconds(milliseconds))
        process.signal(SIGKILL)
        let end = await process.end()
        let errors = try String(contentsOf: output.appendingPathExtension("errors"), encoding: .utf8)
        #expect(end == .signalled(SIGKILL), "\(errors)")
    }
}
