import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct NeedHeadingTests {
    @Test func theTableHasTwelveGeneralAndEightThematicNeeds() {
        #expect(NeedHeading.Scope.general.headings.count == 12)
        #expect(NeedHeading.Scope.thematic.headings.count == 8)
        #expect(NeedHeading.allCases == NeedHeading.allCases.sorted())
    }

    @Test func rowsThatHoldForAllSixteenParties() {
        let all = NeedHeading.allCases.filter { $0.marks == 16 }
        #expect(
            all == [.protectedAreas, .cropDiversityResearch, .invasiveSpeciesResearch, .accessAndBenefitSharing])
        let parties = Vocabulary.partiesOfNeedTable
        #expect(Set(parties).count == 16)
        let known = Set(Vocabulary.standard.parties.map(\.code))
        #expect(parties.allSatisfy(known.contains))
    }

    @Test(arguments: Language.allCases)
    func namesAreDifferent(language: Language) {
        let names = NeedHeading.allCases.map { $0.label(in: language) }
        #expect(Set(names).count == names.count)
        #expect(NeedHeading.Scope.general.label(in: language) != NeedHeading.Scope.thematic.label(in: language))
    }

    @Test func subjectsLeadToHeadings() {
        #expect(NeedHeading.protectedAreas.subjects.map(\.description) == ["CBD-SUBJECT-PA"])
        #expect(NeedHeading.bioprospecting.subjects.isEmpty)
    }
}
