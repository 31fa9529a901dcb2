import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Postroom

@Suite("Letters in words")
struct LetterWriterTests {
    @Test("every occasion has its words", arguments: [Language.english, .french])
    func words(language: Language) {
        let keys = Messages.standard.keys(in: language)
        for occasion in Occasion.allCases {
            #expect(keys.contains("mail.subject-\(occasion.rawValue)"))
            #expect(keys.contains("mail.happened-\(occasion.rawValue)"))
        }
        for addressee in Addressee.allCases { #expect(keys.contains("mail.why-\(addressee.rawValue)")) }
        let known = Set(
            Occasion.allCases.flatMap { occasion in
                Addressee.allCases.map { "mail.act-\(occasion.rawValue)-\($0.rawValue)" }
            })
        #expect(keys.filter { $0.hasPrefix("mail.act-") }.isSubset(of: known))
        // Whoever is expected to act is told how.
        for act in [
            "windowOpened-focalPoint", "reminder-focalPoint", "silencePassed-helpDesk", "endorsed-helpDesk",
            "objected-requester", "asked-requester", "questionAnswered-focalPoint", "answered-requester",
            "introducedToRequester-requester", "introducedToCandidate-candidate",
        ] {
            #expect(keys.contains("mail.act-" + act))
        }
    }

    @Test func theFocalPointReadsWhatSheCanDoUntilWhenAndWhatSilenceMeans() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        let message = try await stage.message()
        #expect(message.subject == "Votre avis avant le 23 mars 2026\u{A0}: Suivi de la faune")
        #expect(
            message.plain == """
                Suivi de la faune
                Agence des parcs

                Bonjour focal-point,

                Une demande formulée dans votre pays vous a été transmise en votre qualité de point focal national.

                Vous pouvez l’approuver, formuler une objection motivée ou poser une question à l’institution requérante.

                Le point focal du pays a jusqu’au 23 mars 2026. Sans réponse d’ici là, la demande suit son cours.

                Ouvrir la demande
                https://bio-bridge.example/fr/requests/\(id.own)

                --\u{20}
                Vous recevez cette lettre parce que vous êtes le point focal national du pays ou agissez en son nom.
                Veuillez répondre sur la page de la demande. Personne ne lit les réponses à cette lettre.

                """)
        #expect(message.html.contains("href=\"https://bio-bridge.example/fr/requests/\(id.own)\""))
        #expect(message.to.address == "focal-point@example.org" && message.from.name == "Bio-Bridge")
        try await stage.strike()
    }

    @Test func arabicRunsFromTheRight() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let reader = try await stage.desk.register(
            Account(name: "ليلى", email: "laila@example.org", language: .arabic), password: "a long password")
        try await stage.desk.appoint(
            Appointment(account: reader, role: .authorisedUser, country: cast.benin), by: .office)
        _ = try await cast.submitted(on: stage)
        let letters = try await stage.desk.lettersToSend(limit: 9).letters
        let letter = try #require(letters.first { $0.recipient.id == reader })
        let dispatch = try #require(try await stage.desk.begin(letter))
        let message = try #require(try writer().message(letter, as: dispatch))
        #expect(message.html.contains("<html lang=\"ar\" dir=\"rtl\">") && message.html.contains("text-align:right"))
        // The title is French and says so.
        #expect(message.html.contains("<bdi lang=\"fr\" dir=\"ltr\">Suivi de la faune</bdi>"))
        #expect(message.plain.contains("/ar/requests/"))
        try await stage.strike()
    }

    @Test func theLetterAboutAnAnswerSaysWhatGoesWithItAndWhereItIsRead() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let guide = try await stage.desk.write(
            Resource(
                title: LocalizedText("Guide <b>to</b> wildlife", in: .english), form: .guidance,
                links: [Link(title: "", address: "https://guides.example/")]), by: .office)
        try await stage.desk.answer(
            Answer(request: id, text: LocalizedText("Lisez.", in: .french), handingOut: [.resource(guide)]),
            by: cast.officer)
        let letters = try await stage.desk.lettersToSend(limit: 50).letters
        let letter = try #require(letters.first { $0.occasion == .answered && $0.addressee == .requester })
        let dispatch = try #require(try await stage.desk.begin(letter))
        let message = try #require(try writer().message(letter, as: dispatch))
        let address = "https://bio-bridge.example/fr/records/\(guide.rawValue)"
        #expect(message.plain.contains("Avec la réponse\u{A0}:\n* Guide <b>to</b> wildlife\n  \(address)"))
        #expect(message.html.contains("<a href=\"\(address)\"") && !message.html.contains("<b>to"))
        #expect(message.html.contains("<bdi lang=\"en\" dir=\"ltr\">Guide"))
        try await stage.strike()
    }

    @Test func aConfidentialRequestIsNotNamed() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.submitted(on: stage, visibility: .named([]))
        let message = try await stage.message()
        #expect(message.subject.hasSuffix("Demande confidentielle"))
        for text in [message.subject, message.plain, message.html] {
            #expect(!text.contains("faune") && !text.contains("Agence"))
        }
        try await stage.strike()
    }

    /// A title may hold anything but control characters: it must not become markup, nor a header.
    @Test func aHostileTitleStaysATitle() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let title = "<script>alert('x')</script>\"\u{301} onload=x\r\nBcc: victim@example.org"
        let id = try await stage.desk.draft(try cast.request(title: title), by: cast.requester)
        try await stage.desk.submit(id, by: cast.requester)
        let message = try await stage.message()
        #expect(!message.html.contains("<script") && !message.html.contains("\"\u{301}"))
        #expect(message.html.contains("&lt;script&gt;"))
        let content = String(decoding: message.content, as: UTF8.self)
        #expect(!content.contains("\nBcc:"))
        try await stage.strike()
    }

    @Test func aLongTitleIsCutInTheSubjectOnly() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let title = String(repeating: "Renforcer les aires protégées ", count: 8).trimmingBlanks
        let id = try await stage.desk.draft(try cast.request(title: title), by: cast.requester)
        try await stage.desk.submit(id, by: cast.requester)
        let message = try await stage.message()
        #expect(message.subject.hasSuffix("…") && message.subject.count < 130)
        #expect(message.plain.hasPrefix(title))
        try await stage.strike()
    }
}
