import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct ConceptTaggerTests {
    let tagger = ConceptTagger.standard
    let thesaurus = Thesaurus.standard

    private func names(_ text: String, _ language: Language) -> [String] {
        tagger.tags(in: text, language: language).map(\.concept.description)
    }

    @Test(arguments: Language.allCases)
    func everyNameIsFoundAsItsConcept(language: Language) {
        // Folded, آلية is a word of every sentence (إليه).
        let known: Set = ["آلية"]
        var lost: [String] = []
        for (name, concept) in thesaurus.names(in: language)
        where !known.contains(name)
            && !tagger.tags(in: name, language: language).contains(where: { $0.concept == concept })
        {
            lost.append("\(name) (\(concept))")
        }
        #expect(lost.isEmpty, "\(language): \(lost)")
    }

    @Test(arguments: [
        (Language.english, "We plant mangroves where the road cut them."),
        (.french, "Nous replantons des mangroves le long de la côte."),
        (.spanish, "La gente vive de los manglares."),
        (.russian, "Мы сажаем деревья в мангровых лесах."),
        (.chinese, "我们在海岸种植红树林，帮助渔民。"),
        (.arabic, "نزرع أشجار المانغروف على الساحل"),
    ])
    func oneConceptInSixLanguages(language: Language, text: String) {
        #expect(names(text, language).contains("mangrove-forest"), "\(names(text, language))")
    }

    @Test func theLongestNameCounts() throws {
        let text = "access to genetic resources"
        let tags = tagger.tags(in: text, language: .english)
        let longest = try #require(tags.first)
        #expect(tags.count == 1, "\(tags)")
        #expect(longest.range == 0..<text.utf8.count)
    }

    @Test func namesInsideLongerOnesCountHalfWhereAskedFor() throws {
        let text = "mangrove restoration"
        let tags = tagger.tags(in: text, language: .english, nested: true)
        #expect(tags.first?.concept.description == "mangrove-restoration")
        #expect(tags.contains { $0.concept.description == "mangrove-forest" && $0.weight == 0.5 })
        #expect(tagger.tags(in: text, language: .english).count == 1)
    }

    @Test func noNameGoesOnBehindAFullStop() {
        #expect(!names("It is protected. Areas are large.", .english).contains("protected-area"))
        #expect(names("It is a protected area.", .english).contains("protected-area"))
    }

    @Test func lettersOfTheEndTellSpanishWordsApart() {
        #expect(names("La costa es larga.", .spanish).isEmpty)
        #expect(!names("Los costos son altos.", .spanish).isEmpty)
    }

    @Test func anAcronymStandsInCapitals() throws {
        let acronym = try #require(
            thesaurus.names(in: .english).first { $0.name == $0.name.uppercased() && $0.name.utf8.count == 3 })
        #expect(names("on \(acronym.name) now", .english).contains(acronym.concept.description))
        let small = acronym.name.lowercased()
        #expect(!names("on \(small) now", .english).contains(acronym.concept.description))
        #expect(tagger.tags(in: small, language: .english, anyCase: true).map(\.concept) == [acronym.concept])
    }

    @Test func rangesLieInOrderAndInside() {
        let text = "红树林 mangroves, coral reefs and agroforestry; 保护区 protected areas"
        for language in Language.allCases {
            var last = 0
            for tag in tagger.tags(in: text, language: language) {
                #expect(tag.range.lowerBound >= 0 && tag.range.upperBound <= text.utf8.count)
                #expect(tag.range.lowerBound >= last)
                #expect(tag.weight > 0 && tag.weight <= 1)
                last = tag.range.lowerBound
            }
        }
    }

    @Test(arguments: ["manglar", "мангр", "红树", "MANGROV"])
    func aBeginningLeadsToTheConcept(prefix: String) {
        #expect(tagger.concepts(startingWith: prefix, limit: 5).map(\.description).contains("mangrove-forest"))
    }

    @Test func nothingIsFoundInNothing() {
        for language in Language.allCases {
            #expect(tagger.tags(in: "", language: language).isEmpty)
            #expect(tagger.tags(in: " . , \u{0301} 123", language: language).isEmpty)
        }
        #expect(tagger.concepts(startingWith: "", limit: 5).isEmpty)
    }
}
