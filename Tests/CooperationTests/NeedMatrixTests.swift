import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

@Suite struct NeedMatrixTests {
    private let day = Date(timeIntervalSince1970: 1_750_000_000)

    private func entry(
        _ own: String, _ code: String, _ heading: NeedHeading? = .protectedAreas, year: Int = 2020,
        state: NeedState = .open, subjects: [String] = []
    ) throws -> NeedEntry {
        NeedEntry(
            id: try id(own), country: try #require(CountryCode(code)), heading: heading,
            subjects: subjects.compactMap { SubjectID($0) }, year: year, state: state)
    }

    @Test func countsByRegionAndParty() throws {
        let needs = [
            try entry("a", "AO"), try entry("b", "NG"), try entry("c", "NG", state: .answered),
            try entry("d", "WS", .openData),
        ]
        let regions = NeedMatrix(needs)
        #expect(regions[.heading(.protectedAreas), .region(.africa)].needs == 3)
        #expect(regions[.heading(.protectedAreas), .region(.africa)].countries.count == 2)
        #expect(regions[.heading(.protectedAreas), .region(.africa)].unanswered == 2)
        #expect(regions.total.needs == 4 && regions.rows.count == NeedHeading.allCases.count)
        let parties = NeedMatrix(needs, columnsBy: .country)
        #expect(
            parties.columns.map { if case .country(let code) = $0 { code.description } else { "" } } == [
                "AO", "NG", "WS",
            ])
        for matrix in [regions, parties] {
            #expect(matrix.rows.map { matrix[$0].needs }.reduce(0, +) == 4)
            #expect(matrix.columns.map { matrix[$0].needs }.reduce(0, +) == 4)
        }
    }

    @Test func needsWithoutARowAreCountedBelow() throws {
        let matrix = NeedMatrix([try entry("a", "AO", nil)])
        #expect(matrix.rows.last == .otherHeading && matrix[.otherHeading].needs == 1)
        let subjects = NeedMatrix(
            [try entry("b", "AO", subjects: ["CBD-SUBJECT-PA", "CBD-SUBJECT-FOR"]), try entry("c", "AO")],
            rowsBy: .subject)
        #expect(subjects.rows.count == 3 && subjects.total.needs == 2)
    }

    @Test func filters() throws {
        let need = try entry("a", "BJ", year: 2024, subjects: ["CBD-SUBJECT-PA"])
        #expect(NeedFilter(region: .africa, group: .leastDeveloped, scope: .thematic, year: 2024).keeps(need, on: day))
        #expect(!NeedFilter(region: .asiaPacific).keeps(need, on: day))
        #expect(!NeedFilter(group: .smallIslandDeveloping).keeps(need, on: day))
        #expect(!NeedFilter(scope: .general).keeps(need, on: day))
        #expect(!NeedFilter(subject: SubjectID("CBD-SUBJECT-FOR")).keeps(need, on: day))
        #expect(!NeedFilter(state: .met).keeps(need, on: day))
        let withdrawn = try entry("b", "BJ", state: .withdrawn)
        #expect(!NeedFilter().keeps(withdrawn, on: day) && NeedFilter(state: .withdrawn).keeps(withdrawn, on: day))
    }

    @Test func twoSidesAreCompared() throws {
        let first = NeedMatrix([try entry("a", "AO"), try entry("b", "AO", .openData)])
        let second = NeedMatrix([try entry("c", "WS"), try entry("d", "WS"), try entry("e", "WS", nil)])
        let lines = NeedComparison(first, second).lines
        #expect(lines.first { $0.row == .heading(.protectedAreas) }?.change == 1)
        #expect(lines.first { $0.row == .heading(.openData) }?.change == -1)
        #expect(lines.first { $0.row == .otherHeading }?.change == 1)
    }

    @Test(
        arguments: [
            (nil, nil, NeedState.open), (nil, .endorsed, .asked), (nil, .introduced, .asked),
            (nil, .matched, .answered),
            (nil, .closed, .answered), (nil, .lapsed, .open), (.met, .endorsed, .met),
            (.withdrawn, .matched, .withdrawn),
        ] as [(Need.Ending?, State?, NeedState)])
    func states(ended: Need.Ending?, request: State?, expected: NeedState) {
        #expect(NeedState(ended: ended, request: request) == expected)
    }

    @Test func needsOfBeforeAreStillRead() throws {
        let old = """
            {"assistance":[],"country":"AO","lack":"research","source":"x","statement":{"en":{"origin":"written",\
            "text":"Understand invasive alien species better."}},"subjects":["CBD-SUBJECT-IAS"],"targets":[]}
            """
        let need = try Need.decoded(from: Data(old.utf8))
        #expect(need.heading == nil && need.passages == [] && need.conventions == [])
        #expect(String(decoding: try need.encoded(), as: UTF8.self) == old)
    }

    @Test func theTemplateAsksForMore() throws {
        let need = Need(
            country: try #require(CountryCode("BJ")), statement: LocalizedText("Manque", in: .french), lack: .capacity)
        #expect(need.problems() == [])
        #expect(
            need.problemsOfTemplate().map(\.field) == ["level", "priority", "conventions", "causes", "assistance"])
    }
}
