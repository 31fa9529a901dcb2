import Foundation

/// A real mail server for tests (aiosmtpd), which keeps what it takes as Python's own mail parser reads it.
final class MailSink {
    let folder: URL
    let port: Int
    private let process = Process()
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
        let process = Process()
        process.executableURL = root.appending(path: "tools/mail-sink-environment")
        process.standardInput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    static let missing = "needs python3-venv and aiosmtpd: see tools/mail-sink-environment"

    /// - Parameter certificate: the name in its certificate; nil: it speaks no TLS.
    init(certificate: String? = nil, password: String? = nil, port: Int = 0) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-sink-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = Pipe()
        process.executableURL = MailSink.root.appending(path: ".build/mail-sink/bin/python")
        process.arguments = [MailSink.root.appending(path: "Tests/Support/MailSink/sink.py").path, folder.path]
        process.arguments? += certificate.map { ["--certificate", $0] } ?? []
        process.arguments? += password.map { ["--password", $0] } ?? []
        process.arguments? += ["--port", String(port)]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
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
        process.waitUntilExit()
        try FileManager.default.removeItem(at: folder)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
