import Cooperation
import TextAnalysis
import Testing
import Vocabulary

@testable import Matching

@Suite struct PlainWordsTests {
    private func left(of text: String, _ language: Language) -> [String] {
        Analyzer.of(language).readings(of: text).compactMap(\.readings.first?.text)
            .filter { !PlainWords.have($0, language) }
    }

    @Test(arguments: [
        ("We need somebody who can come and help, please.", Language.english),
        ("Nous avons besoin d'aide et cherchons quelqu'un.", .french),
        ("Necesitamos a alguien; pedimos ayuda.", .spanish),
        ("Нам срочно требуется помощь.", .russian),
        ("نحتاج إلى مساعدة عاجلة", .arabic),
        ("我们急需帮助", .chinese),
    ])
    func askingAloneAsksForNothing(text: String, language: Language) {
        #expect(left(of: text, language) == [], "\(language)")
    }

    @Test func noConceptIsSilenced() {
        for concept in Thesaurus.standard.concepts where !concept.id.description.hasPrefix("facet-") {
            for language in Language.allCases {
                let name = concept.labels[language]
                #expect(!left(of: name, language).isEmpty, "\(concept.id) in \(language): \(name)")
            }
        }
    }

    @Test func theAskersOwnCountryIsNoWordInCommon() throws {
        var library = Library()
        let text = "Turtles nest on beaches of Côte d’Ivoire and Benin."
        try library.provider("abidjan", "Sea turtles", text, .english, seat: "CI", languages: ["en"])
        for (country, others) in [("CI", ["Benin"]), ("BJ", ["Côte", "Ivoire"])] {
            let wanted = Wanted(
                "Beaches of Côte d’Ivoire and of Benin", country: try Library.country(country), language: .english,
                on: try Library.day("2026-11-26"))
            let shared = try library.index().candidates(for: wanted).candidate("abidjan").parts.compactMap {
                if case .sharedWords(let words) = $0.reason { Set(words) } else { nil }
            }
            #expect(shared == [Set(others + ["Beaches"])], "asked from \(country)")
        }
    }

    @Test(arguments: PlainConcepts.branches + PlainConcepts.single)
    func thePlainConceptsAreInTheThesaurus(id: String) throws {
        #expect(PlainConcepts.all.contains(try #require(ConceptID(id))))
    }

    @Test func conceptsOfRecordKeepingAreKnownByName() throws {
        for id in ["record", "form", "draft", "title-name", "display-view", "number-count", "project-outcome"] {
            #expect(PlainConcepts.all.contains(try #require(ConceptID(id))), "\(id)")
        }
        for id in ["map", "biodiversity-data", "library-of-resources", "curriculum", "website", "technical-assistance"]
        {
            #expect(!PlainConcepts.all.contains(try #require(ConceptID(id))), "\(id)")
        }
    }

    @Test func anOfferToComeAndHelpSharesNoWordWithANeed() throws {
        var library = Library()
        try library.provider(
            "kind", "We come and help", "We help anyone in need, please ask.", .english, seat: "NO", languages: ["en"])
        try library.provider(
            "able", "Sea turtles", "Beaches where turtles nest are guarded.", .english, seat: "NO", languages: ["en"])
        let wanted = Wanted(
            "We need somebody to come and help us guard turtles, please.", country: CountryCode("BJ"),
            language: .english, on: try #require(CalendarDay("2026-11-26")))
        let found = library.index().candidates(for: wanted)
        #expect(try found.candidate("able").parts.contains { $0.part == .words })
        #expect(try !found.candidate("kind").parts.contains { $0.part == .words })
    }
}
