import Foundation
import Testing

@testable import Documents

/// Mutated documents of all formats, each read by a child of its own, as the server does it. `make fuzz-documents` sets
/// BIOBRIDGE_FUZZ to 10000.
@Suite("Mutated documents")
struct FuzzTests {
    private static let seeds: [(name: String, bytes: Data)] = [
        ("a.docx", Samples.docx), ("a.odt", Samples.odt), ("a.xlsx", Samples.xlsx), ("b.docx", Samples.entities),
        ("c.docx", Samples.bomb),
        ("a.txt", Samples.arabic1256), ("b.txt", Samples.chinese18030),
        ("a.pdf", Samples.pdf([["Boats are needed in the lagoon.", "No money."], ["Second page."]])),
        ("a.html", Data("<html><title>x</title><p>Boats &amp; money<table><tr><td>a<td>b</table>".utf8)),
        ("a.csv", Data("id,text\n1,\"Boats are needed\"\n".utf8)),
    ]

    @Test("No crash of the reader's parent, no hang, an answer for each")
    func mutated() async throws {
        let count = ProcessInfo.processInfo.environment["BIOBRIDGE_FUZZ"].flatMap { Int($0) } ?? 40
        var limits = Parsing.limits
        limits.seconds = 20
        let program = try #require(Bundle.main.executableURL).resolvingSymlinksInPath().deletingLastPathComponent()
        let reader = DocumentReader(worker: .init(executable: program.appending(path: "biobridge")), limits: limits)
        let tally = Tally()
        let started = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<3 {
                group.addTask { await Self.run(lane, of: count, reader, tally) }
            }
        }
        let (all, longest) = await tally.result
        if count >= 1_000 {
            let lines = all.sorted { $0.value > $1.value }.map { "  \($0.key): \($0.value)" }
            print(
                "\(count) mutated documents in \(ContinuousClock.now - started), slowest \(longest)\n"
                    + lines.joined(separator: "\n"))
        }
        #expect(all.values.reduce(0, +) == count)
        #expect(all.keys.allSatisfy { !$0.hasPrefix("other error") })
        #expect(longest < .seconds(40))
    }

    private static func run(_ lane: Int, of count: Int, _ reader: DocumentReader, _ tally: Tally) async {
        for number in stride(from: lane, to: count, by: 3) {
            var random = Generator(state: UInt64(number) &* 0x9e37_79b9 &+ 7)
            let seed = seeds[number % seeds.count]
            let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
            let isWritten = (try? mutated(seed.bytes, &random).write(to: file)) != nil
            let begun = ContinuousClock.now
            let answer = isWritten ? await answer(reader, file, seed.name) : "other error: not written"
            await tally.note(answer, ContinuousClock.now - begun)
            try? FileManager.default.removeItem(at: file)
        }
    }

    private actor Tally {
        private var answers: [String: Int] = [:]
        private var slowest: Duration = .zero
        var result: ([String: Int], Duration) { (answers, slowest) }

        func note(_ answer: String, _ taken: Duration) {
            answers[answer, default: 0] += 1
            slowest = max(slowest, taken)
        }
    }

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

    /// Some of: bytes changed, a stretch cut out, a stretch doubled, the end cut off, a stretch of noise put in.
    private static func mutated(_ bytes: Data, _ random: inout Generator) -> Data {
        var bytes = Array(bytes)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: for index in place..<end { bytes[index] = UInt8.random(in: 0...255, using: &random) }
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(repeating: bytes[place..<end], count: 20).joined(), at: place)
            case 3: bytes.removeSubrange(max(1, place)...)
            default:
                bytes.insert(contentsOf: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }, at: place)
            }
        }
        return Data(bytes)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}
