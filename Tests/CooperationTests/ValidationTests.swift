import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

@Suite struct ValidationTests {
    @Test func aDraftMayHaveGapsButASubmissionNamesThemAllAtOnce() throws {
        let request = try Story.request()
        #expect(request.problems().isEmpty)
        let missing = request.problemsOfSubmission()
        #expect(missing.map(\.field) == ["assistance", "subjects", "targets", "languages"])
        #expect(missing.allSatisfy { $0.code == .missing })
    }

    @Test func tooLongSaysByHowMuch() throws {
        var request = try Story.request()
        request.title = LocalizedText(String(repeating: "é", count: 251), in: .french)
        #expect(request.problems() == [Problem(field: "title", code: .tooLong, figures: ["limit": 250, "count": 251])])
    }

    @Test func wordsAreCountedInEveryScript() {
        #expect(WordCount.words(in: "L'accès et le partage des avantages") == 6)
        #expect(WordCount.words(in: "Доступ к генетическим ресурсам") == 4)
        #expect(WordCount.words(in: "الحصول على الموارد الجينية") == 4)
        #expect(WordCount.words(in: "الحُصُول عَلَى") == 2)
        #expect(WordCount.words(in: "获取和惠益分享") == 4)
        #expect(WordCount.words(in: "capacity-building, 2 days") == 3)
        #expect(WordCount.words(in: " …  ") == 0)
    }

    @Test func controlCharactersAndTextTurnersAreRefused() throws {
        for bad in ["\u{0}", "\u{7}", "\u{202E}", "\u{FFFD}", "\u{85}"] {
            var request = try Story.request()
            request.priorities = LocalizedText("a\(bad)b", in: .english)
            #expect(request.problems().map(\.code) == [.brokenText], "\(bad.unicodeScalars)")
        }
    }

    @Test(arguments: ["a@b.org", "prénom.nom@parc.bj", "x+y@z.co.uk"])
    func plausibleAddresses(_ text: String) { #expect(EmailAddress.isPlausible(text)) }

    @Test(arguments: [
        "", "a", "@b.org", "a@", "a@b", "a@@b.org", "a b@c.org", "a@b..org", "a@b.org\r\nBcc: x@y.z", "<a@b.org>",
    ])
    func implausibleAddresses(_ text: String) { #expect(!EmailAddress.isPlausible(text)) }

    @Test func linksMustLeadToTheWeb() throws {
        var request = try Story.request()
        request.links = [
            Link(title: "ok", address: "https://example.org/a"), Link(title: "no", address: "javascript:alert(1)"),
            Link(title: "no", address: "https://example.org/a b"),
        ]
        #expect(request.problems().map(\.field) == ["links.1", "links.2"])
    }

    @Test func anObjectionNeedsAReasonAndAnEndorsementDoesNot() throws {
        let request: RequestID = try id("one")
        #expect(Position(request: request, submission: 1, stance: .objection).problems().map(\.code) == [.missing])
        #expect(Position(request: request, submission: 1, stance: .endorsement).problems().isEmpty)
    }

    @Test func papersComeBackFromTheirBytesAsTheyWere() throws {
        var request = try Story.request()
        request.visibility = .named([try id("reader")])
        request.starts = CalendarDay("2026-05-01")
        request.budget = Money(amount: 20_000, currency: "USD")
        let bytes = try request.encoded()
        #expect(try Request.decoded(from: bytes) == request)
        #expect(try Request.decoded(from: bytes).encoded() == bytes)
        request.visibility = .everybody
        #expect(try Request.decoded(from: request.encoded()) == request)
        let introduction = Introduction(
            request: try id("one"), candidate: .practice(try id("two")), letter: LocalizedText("x", in: .english))
        #expect(try Introduction.decoded(from: introduction.encoded()) == introduction)
    }

    @Test(arguments: ["request-", "request-A", "practice-a", "request-a/b", "request", "request-é"])
    func aForeignIdentifierIsRefused(_ text: String) { #expect(RequestID(rawValue: text) == nil) }

    @Test func theBestLanguageForAReader() {
        var text = LocalizedText("Bonjour", in: .french)
        text.set("Hello", in: .english, origin: .machineTranslation)
        #expect(text.best(for: [.english])?.version.text == "Hello")
        #expect(text.best(for: [.arabic])?.version.text == "Bonjour")
        text.set("  ", in: .french)
        #expect(text.languages == [.english])
    }
}
