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
            #expect(message.faults(for: english, in: language) == [], "\(language) \(key)")
        }
    }

    @Test("other words are used where they fit, and in their language alone")
    func rewording() {
        func text(_ source: String) -> Message { .text(Template(source)) }
        let english = Messages([
            .english: [Array(#"{"a.x": "By {name}", "a.n": {"one": "a day", "other": "{count} days"}}"#.utf8)],
            .russian: [Array(#"{"a.x": "{name}"}"#.utf8)],
        ])
        let own = english.saying([
            .english: ["a.x": text("From {name}"), "a.n": text("days"), "a.unknown": text("?")],
            .russian: ["a.x": text("Кто: {nome}")],
        ])
        #expect(Words(.english, messages: own)("a.x", ["name": "N"]) == "From N")
        #expect(Words(.english, messages: own)("a.n", count: 2) == "2 days")
        #expect(Words(.russian, messages: own)("a.x", ["name": "N"]).contains("N"))
        #expect(!own.keys(in: .english).contains("a.unknown"))
        #expect(Words(.english, messages: english)("a.x", ["name": "N"]) == "By N", "the catalogues stay as they were")
    }

    @Test("each fault of other words is named")
    func faults() throws {
        let counted = try #require(
            messages.message("done.nothing", in: .english) ?? messages.message("history.lead", in: .english))
        #expect(counted.counts)
        func faults(_ forms: [String: String], _ language: Language) -> [MessageFault] {
            Message(forms, counts: true).faults(for: counted, in: language)
        }
        #expect(faults(counted.forms, .english) == [])
        #expect(Message(["other": "x"], counts: false).faults(for: counted, in: .english) == [.otherKind])
        #expect(faults(["one": "x", "other": "{count}"], .russian) == [.missingForm(.few), .missingForm(.many)])
        #expect(faults(["one": "x", "two": "x", "other": "x"], .english) == [.strayForm(.two)])
        #expect(faults(["one": "{who}", "other": "{count}"], .english) == [.wrongPlaces(.one)])
        #expect(Set(["a", "b {c} d", "{", "}{"].map { Template($0).source }) == ["a", "b {c} d", "{", "}{"])
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
