import Foundation
import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct ListTests {
    let vocabulary = Vocabulary.standard

    @Test func subjectsAreThemesOfTheConvention() throws {
        #expect((50...65).contains(vocabulary.subjects.count))
        #expect(vocabulary.subjects.count + vocabulary.subjectsLeftOut.count == 84)
        #expect(SubjectGroup.biomes.subjects.count == 8)
        #expect(vocabulary.subjects.allSatisfy { $0.id.description.hasPrefix("CBD-SUBJECT-") })
        let marine = try #require(SubjectID("CBD-SUBJECT-MAR"))
        #expect(marine.label(in: .french) == "Biodiversité marine et côtière")
        for body in ["CBD-SUBJECT-COP", "CBD-SUBJECT-25TH-ANN", "cbd-subject-mar", ""] {
            #expect(SubjectID(body) == nil)
        }
    }

    @Test func targetsAreNumberedAsDecided() throws {
        #expect(AichiTarget.allCases.count == 20)
        #expect(FrameworkTarget.allCases.count == 23)
        #expect(FrameworkGoal.allCases.count == 4)
        #expect(AichiTarget(number: 0) == nil && AichiTarget(number: 21) == nil)
        #expect(FrameworkTarget(number: 0) == nil && FrameworkTarget(number: 24) == nil)
        for target in AichiTarget.allCases { #expect(AichiTarget(target.description) == target) }
        for target in FrameworkTarget.allCases { #expect(FrameworkTarget(target.description) == target) }
        for wrong in ["GBF-TARGET-1", "GBF-TARGET-24", "GBF-TARGET-+1", "GBF-TARGET-", "AICHI-TARGET-01", "3"] {
            #expect(FrameworkTarget(wrong) == nil, "\(wrong)")
        }
        #expect(try #require(FrameworkTarget("GBF-TARGET-03")).label(in: .spanish).contains("30"))
        #expect(FrameworkTarget.allCases == FrameworkTarget.allCases.sorted())
    }

    @Test func everyTargetAndGoalSaysWhatItIsAboutInOwnWordsOfEachLanguage() {
        let about = FrameworkTarget.allCases.map(\.about) + FrameworkGoal.allCases.map(\.about)
        #expect(about.count == 27)
        #expect(about.allSatisfy { !$0.isEmpty })
        for language in Language.allCases {
            let sentences = about.joined().map { $0[language] }
            #expect(Set(sentences).count == sentences.count, "doubled in \(language)")
        }
    }

    @Test func targetsTravelAsTheirIdentifiers() throws {
        let targets = try [#require(FrameworkTarget(number: 13))]
        let written = try JSONEncoder().encode(targets)
        #expect(String(decoding: written, as: UTF8.self) == #"["GBF-TARGET-13"]"#)
        #expect(try JSONDecoder().decode([FrameworkTarget].self, from: written) == targets)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([FrameworkTarget].self, from: Data(#"["GBF-TARGET-99"]"#.utf8))
        }
    }

    @Test func crosswalkIsTotalBothWays() {
        for target in AichiTarget.allCases { #expect(!target.successors.isEmpty, "\(target)") }
        for target in FrameworkTarget.allCases { #expect(!target.predecessors.isEmpty, "\(target)") }
        let pairs = vocabulary.crosswalk.map { [$0.aichi.number, $0.framework.number] }
        #expect(Set(pairs).count == pairs.count)
    }

    @Test(arguments: [(11, 3), (16, 13), (9, 6), (20, 19), (3, 18)])
    func knownSuccessors(aichi: Int, framework: Int) throws {
        let target = try #require(AichiTarget(number: aichi))
        #expect(target.successors.first?.framework.number == framework)
        #expect(target.successors.first?.relation == .same)
    }

    @Test func assistanceTypesFormATree() throws {
        #expect((8...10).contains(vocabulary.topAssistanceTypes.count))
        for type in vocabulary.topAssistanceTypes { #expect((2...5).contains(type.id.children.count), "\(type.id)") }
        let workshop = try #require(AssistanceTypeID("training.workshop"))
        let training = try #require(AssistanceTypeID("training"))
        #expect(workshop.parent == training)
        #expect(workshop.level == 2)
        #expect(training.covers(workshop) && training.covers(training) && !workshop.covers(training))
        for wrong in ["", "training.", "Training", "training.workshop.x"] { #expect(AssistanceTypeID(wrong) == nil) }
    }

    @Test func everyLabelIsDistinctInItsList() {
        for language in Language.allCases {
            expectDistinct(vocabulary.subjects, in: language)
            expectDistinct(SubjectGroup.allCases, in: language)
            expectDistinct(AichiTarget.allCases, in: language)
            expectDistinct(FrameworkTarget.allCases, in: language)
            expectDistinct(FrameworkGoal.allCases, in: language)
            expectDistinct(vocabulary.assistanceTypes, in: language)
            let definitions = vocabulary.assistanceTypes.map { $0.definition[language] }
            #expect(Set(definitions).count == definitions.count)
        }
    }

    func expectDistinct(_ choices: [some Labelled], in language: Language) {
        let labels = choices.map { $0.label(in: language) }
        let doubled = Dictionary(grouping: labels) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(doubled.isEmpty, "\(language) \(doubled)")
    }

    @Test func labelsAreWrittenInTheirLanguage() {
        let all: [any Labelled] =
            vocabulary.subjects + AichiTarget.allCases + FrameworkTarget.allCases + FrameworkGoal.allCases
            + vocabulary.assistanceTypes + Region.allCases + Subregion.allCases + CountryGroup.allCases
            + Circle.allCases + OrganisationType.allCases + ApplicationLevel.allCases + BeneficiaryType.allCases
        let scripts: [(Language, ClosedRange<UInt32>)] = [
            (.arabic, 0x600...0x6FF), (.russian, 0x400...0x4FF), (.chinese, 0x4E00...0x9FFF),
        ]
        for entry in all {
            for (language, letters) in scripts {
                let text = entry.labels[language]
                #expect(text.unicodeScalars.contains { letters.contains($0.value) }, "\(language) \(text)")
            }
            for language in [Language.english, .french, .spanish] {
                let text = entry.labels[language]
                #expect(text.unicodeScalars.allSatisfy { $0.value < 0x250 || $0 == "’" }, "\(language) \(text)")
            }
            for language in Language.allCases {
                let text = entry.labels[language]
                #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false && !text.hasSuffix("."))
            }
        }
    }

    @Test func needAndTechnologyAreDefined() {
        for word in Definition.allCases {
            for language in Language.allCases { #expect(word.texts[language].count > 30) }
            #expect(!word.source.isEmpty)
        }
        #expect(Definition.technology.texts[.english].contains("biotechnology"))
    }
}
