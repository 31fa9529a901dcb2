import Foundation
import Synchronization

/// A server on a free port of this machine that answers as a test says, and remembers who asked what.
final class LittleServer: Sendable {
    struct Request: Sendable {
        let method: String
        let path: String
        let agent: String
    }

    struct Reply: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = "hello"
        /// Seconds before it answers.
        var delay = 0.0
    }

    let port: Int
    private let socket: Int32
    private let reply: @Sendable (Request) -> Reply
    private let seen = Mutex<[Request]>([])

    var requests: [Request] { seen.withLock(\.self) }
    /// As limits name it.
    var host: String { "127.0.0.1:\(port)" }
    func address(_ path: String) -> String { "http://\(host)\(path)" }

    init(_ reply: @escaping @Sendable (Request) -> Reply) throws {
        self.reply = reply
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket
        let bound = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, size) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, place, &size) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: place.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                if client < 0 { return }
                Thread.detachNewThread { [self] in serve(client) }
            }
        }
    }

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = recv(client, &bytes, bytes.count, 0)
        guard count > 0 else { return }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ").map(String.init)
        guard words.count == 3 else { return }
        let agent = lines.first { $0.lowercased().hasPrefix("user-agent:") } ?? ""
        let request = Request(method: words[0], path: words[1], agent: agent)
        seen.withLock { $0.append(request) }
        let reply = reply(request)
        if reply.delay > 0 { Thread.sleep(forTimeInterval: reply.delay) }
        var head = "HTTP/1.1 \(reply.status) X\r\nConnection: close\r\nContent-Length: \(reply.body.utf8.count)\r\n"
        for (name, value) in reply.headers { head += "\(name): \(value)\r\n" }
        let text = head + "\r\n" + (request.method == "HEAD" ? "" : reply.body)
        let data = Array(text.utf8)
        var sent = 0
        while sent < data.count {
            let more = data[sent...].withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if more <= 0 { return }
            sent += more
        }
    }
}
