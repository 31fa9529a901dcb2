import Documents
import NeedsMining
import TextAnalysis
import Testing
import Vocabulary

@Suite("Needs in documents, without the sentence encoder")
struct MinerTests {
    private static let miner = Miner(encoder: nil)

    private func document(_ texts: [String], _ language: Language = .english) -> SourceDocument {
        let pages = texts.enumerated().map { number, text in
            DocumentPage(number: number + 1, blocks: [DocumentBlock(.paragraph, text, language: language)])
        }
        return SourceDocument(format: .text, pages: pages, language: language, isPaged: true)
    }

    @Test("Of each language the plain need is found and the plain fact is not", arguments: Language.allCases)
    func languages(language: Language) async throws {
        let texts: [Language: (need: String, fact: String)] = [
            .english: ("The agency lacks trained staff to monitor coral reefs.", "The capital lies on the coast."),
            .french: (
                "L'agence manque de personnel formé au suivi des récifs coralliens.",
                "La capitale se trouve sur la côte."
            ),
            .spanish: (
                "Falta personal capacitado para el seguimiento de los arrecifes.", "La capital está en la costa."
            ),
            .russian: (
                "Не хватает обученных специалистов для мониторинга коралловых рифов.",
                "Столица расположена на побережье."
            ),
            .arabic: ("تفتقر الهيئة إلى موظفين مدربين على رصد الشعاب المرجانية.", "تقع العاصمة على الساحل."),
            .chinese: ("缺乏受过珊瑚礁监测培训的人员。", "首都位于沿海地区。"),
        ]
        let pair = try #require(texts[language])
        let needs = try await Self.miner.mine(document([pair.need, pair.fact], language), threshold: 0.3)
        #expect(needs.map(\.text) == [pair.need])
        #expect(needs.first?.language == language)
    }

    @Test("The parts add up to the score, exactly, at any threshold")
    func parts() async throws {
        let texts = NeedExample.own.filter { $0.language == .english }.map(\.text)
        let needs = try await Self.miner.mine(document(texts), threshold: 0)
        #expect(needs.count > 20)
        for need in needs {
            #expect(need.why.reduce(0) { $0 + $1.value } == need.score)
            #expect((0...1).contains(need.score))
        }
    }

    @Test("The same need said five times is one with five passages, each where it stands")
    func repetitions() async throws {
        let text = "The park service lacks rangers trained in counting elephants."
        let needs = try await Self.miner.mine(document(Array(repeating: "Rain falls in May. " + text, count: 5)))
        // The other sentence may be taken for a need: how often the model errs is measured, not tested here.
        let same = needs.filter { $0.text == text }
        let need = try #require(same.first)
        #expect(same.count == 1)
        #expect(need.passages.map(\.place.page) == [1, 2, 3, 4, 5] && need.pages == [1, 2, 3, 4, 5])
        let place = need.passages[3]
        let block = try #require(document(["Rain falls in May. " + text])[DocumentPlace(page: 1, block: 0)])
        #expect(
            String(decoding: block.text.utf8.dropFirst(place.range.lowerBound).prefix(place.range.count), as: UTF8.self)
                == text)
    }

    @Test("What a need is about, for whom, where and by when")
    func description() async throws {
        let text =
            "Local communities in Kenya and Benin urgently need training to control invasive alien species by 2028."
        // Without meaning it is not sure that this is a need; what it would be about is asked here.
        let need = try #require(
            try await Self.miner.mine(document([text]), country: CountryCode("BJ"), threshold: 0.3).first)
        #expect(need.themes.map(\.description).contains("CBD-SUBJECT-IAS"))
        #expect(need.targets.map(\.number).contains(6) && need.aichiTargets.map(\.number).contains(9))
        #expect(need.assistance.map(\.description) == ["training"])
        #expect(need.holders == [.localCommunities])
        #expect(need.places.map(\.country) == [CountryCode("KE")])
        #expect(need.urgency == .urgent)
        #expect(need.deadline?.year == 2028)
    }

    @Test("A moved threshold finds more or less, never other scores")
    func threshold() async throws {
        let all = try await Self.miner.mine(
            document(NeedExample.own.filter { $0.language == .english }.map(\.text)), threshold: 0)
        let some = try await Self.miner.mine(
            document(NeedExample.own.filter { $0.language == .english }.map(\.text)), threshold: 0.6)
        #expect(some.count < all.count && some.allSatisfy { $0.score >= 0.6 })
    }

    @Test("A cancelled task stops")
    func cancelled() async {
        let long = document(Array(repeating: "Boats are needed in the lagoon of the south.", count: 400))
        let task = Task { try await Self.miner.mine(long) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("Notes at the foot of a page state no needs")
    func notes() async throws {
        let block = DocumentBlock(.footnote, "13 The agency lacks trained staff to monitor reefs.", language: .english)
        let pages = [DocumentPage(number: 1, blocks: [block])]
        #expect(try await Self.miner.mine(SourceDocument(format: .pdf, pages: pages), threshold: 0).isEmpty)
    }
}
