internal import Foundation

/// `biobridge serve` as a process of its own, asked from outside.
struct ServedNode {
    private let process: Process
    private let port: Int
    private let began: ContinuousClock.Instant

    init(folder: URL, port: Int) async throws {
        self.port = port
        process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["serve", "--data", folder.path, "--port", String(port)]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        began = ContinuousClock().now
        try process.run()
    }

    /// Asks for the page visitors come in by until it is answered. Seconds from the start, and for the same page again.
    func firstPage() async throws -> (start: Double, again: Double) {
        let clock = ContinuousClock()
        while !answers("/en") {
            guard process.isRunning, clock.now - began < .seconds(1_800) else {
                throw Refusal("the server did not answer at port \(port)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        let start = (clock.now - began) / .seconds(1)
        let again = clock.measure { _ = answers("/en") }
        return (start, again / .seconds(1))
    }

    var residentMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 / 1_000 } ?? 0
    }

    /// What the process had of the processors so far.
    var processorSeconds: Double {
        let line = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        // Behind the name in brackets, the 12th and 13th: ticks in the program and in the system.
        let values = line.split(separator: ")").last?.split(separator: " ") ?? []
        guard values.count > 12, let own = Double(values[11]), let system = Double(values[12]) else { return 0 }
        return (own + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    func stop() throws {
        process.terminate()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Refusal("the server did not close properly") }
    }

    /// Whether the server gives this page, whole.
    private func answers(_ path: String) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { return false }
        let question = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard send(descriptor, question, question.count, Int32(MSG_NOSIGNAL)) == question.count else {
            return false
        }
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            answer.append(contentsOf: piece[0..<count])
        }
        let text = String(decoding: answer, as: UTF8.self)
        return text.hasPrefix("HTTP/1.1 200") && text.contains("</html>")
    }
}
