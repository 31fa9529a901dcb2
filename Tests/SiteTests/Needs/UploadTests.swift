import Catalogue
import Cooperation
import Desk
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Rehearsal
import Synchronization
import Testing
import WebSupport
import WebTesting

@testable import Site

@Suite("A document on its way in")
struct UploadTests {
    private static let path = "/en/documents"
    private static let boundary = "----line"

    /// The form's own fields, then the beginning of its file.
    private func head(_ page: WebAnswer, token: Bool = true) throws -> [UInt8] {
        var fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: Self.path).first))
        if !token { fields.removeAll { $0.0 == Form.tokenField } }
        fields += [("country", "BJ"), ("title", "A long plan"), ("sort", "strategy"), ("year", "2024")]
        let parts = fields.map { name, value in
            "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        let file =
            "Content-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\nContent-Type: text/plain\r\n\r\n"
        return Array("\(parts.joined())--\(Self.boundary)\r\n\(file)".utf8)
    }

    private static let tail = Array("\r\n--\(boundary)--\r\n".utf8)

    private func headers(length: Int?) -> HTTPFields {
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(Self.boundary)"]
        headers[.contentLength] = length.map { String($0) }
        return headers
    }

    /// A body that comes in pieces, and counts what was asked for.
    private func arriving(
        _ pieces: [[UInt8]], breaking: Bool = false, asked: Counter = Counter()
    ) -> RequestBody {
        let rest = Mutex(pieces[...])
        let stream = AsyncThrowingStream<ByteBuffer, any Error>(unfolding: {
            asked.count()
            if let next = rest.withLock({ $0.popFirst() }) { return ByteBuffer(bytes: next) }
            if breaking { throw CocoaError(.fileReadUnknown) }
            return nil
        })
        return RequestBody(asyncSequence: stream)
    }

    private final class Counter: Sendable {
        private let value = Atomic(0)
        var asked: Int { value.load(ordering: .relaxed) }
        func count() { value.add(1, ordering: .relaxed) }
    }

    private func left(_ house: House) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: house.stage.desk.folderOfFiles.path)) ?? []
    }

    @Test("comes in pieces, is kept whole, and leaves nothing behind")
    func pieces() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get(Self.path)
        let content = Array(
            String(repeating: "Boats are needed!!!\r\n--\(Self.boundary.dropLast())", count: 60_000).utf8)
        let whole = try head(page) + content + Self.tail
        let pieces = stride(from: 0, to: whole.count, by: 9_973).map { Array(whole[$0..<min($0 + 9_973, whole.count)]) }
        let answer = try await browser.client.post(
            Self.path, headers: headers(length: whole.count), arriving: arriving(pieces))
        #expect(answer.status == 303)
        let place = try #require(answer.header("Location")).split(separator: "?")[0]
        let id = try #require(DocumentID(own: String(place.split(separator: "/")[2])))
        let kept = try await house.stage.desk.file(of: id, for: house.cast.focalPoint)
        #expect(kept.document.file.bytes == content.count)
        #expect(kept.document.file.digest == Digest.of(content).hexadecimal)
        #expect(try Data(contentsOf: kept.file.url) == Data(content))
        let download = try await browser.client.get("\(place)/file")
        #expect(download.bytes == content && download.header("Content-Length") == String(content.count))
        withExtendedLifetime(kept) {}
        try await house.strike()
    }

    @Test("announced as too large it is refused before it comes, with the limit said and what was typed kept")
    func announced() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get(Self.path)
        let pieces = [try head(page)] + Array(repeating: Array(repeating: UInt8(65), count: 100_000), count: 50)
        let asked = Counter()
        let answer = try await browser.client.post(
            Self.path, headers: headers(length: 70_000_000), arriving: arriving(pieces, asked: asked))
        #expect(answer.status == 413 && asked.asked == 1)
        #expect(answer.text.contains("larger than 60 MB") && answer.text.contains("value=\"A long plan\""))
        #expect(left(house) == [])
        try await house.strike()
    }

    @Test("growing too large it is refused while it comes")
    func growing() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get(Self.path)
        let piece = Array(repeating: UInt8(65), count: 1_000_000)
        let asked = Counter()
        let answer = try await browser.client.post(
            Self.path, headers: headers(length: nil),
            arriving: arriving([try head(page)] + Array(repeating: piece, count: 90), asked: asked))
        #expect(answer.status == 413 && (61...63).contains(asked.asked))
        #expect(answer.text.contains("larger than 60 MB") && left(house) == [])
        try await house.strike()
    }

    @Test("broken off it leaves nothing behind", arguments: [true, false])
    func broken(breaking: Bool) async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get(Self.path)
        let pieces = [try head(page)] + Array(repeating: Array(repeating: UInt8(65), count: 700_000), count: 3)
        let answer = try await browser.client.post(
            Self.path, headers: headers(length: 50_000_000), arriving: arriving(pieces, breaking: breaking))
        #expect(answer.status >= 400)
        #expect(left(house) == [])
        #expect(try await house.stage.desk.documents(for: house.cast.focalPoint).items.isEmpty)
        try await house.strike()
    }

    @Test("without our token, or from who may not send it, its file is not read")
    func notOurs() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get(Self.path)
        let piece = Array(repeating: UInt8(65), count: 100_000)
        for (client, token) in [
            (browser, false), (try await house.browser(of: "requester"), true), (house.browser(), true),
        ] {
            let asked = Counter()
            let answer = try await client.client.post(
                Self.path, headers: headers(length: nil),
                arriving: arriving([try head(page, token: token), piece, piece, Self.tail], asked: asked))
            #expect([302, 303, 401, 403, 404].contains(answer.status) && asked.asked <= 1, "\(answer.status)")
        }
        #expect(left(house) == [])
        try await house.strike()
    }
}
