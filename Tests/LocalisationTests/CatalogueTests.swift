import Foundation
import Localisation
import Testing
import TextAnalysis

@Suite("The message catalogues")
struct CatalogueTests {
    let messages = Messages.standard

    @Test("can be read, and no key stands twice")
    func sound() {
        #expect(messages.problems.isEmpty)
        #expect(messages.keys(in: .english).count > 100)
    }

    @Test("French says all that English says, and nothing more")
    func complete() {
        #expect(messages.keys(in: .french) == messages.keys(in: .english))
    }

    @Test("no language has a message English lacks", arguments: Language.allCases)
    func noStrays(language: Language) {
        #expect(messages.keys(in: language).subtracting(messages.keys(in: .english)) == [])
    }

    @Test("every message has the places and the plural forms it needs", arguments: Language.allCases)
    func forms(language: Language) {
        for key in messages.keys(in: language) {
            guard let message = messages.message(MessageKey(key), in: language),
                let english = messages.message(MessageKey(key), in: .english)
            else { continue }
            switch (message, english) {
            case (.text, .text):
                #expect(message.places == english.places, "\(language) \(key)")
            case (.plural(let forms), .plural):
                #expect(PluralCategory.needed(in: language).isSubset(of: forms.keys), "\(language) \(key)")
                #expect(PluralCategory.allowed(in: language).isSuperset(of: forms.keys), "\(language) \(key)")
                let others = english.places.subtracting(["count"])
                for (category, template) in forms {
                    #expect(template.places.subtracting(["count"]) == others, "\(language) \(key) \(category)")
                }
            default:
                Issue.record("\(language) \(key): plural in one language, not in the other")
            }
        }
    }

    @Test("a missing message is shown in English and counted; an unknown one shows its key")
    func missing() {
        let own = Messages([
            .english: [
                Array(#"{"home.title": "Welcome", "home.days": {"one": "{count} day", "other": "{count} days"}}"#.utf8)
            ],
            .russian: [Array("{}".utf8)],
        ])
        let words = Words(.russian, messages: own)
        #expect(words("home.title") == "Welcome")
        #expect(words("home.title") == "Welcome")
        #expect(words("home.days", count: 2) == "2 days")
        #expect(words("home.nothing") == "home.nothing")
        #expect(own.missing == [.russian: ["home.title": 2, "home.days": 1, "home.nothing": 1]])
    }

    @Test("a damaged or doubled file is named, and the rest still speaks")
    func damaged() {
        let own = Messages([
            .english: [
                Array(#"{"home.title": "Welcome"}"#.utf8), Array("not json".utf8),
                Array(#"{"home.title": "Again", "home.plural": {"other": "x"}}"#.utf8),
            ]
        ])
        #expect(own.problems.map(\.code) == ["unreadable-file", "duplicate-key"])
        #expect(Words(.english, messages: own)("home.title") == "Welcome")
    }
}
