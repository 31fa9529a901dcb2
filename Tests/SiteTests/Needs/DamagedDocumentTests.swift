import Catalogue
import Cooperation
import Desk
import DocumentMutation
import Documents
import Foundation
import HTTPTypes
import Rehearsal
import TextAnalysis
import Testing
import WebTesting

@testable import Site

/// Damaged documents through the form of the site, read by the real reader. `make fuzz-documents` sets BIOBRIDGE_UPLOADS.
@Suite("Damaged documents sent in")
struct DamagedDocumentTests {
    @Test("Each is taken or refused with a page, and its reading ends with text or with a reason in words")
    func uploads() async throws {
        let count = ProcessInfo.processInfo.environment["BIOBRIDGE_UPLOADS"].flatMap { Int($0) } ?? 9
        let house = try await House(miner: try Self.miner())
        let browser = try await house.browser(of: "focal-point", in: .english)
        let mutation = Mutation()
        var tally: [String: Int] = [:]
        var slowest = (time: Duration.zero, document: "")
        for number in 0..<count {
            let document = mutation.document(number + 500_000)
            let begun = ContinuousClock.now
            let answer = try await send(document.bytes, document.name, browser)
            #expect([303, 422].contains(answer.status), "number \(number): \(answer.status)")
            var end = "refused with the form"
            if answer.status == 303 {
                try await house.stage.desk.readNextDocument()
                let place = try #require(answer.header("Location")).split(separator: "?")[0]
                let page = try await browser.get(String(place))
                #expect(page.status == 200, "number \(number)")
                let id = try #require(DocumentID(own: String(place.split(separator: "/")[2])))
                let reading = try await house.stage.desk.work(on: id, for: house.cast.focalPoint).reading?.body
                end = reading?.failure ?? reading?.state.rawValue ?? "none"
                #expect([.done, .failed].contains(reading?.state), "number \(number): \(end)")
                #expect(!["reader-failed", "not-kept", "file-damaged"].contains(end), "number \(number)")
            }
            tally["\(document.format): \(end)", default: 0] += 1
            let time = ContinuousClock.now - begun
            if time > slowest.time { slowest = (time, "number \(number), \(document.format): \(end)") }
        }
        if count >= 100 {
            print("\(count) damaged documents sent in, slowest \(slowest.time): \(slowest.document)")
            for (end, number) in tally.sorted(by: { $0.key < $1.key }) { print("  \(end) \(number)") }
        }
        #expect(slowest.time < .seconds(60))
        try await house.strike()
    }

    @Test("A damaged body is a page with a reason, never an error of ours")
    func bodies() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point", in: .english)
        let page = try await browser.get("/en/documents")
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: "/en/documents").first))
        let parts = fields + [("country", "BJ"), ("title", "Plan"), ("sort", "strategy")]
        let body =
            parts.map { "--b\r\nContent-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)\r\n" }.joined()
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nText!!!\r\n--b--\r\n"
        let mutation = Mutation([Seed("body", Data(body.utf8))])
        for number in 0..<200 {
            let bytes = Array(mutation.document(number).bytes)
            let answer = try await browser.client.send(
                .post, "/en/documents", headers: [.contentType: "multipart/form-data; boundary=b"], body: bytes)
            #expect(answer.status < 500 && answer.text.contains("<html") || answer.status == 303, "number \(number)")
        }
        let files = house.stage.desk.folderOfFiles.path
        #expect((try? FileManager.default.contentsOfDirectory(atPath: files)) ?? [] == [])
        try await house.strike()
    }

    private static func miner() throws -> DocumentMiner {
        let program = try #require(Bundle.main.executableURL).resolvingSymlinksInPath().deletingLastPathComponent()
        var limits = ReadingLimits.standard
        limits.recognisedPages = 0
        return .standard(
            reader: DocumentReader(worker: .init(executable: program.appending(path: "biobridge")), limits: limits),
            encoder: nil)
    }

    private func send(_ bytes: Data, _ name: String, _ browser: Browser) async throws -> WebAnswer {
        let page = try await browser.get("/en/documents")
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: "/en/documents").first))
        return try await browser.client.postMultipart(
            "/en/documents", fields: fields + [("country", "BJ"), ("title", "Plan"), ("sort", "strategy")],
            files: [WebFile(field: "file", name: name, type: "application/octet-stream", bytes: Array(bytes))])
    }
}
