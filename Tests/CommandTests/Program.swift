import Foundation
import Programs
import Testing

/// The program `biobridge` as a person runs it: a process of its own.
struct Program {
    struct Answer {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., input: String = "") async throws -> Answer {
        try await run(arguments, input: input)
    }

    static func run(_ arguments: [String], input: String = "") async throws -> Answer {
        let typed = try scratch("in", input)
        let output = try scratch("out")
        let errors = try scratch("err")
        defer { for file in [typed, output, errors] { try? FileManager.default.removeItem(at: file) } }
        let program = try ChildProgram(
            path(), arguments, input: FileHandle(forReadingFrom: typed), output: FileHandle(forWritingTo: output),
            errors: FileHandle(forWritingTo: errors))
        guard case .exited(let status) = await program.end() else { throw Killed(arguments: arguments) }
        return Answer(
            status: status, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    struct Killed: Error { let arguments: [String] }

    /// Goes on beside the test; what it says is lost.
    static func start(_ arguments: [String]) throws -> ChildProgram { try ChildProgram(path(), arguments) }

    /// It stands beside the program of the tests.
    private static func path() throws -> URL {
        let tests = try #require(Bundle.main.executableURL)
        return tests.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "biobridge")
    }

    private static func scratch(_ ending: String, _ content: String = "") throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString).\(ending)")
        try Data(content.utf8).write(to: file)
        return file
    }
}

/// A folder that goes away with the test.
func withFolder<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
}
