import DocumentMutation
import Foundation
import Testing

@testable import Documents

/// Damaged documents of all formats, each read by a child of its own, as the server does it. `make fuzz-documents` sets
/// BIOBRIDGE_FUZZ to 10000; BIOBRIDGE_FUZZ_FROM goes on behind those of an earlier run.
@Suite("Mutated documents")
struct FuzzTests {
    private static let mutation = Mutation(
        Seed.all + [
            Seed("a.docx", Samples.docx), Seed("a.odt", Samples.odt), Seed("a.xlsx", Samples.xlsx),
            Seed("b.docx", Samples.entities), Seed("c.docx", Samples.bomb), Seed("a.txt", Samples.arabic1256),
            Seed("b.txt", Samples.chinese18030),
            Seed("a.pdf", Samples.pdf([["Boats are needed in the lagoon.", "No money."], ["Second page."]])),
        ])
    private static let lanes = 4

    @Test("No crash of the reader or its parent, no hang, an answer for each")
    func mutated() async throws {
        let settings = ProcessInfo.processInfo.environment
        let count = settings["BIOBRIDGE_FUZZ"].flatMap { Int($0) } ?? 40
        let first = settings["BIOBRIDGE_FUZZ_FROM"].flatMap { Int($0) } ?? 0
        var limits = Parsing.limits
        limits.seconds = 20
        let program = try #require(Bundle.main.executableURL).resolvingSymlinksInPath().deletingLastPathComponent()
        let reader = DocumentReader(worker: .init(executable: program.appending(path: "biobridge")), limits: limits)
        let tally = Tally()
        let started = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<Self.lanes {
                group.addTask { await Self.run(first + lane, before: first + count, reader, tally) }
            }
        }
        let result = await tally.result
        if count >= 1_000 {
            print("\(count) mutated documents in \(ContinuousClock.now - started)\n\(result.report)")
        }
        #expect(result.count == count)
        #expect(result.odd == [])
        #expect(result.slowest < .seconds(40))
    }

    private static func run(_ first: Int, before end: Int, _ reader: DocumentReader, _ tally: Tally) async {
        for number in stride(from: first, to: end, by: lanes) {
            let (name, format, bytes) = mutation.document(number)
            let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
            let isWritten = (try? bytes.write(to: file)) != nil
            let begun = ContinuousClock.now
            let answer = isWritten ? await answer(reader, file, name) : "not written"
            await tally.note(answer, format, number, ContinuousClock.now - begun)
            try? FileManager.default.removeItem(at: file)
        }
    }

    private actor Tally {
        struct Result: Sendable {
            var count = 0
            var answers: [String: [String: Int]] = [:]
            var slowest: Duration = .zero
            var slowestDocument = 0
            /// The numbers of documents whose reader fell, ran into its limits of time or memory, or answered in no way we know.
            var odd: [String] = []

            var report: String {
                let rows = answers.sorted { $0.key < $1.key }.map { format, counts in
                    let cells = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
                    return "  \(format): " + cells.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
                }
                return rows.joined(separator: "\n") + "\n  slowest \(slowest), number \(slowestDocument)"
            }
        }

        private(set) var result = Result()

        func note(_ answer: String, _ format: String, _ number: Int, _ taken: Duration) {
            result.count += 1
            result.answers[format, default: [:]][answer, default: 0] += 1
            if taken > result.slowest { (result.slowest, result.slowestDocument) = (taken, number) }
            if !FuzzTests.expected.contains(answer) { result.odd.append("\(number) \(format): \(answer)") }
        }
    }

    /// Read, or refused for what is in the file.
    private static let expected: Set<String> = [
        "read", "damaged", "unknown-format", "not-a-document", "old-office-format", "empty", "encrypted", "no-text",
        "scanned",
        "nothing-recognised", "archive-bomb", "declares-entities", "too-many-pages", "too-much-text", "too-large",
    ]

    private static func answer(_ reader: DocumentReader, _ file: URL, _ name: String) async -> String {
        do {
            _ = try await reader.read(file, named: name)
            return "read"
        } catch let refusal as DocumentRefusal {
            return refusal.code
        } catch {
            return "other error \(error)"
        }
    }
}
