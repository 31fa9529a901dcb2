import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Postroom

@Suite(
    "Letters passed on without addresses", .serialized,
    .enabled(if: MailSink.isAvailable, Comment(rawValue: MailSink.missing)))
struct RelayTests {
    private func office(_ stage: Stage, _ sink: MailSink) throws -> PostOffice {
        let writer = LetterWriter(
            from: try mailbox("post@bio-bridge.example"), page: { _, _ in "" }, link: { _, _ in "" },
            exchange: { language, id in "https://bio-bridge.example/\(language.code)/work/enquiries/\(id.own)" })
        let server = try MailServer("smtp-plain://127.0.0.1:\(sink.port)", password: nil)
        return PostOffice(desk: stage.desk, writer: writer, transport: .smtp(server), logger: quiet)
    }

    @Test func neitherSideLearnsTheOthersAddress() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let sink = try MailSink()
        let office = try office(stage, sink)
        let desk = stage.desk
        let id = try await desk.enquire(
            LocalizedText("Bonjour,\nformez-vous des agents ?\n<script>", in: .french),
            to: .institution(cast.institute),
            by: cast.stranger)
        #expect(try await office.sendDue().sent == 1)
        let there = try #require(try sink.taken().first)
        #expect(there.to == ["provider@example.org"])
        let all = there.plain + there.html + there.headers.map { $0.key + $0.value }.joined()
        #expect(!all.contains("stranger@example.org") && !all.contains("<script>\n"))
        #expect(there.plain.contains("> formez-vous des agents ?"))
        #expect(there.plain.contains("https://bio-bridge.example/fr/work/enquiries/\(id.own)"))
        #expect(there.headers["Reply-To"] == nil && there.from == "post@bio-bridge.example")
        #expect(there.html.contains("&lt;script&gt;"))
        // Sent once; the answer goes back the same way, in the same thread.
        #expect(try await office.sendDue() == PostOffice.Round())
        try await desk.answer(LocalizedText("Oui, deux fois par an.", in: .french), in: id, by: cast.provider)
        #expect(try await office.sendDue().sent == 1)
        let back = try #require(try sink.taken().last)
        #expect(back.to == ["stranger@example.org"])
        #expect(!(back.plain + back.html + back.headers.map(\.value).joined()).contains("provider@example.org"))
        #expect(back.headers["References"] == there.headers["References"])
        // What is kept of it holds no address.
        for entry in try await stage.ledger.entries(after: 0, limit: 10_000)
        where ["enquiry", "relay"].contains(entry.kind) {
            let body = try #require(entry.body)
            #expect(!String(decoding: body, as: UTF8.self).contains("@"))
        }
        try sink.close()
        try await stage.strike()
    }
}
