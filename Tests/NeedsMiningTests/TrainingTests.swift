import TextAnalysis
import Testing
import Vocabulary

@testable import NeedsMining

@Suite("Training and its figures")
struct TrainingTests {
    @Test("The shipped weights come back from their bytes as they are")
    func bytes() throws {
        let model = NeedModel.standard
        #expect(model.version.hasPrefix("needs-2, "))
        let again = try #require(NeedModel(model.data))
        #expect(again.data == model.data)
        #expect(model.data.count < 500_000)
        #expect(NeedModel(model.data.dropLast()) == nil)
    }

    @Test("Our own examples say the same in each language")
    func own() {
        let byGroup = Dictionary(grouping: NeedExample.own, by: \.group)
        for (_, same) in byGroup {
            #expect(Set(same.map(\.language)) == Set(Language.allCases) && same.count == 6)
            #expect(Set(same.map(\.isNeed)).count == 1)
        }
    }

    @Test("No group stands in two portions")
    func portions() {
        let groups = (0..<200).map { "c\($0 % 23)" }
        let deal = Portions(groups, 10)
        for group in Set(groups) {
            #expect(Set(groups.indices.filter { groups[$0] == group }.map { deal.of[$0] }).count == 1)
        }
        #expect(Set(deal.of).count == 10)
    }

    @Test("The same examples give the same weights, and they tell what they were taught")
    func training() throws {
        let examples = (0..<40).map { place in
            NeedExample(
                text: place % 2 == 0 ? "Lack of boats number \(place)" : "The lagoon was surveyed in May \(place)",
                language: .english, isNeed: place % 2 == 0, kind: place % 2 == 0 ? .capacity : nil,
                group: "c\(place % 8)")
        }
        let trainer = NeedTrainer(encoder: nil)
        let model = try trainer.train(on: examples, keeping: NeedModel.standard)
        #expect(try trainer.train(on: examples, keeping: NeedModel.standard).data == model.data)
        #expect(
            model.variants[NeedModel.View.meaning.rawValue]
                == NeedModel.standard.variants[NeedModel.View.meaning.rawValue])
    }

    @Test("A table that cannot be used is refused with its line")
    func tables() {
        #expect(throws: NeedsMiningError.columnMissing("iso2")) {
            try NeedExample.read("label\tneed_type\ttext\nneed\t\tx")
        }
        #expect(throws: NeedsMiningError.unknownLabel(line: 2, "maybe")) {
            try NeedExample.read("label\tneed_type\tiso2\ttext\nmaybe\t\tAF\tx")
        }
        #expect(throws: NeedsMiningError.emptyTable) { try NeedExample.read("") }
    }

    @Test("Lines may end as Windows ends them")
    func lineEnds() throws {
        let examples = try NeedExample.read(
            "label\tneed_type\tiso2\tsector\ttext\r\nneed\tcapacity\tAF\tWater\tBoats\r\n")
        #expect(examples.map(\.text) == ["Boats"] && examples[0].kind == .capacity && examples[0].heading == "Water")
    }
}
