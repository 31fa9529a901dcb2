import Foundation
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
        let process = try Program.process(arguments)
        let output = try scratch("out")
        let errors = try scratch("err")
        let typed = Pipe()
        process.standardInput = typed
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
                typed.fileHandleForWriting.write(Data(input.utf8))
                try typed.fileHandleForWriting.close()
            } catch {
                done.resume(throwing: error)
            }
        }
        defer {
            try? FileManager.default.removeItem(at: output)
            try? FileManager.default.removeItem(at: errors)
        }
        return Answer(
            status: status, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Not started yet.
    static func process(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = try path()
        process.arguments = arguments
        return process
    }

    /// It stands beside the program of the tests.
    private static func path() throws -> URL {
        let tests = try #require(Bundle.main.executableURL)
        return tests.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "biobridge")
    }

    private static func scratch(_ ending: String) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString).\(ending)")
        try Data().write(to: file)
        return file
    }
}

/// A folder that goes away with the test.
func withFolder<Value>(_ work: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
}
