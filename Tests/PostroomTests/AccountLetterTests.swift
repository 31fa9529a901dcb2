import Cooperation
import Desk
import Foundation
import Localisation
import Rehearsal
import Synchronization
import Testing
import TextAnalysis

@testable import Postroom

@Suite("Letters about accounts") struct AccountLetterTests {
    @Test("every matter has its words, in every language", arguments: Language.allCases)
    func words(language: Language) {
        let words = Words(language)
        for matter in LetterMatter.all {
            for part in ["subject", "happened"] {
                #expect(words.has(MessageKey("letters.\(part)-\(matter.name)")), "\(part) \(matter.name)")
            }
        }
        #expect(Set(LetterMatter.all.map(\.name)).count == LetterMatter.all.count)
    }

    @Test("the link of a letter leads to an account; the letter leaves once, in its reader's language")
    func roundTrip() async throws {
        let stage = try await Stage()
        let mails = Mutex<[Mail]>([])
        let office = try stage.office(
            Transport { mail in
                mails.withLock { $0.append(mail) }
                return .sent
            })
        let name = "Visit https://evil.example now"
        try await stage.desk.askToJoin(name: name, email: "ama@example.org", language: .arabic)
        #expect(try await office.sendDue().sent == 1)
        #expect(try await office.sendDue().sent == 0)
        #expect(try await stage.office(Transport { _ in .sent }).sendDue().sent == 0, "nor from another server")
        let mail = try #require(mails.withLock { $0 }.first)
        #expect(mail.to.address == "ama@example.org" && mail.to.name.isEmpty)
        let text = String(decoding: mail.content, as: UTF8.self)
        #expect(text.contains("Content-Language: ar"))
        let plain = try decoded(text)
        #expect(!plain.contains("evil.example"), "who registers writes nothing into a letter to somebody else")
        let link = try #require(plain.firstMatch(of: /https:\/\/bio-bridge\.example\/ar\/links\/([A-Za-z0-9_-]{43})/))
        let id = try await stage.desk.join(
            token: String(link.1), password: "lamp river eleven", browser: Desk.Browser(tokenHash: "t"))
        #expect(try await stage.desk.visitor(tokenHash: "t")?.account.id == id)
        try await stage.strike()
    }

    @Test("an invitation says who invites, to what, and for how long")
    func invitation() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await stage.desk.invite(
            Invitation(
                name: "Ama", email: "ama@example.org", language: .english, role: .authorisedUser, country: cast.benin,
                begins: CalendarDay("2026-03-05"), ended: CalendarDay("2026-03-12")), by: cast.focalPoint)
        let letter = try #require(try await stage.desk.accountLettersToSend(limit: 10).letters.first)
        let dispatch = try #require(try await stage.desk.begin(letter))
        let message = try #require(try writer().message(letter, as: dispatch))
        #expect(message.subject == "You are invited: Authorised user of the focal point")
        #expect(
            message.plain.contains("focal-point invites you to act as: Authorised user of the focal point (Benin)."))
        #expect(message.plain.contains("From 5 March 2026 until 11 March 2026."))
        #expect(message.html.contains("Open the link") && !message.html.contains("Open the request"))
        try await stage.strike()
    }

    /// The plain part of a mail, whatever way it was written.
    private func decoded(_ mail: String) throws -> String {
        let part = try #require(mail.components(separatedBy: "Content-Type: text/plain").dropFirst().first)
        let body = try #require(part.components(separatedBy: "\r\n\r\n").dropFirst().first)
        let base64 = body.components(separatedBy: "--=_")[0].filter { !$0.isWhitespace }
        return Data(base64Encoded: base64).map { String(decoding: $0, as: UTF8.self) } ?? part
    }
}
