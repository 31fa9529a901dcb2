import Foundation
import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct ThesaurusTests {
    let thesaurus = Thesaurus.standard

    @Test func holdsTheFieldInSixLanguages() {
        #expect(thesaurus.concepts.count >= 600)
        for language in Language.allCases {
            #expect(thesaurus.names(in: language).count > thesaurus.concepts.count)
        }
    }

    @Test func everyConceptLeadsUpToItsFacet() {
        for concept in thesaurus.concepts where !concept.broader.isEmpty {
            let tops = thesaurus.ancestors(of: concept.id).keys.filter { $0.description.hasPrefix("facet-") }
            #expect(!tops.isEmpty, "\(concept.id)")
        }
    }

    @Test func everyFacetHasItsTop() {
        for facet in ConceptFacet.allCases { #expect(ConceptID("facet-" + facet.rawValue) != nil, "\(facet)") }
    }

    @Test func relationsGoBothWays() throws {
        for concept in thesaurus.concepts {
            for other in concept.related { #expect(thesaurus[other]?.related.contains(concept.id) == true) }
            for child in thesaurus.narrower(than: concept.id) {
                #expect(thesaurus[child]?.broader.contains(concept.id) == true)
                #expect(thesaurus.ancestors(of: child)[concept.id] == 1)
            }
        }
    }

    @Test func descendantsMirrorAncestors() throws {
        let top = try #require(ConceptID("facet-ecosystem"))
        let below = thesaurus.descendants(of: top)
        #expect(below.count > 50)
        for id in below { #expect(thesaurus.ancestors(of: id)[top] != nil) }
    }

    @Test(arguments: [
        (Language.english, "mangrove"), (.spanish, "manglar"), (.chinese, "红树林"), (.french, "mangrove"),
    ])
    func mangroveIsOneConcept(language: Language, word: String) {
        let found = thesaurus.names(in: language).filter { $0.name.lowercased() == word }.map(\.concept)
        let english = thesaurus.names(in: .english).filter { $0.name == "mangrove" }.map(\.concept)
        #expect(found.count == 1)
        #expect(found == english)
    }

    @Test func onlyKnownConceptsExist() {
        #expect(ConceptID("no-such-concept") == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([ConceptID].self, from: Data(#"["no-such-concept"]"#.utf8))
        }
    }

    @Test func stepsAreCountedUpwards() throws {
        let small = try Thesaurus([
            top(), concept("water", under: ["facet-ecosystem"]), concept("lake", under: ["water"]),
            concept("salt-lake", under: ["lake", "facet-ecosystem"]),
        ])
        let steps = small.ancestors(of: ConceptID(listed: "salt-lake"))
        let byName = Dictionary(uniqueKeysWithValues: steps.map { ($0.key.description, $0.value) })
        #expect(byName == ["lake": 1, "water": 2, "facet-ecosystem": 1])
    }

    @Test func whatLiesAboveAnotherIsNotNamed() throws {
        let thesaurus = Thesaurus.standard
        let child = try #require(thesaurus.concepts.first { !thesaurus.ancestors(of: $0.id).isEmpty }).id
        let above = try #require(thesaurus.ancestors(of: child).keys.sorted().first)
        #expect(thesaurus.narrowest(of: [above, child]) == [child])
        #expect(thesaurus.narrowest(of: [child, above, child]) == [child, child])
        #expect(thesaurus.narrowest(of: [above]) == [above])
    }

    @Test func aCircleIsRefused() {
        expectRefused(
            [top(), concept("a", under: ["b"]), concept("b", under: ["a"])], because: "circle")
    }

    @Test func aNameBelongsToOneConcept() throws {
        try ThesaurusCheck.names(of: thesaurus.concepts)
        let lakes = [concept("a", under: ["x"], name: "Lake"), concept("b", under: ["x"], name: "lake")]
        #expect(throws: VocabularyError.damagedList(name: "thesaurus", reason: "ar “lake” names a and b")) {
            try ThesaurusCheck.names(of: lakes)
        }
    }

    @Test func aLinkToNowhereIsRefused() {
        expectRefused([top(), concept("a", under: ["nowhere"])], because: "does not exist")
    }

    @Test func aConceptUnderNoFacetIsRefused() {
        expectRefused([top(), concept("a", under: [])], because: "under no facet")
    }

    @Test func aDoubledIdentifierIsRefused() {
        expectRefused([top(), top()], because: "twice")
    }

    func expectRefused(_ concepts: [Concept], because reason: String) {
        #expect {
            try Thesaurus(concepts)
        } throws: { error in
            guard case .damagedList(_, let found)? = error as? VocabularyError else { return false }
            return found.contains(reason)
        }
    }

    func top() -> Concept { concept("facet-ecosystem", under: []) }

    func concept(_ id: String, under broader: [String], name: String? = nil) -> Concept {
        let texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, name ?? id) })
        guard let labels = Labels(texts) else { preconditionFailure("six labels") }
        return Concept(
            id: ConceptID(listed: id), facet: .ecosystem, broader: broader.map(ConceptID.init(listed:)), related: [],
            subjects: [], frameworkTargets: [], aichiTargets: [], labels: labels, otherLabels: [:], definitions: [:])
    }
}
