import Cooperation
import Desk
import Foundation
import Localisation
import Rehearsal
import Synchronization
import Testing
import TextAnalysis

@testable import Postroom

@Suite("Letters about news, in words")
struct NewsSheetTests {
    private func writer(_ reasons: [String] = ["One & two", "Three", "Four"]) throws -> LetterWriter {
        LetterWriter(
            from: try mailbox("post@bio-bridge.example"),
            page: { language, request in "https://bio-bridge.example/\(language.code)/requests/\(request.own)" },
            link: { language, token in "https://bio-bridge.example/\(language.code)/links/\(token ?? "")" },
            news: NewsPages(
                work: { "https://bio-bridge.example/\($0.code)/work" },
                record: { "https://bio-bridge.example/\($0.code)/records/\($1)" },
                stop: { "https://bio-bridge.example/\($0.code)/news-letters/\($1.own).seal" },
                reasons: { _, _ in reasons }))
    }

    /// A stage on which one new request fits the provider's offer, and she wants letters.
    private func waiting() async throws -> (Stage, Cast, RequestID) {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: 20, byMail: true, by: cast.provider)
        stage.clock.wait(days: 1)
        let id = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 2)
        return (stage, cast, id)
    }

    @Test(arguments: Language.allCases)
    func sheReadsWhatIsNewWhyItFitsAndHowToEndIt(language: Language) async throws {
        let (stage, cast, id) = try await waiting()
        var letter = try #require(try await stage.desk.newsToSend().first)
        letter.recipient.body.language = language
        let bulletin = try #require(try await stage.desk.begin(letter))
        let message = try #require(try writer().message(letter, as: bulletin))
        let stop = "https://bio-bridge.example/\(language.code)/news-letters/\(letter.recipient.id.own).seal"
        for part in ["Suivi de la faune", "One & two", "Three", "/records/\(id.rawValue)", stop] {
            #expect(message.plain.contains(part), "\(part)")
        }
        #expect(!message.plain.contains("Four"), "two reasons are enough for a letter")
        #expect(message.html.contains("One &amp; two") && message.html.contains("dir=\"\(language.direction)\""))
        for text in [message.plain, message.html, message.subject] {
            #expect(text.firstMatch(of: /news\.[a-z]/) == nil && text.firstMatch(of: /\{[a-z]+\}/) == nil)
        }
        let content = String(decoding: message.content, as: UTF8.self)
        #expect(content.contains("List-Unsubscribe: <\(stop)>\r\n"))
        #expect(content.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
        #expect(message.to.address == "provider@example.org" && cast.provider.account == letter.recipient.id)
        try await stage.strike()
    }

    @Test func twoOfficesSendOneLetterAndNoneASecondTime() async throws {
        let (stage, _, _) = try await waiting()
        let sent = Mutex<[String]>([])
        let transport = Transport { mail in
            sent.withLock { $0.append(mail.number) }
            return .sent
        }
        let offices = try (0..<2).map { _ in
            PostOffice(desk: stage.desk, writer: try writer(), transport: transport, logger: quiet)
        }
        async let one = offices[0].sendDue()
        async let other = offices[1].sendDue()
        _ = try await (one, other)
        #expect(sent.withLock { $0.count { $0.hasPrefix("bulletin-") } } == 1)
        stage.clock.wait(days: 1)
        for office in offices { #expect(try await office.sendDue() == PostOffice.Round()) }
        #expect(sent.withLock { $0.count { $0.hasPrefix("bulletin-") } } == 1)
        try await stage.strike()
    }

    @Test func lettersOfDossiersHaveNoLinkToEndThem() throws {
        let content = String(decoding: try mail(to: "a@example.org").content, as: UTF8.self)
        #expect(!content.contains("List-Unsubscribe"))
    }
}
