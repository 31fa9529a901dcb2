import Foundation
import Testing

@Suite("Mining from the command line") struct MineTests {
    private static let text =
        "Capacity needs\n\nThe agency lacks trained staff to monitor coral reefs.\n\nThe capital lies on the coast.\n"

    private func mine(_ bytes: Data, _ name: String, _ arguments: String...) async throws -> Program.Answer {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
        defer { try? FileManager.default.removeItem(at: file) }
        try bytes.write(to: file)
        return try await Program.run(["mine", file.path] + arguments)
    }

    @Test func whatIsPrintedHasTheseKeys() async throws {
        let answer = try await mine(Data(Self.text.utf8), "plan.txt", "--json", "--country", "BJ")
        #expect(answer.status == 0)
        let found = try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]])
        #expect(
            found.compactMap { $0["text"] as? String } == ["The agency lacks trained staff to monitor coral reefs."])
        let keys: Set = ["text", "page", "kind", "need", "themes", "targets", "assistance", "score", "why"]
        #expect(found.allSatisfy { Set($0.keys) == keys })
    }

    @Test func peopleReadLines() async throws {
        let answer = try await mine(Data(Self.text.utf8), "plan.txt")
        #expect(
            answer.status == 0 && answer.output.contains("coral reefs") && answer.errors.contains("potential need"))
    }

    @Test func aFileThatIsNotReadHasItsReason() async throws {
        let picture = try await mine(Data([0x89, 0x50, 0x4E, 0x47]), "a.pdf")
        #expect(picture.status == 1 && picture.errors.contains("This is no document") && picture.output.isEmpty)
        let missing = try await Program.run("mine", "/nowhere/plan.pdf")
        #expect(missing.status == 1 && missing.errors.contains("cannot read"))
    }

    @Test(arguments: [["--threshold", "2"], ["--country", "XX"], ["--language", "de"]])
    func wrongUse(_ arguments: [String]) async throws {
        #expect(try await Program.run(["mine", "x"] + arguments).status == 64)
    }
}
