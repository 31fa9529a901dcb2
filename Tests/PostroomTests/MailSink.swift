import Foundation
import Programs

/// A real mail server for tests (aiosmtpd), which keeps what it takes as Python's own mail parser reads it.
final class MailSink {
    let folder: URL
    let port: Int
    private let program: ChildProgram
    private let input = Pipe()

    struct Taken: Decodable {
        var from: String
        var to: [String]
        var headers: [String: String]
        var names: [String]
        var type: String
        var recipients: [[String]]
        var date: String
        var parts: [Part]
        var defects: [String]
        var longestLine: Int
        var bareLineEnds: Int

        struct Part: Decodable {
            var type: String
            var text: String
        }

        var plain: String { parts.first { $0.type == "text/plain" }?.text ?? "" }
        var html: String { parts.first { $0.type == "text/html" }?.text ?? "" }
    }

    /// Whether Python, a virtual environment and aiosmtpd can be had here; made on the first call.
    static let isAvailable: Bool = {
        let errors = FileHandle.standardError
        let making = try? ChildProgram(root.appending(path: "tools/mail-sink-environment"), errors: errors)
        return making?.waitUntilEnd() == .exited(0)
    }()

    static let missing = "needs python3-venv and aiosmtpd: see tools/mail-sink-environment"

    /// - Parameter certificate: the name in its certificate; nil: it speaks no TLS.
    init(certificate: String? = nil, password: String? = nil, port: Int = 0) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-sink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = Pipe()
        var arguments = [MailSink.root.appending(path: "Tests/Support/MailSink/sink.py").path, folder.path]
        arguments += certificate.map { ["--certificate", $0] } ?? []
        arguments += password.map { ["--password", $0] } ?? []
        arguments += ["--port", String(port)]
        program = try ChildProgram(
            MailSink.root.appending(path: ".build/mail-sink/bin/python"), arguments,
            input: input.fileHandleForReading, output: output.fileHandleForWriting)
        // Else it never hears that the server has ended.
        try output.fileHandleForWriting.close()
        // The number and the end of its line may come one after the other.
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw CocoaError(.executableLoad) }
            line += more
        }
        guard let port = Int(String(decoding: line.dropLast(), as: UTF8.self)) else {
            throw CocoaError(.executableLoad)
        }
        self.port = port
    }

    var certificate: String { folder.appending(path: "certificate.pem").path }

    func taken() throws -> [Taken] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try names.sorted().map {
            try JSONDecoder().decode(Taken.self, from: Data(contentsOf: folder.appending(path: $0)))
        }
    }

    func close() throws {
        try input.fileHandleForWriting.close()
        program.waitUntilEnd()
        try FileManager.default.removeItem(at: folder)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
