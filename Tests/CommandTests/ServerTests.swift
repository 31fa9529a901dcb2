import Foundation
import FoundationNetworking
import Testing

@Suite(.serialized) struct ServerTests {
    @Test func aServerIsKilledAndStartsAgainWithEverything() async throws {
        try await withFolder { folder in
            let data = folder.appending(path: "node").path
            #expect(try await Program.run("demo", "--data", data).status == 0)
            let port = Int.random(in: 20_000...40_000)
            let arguments = ["serve", "--data", data, "--port", "\(port)"]
            let server = try Program.start(arguments)
            #expect(try await page(port, "/fr").contains("Bio-Bridge"))
            // Letters become files where there is no mail server.
            let letters = folder.appending(path: "node/outgoing").path
            var first: String?
            for _ in 0..<100 where first == nil {
                first = try? FileManager.default.contentsOfDirectory(atPath: letters).first { $0.hasSuffix(".eml") }
                try await Task.sleep(for: .milliseconds(200))
            }
            let letter = try String(contentsOfFile: letters + "/" + (try #require(first)), encoding: .utf8)
            #expect(letter.contains("Auto-Submitted: auto-generated"))
            let post = try await Program.run("post", "--data", data)
            #expect(post.status == 0 && post.output.contains(" 0 failed"), "\(post.errors)")
            // A second server does not write the same ledger, and says who does.
            let second = try await Program.run(["serve", "--data", data, "--port", "\(port + 1)"])
            #expect(second.status == 1 && second.errors.contains("\(server.identifier)"))
            // What only looks may work beside it.
            #expect(try await Program.run("ledger", "verify", "--data", data).status == 0)
            let backup = folder.appending(path: "backup").path
            let copied = try await Program.run("backup", "--data", data, "--to", backup)
            #expect(copied.status == 0, "\(copied.errors)")
            server.signal(SIGKILL)
            #expect(await server.end() == .signalled(SIGKILL))

            let again = try Program.start(arguments)
            #expect(try await page(port, "/en").contains("Bio-Bridge"))
            again.signal(SIGTERM)
            #expect(await again.end() == .exited(0))
            #expect(try await Program.run("ledger", "verify", "--data", data).status == 0)
        }
    }

    /// Asks until the server answers, at most a minute.
    private func page(_ port: Int, _ path: String) async throws -> String {
        let address = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
        for _ in 0..<300 {
            if let (bytes, _) = try? await URLSession.shared.data(from: address) {
                return String(decoding: bytes, as: UTF8.self)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        return ""
    }
}
