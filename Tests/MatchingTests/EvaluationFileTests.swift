import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite("Files to measure with") struct EvaluationFileTests {
    private let rows = [
        "en\tfr\tes", "Restoration of mangroves\tRestauration des mangroves\tRestauración de manglares",
        "Invasive alien species\tEspèces exotiques envahissantes\tEspecies exóticas invasoras",
        "Protected areas\tAires protégées\tÁreas protegidas",
        "Access to genetic resources\tAccès aux ressources génétiques\tAcceso a los recursos genéticos",
    ]

    @Test func endsOfLinesMarksOfOrderAndEmptyLinesChangeNothing() throws {
        let plain = try RetrievalEvaluation.run(rows.joined(separator: "\n"), encoder: nil)
        for text in [
            rows.joined(separator: "\r\n") + "\r\n", "\u{FEFF}" + rows.joined(separator: "\n\n") + "\n\n",
            rows.joined(separator: "\r"), rows.joined(separator: "\t\n") + "\t\n",
            "\n" + rows.joined(separator: "\n"),
        ] {
            #expect(try RetrievalEvaluation.run(text, encoder: nil) == plain)
        }
    }

    @Test func rowsWithoutATextAreLeftOutAndCounted() throws {
        let report = try RetrievalEvaluation.run(
            (rows + ["Wetlands\t\tHumedales", "Soil\tSol"]).joined(separator: "\n"), encoder: nil)
        #expect(report.texts == 4 && report.leftOut == 2)
    }

    @Test func whatCannotBeToldApartLowersWhatIsPossible() throws {
        let doubled = rows + [rows[1]]
        let report = try RetrievalEvaluation.run(doubled.joined(separator: "\n"), encoder: nil)
        #expect(report.texts == 5 && abs(report.ceiling - 0.8) < 1e-9)
        #expect(report.methods.allSatisfy { $0.mean <= report.ceiling + 1e-9 })
    }

    @Test func badLinesAreNamedByTheirNumberInTheFile() {
        #expect(throws: EvaluationError.malformedLine(4)) {
            try RetrievalEvaluation.run("en\tfr\n\na\tb\nc\td\te\n", encoder: nil)
        }
        #expect(throws: EvaluationError.malformedLine(3)) {
            try TargetEvaluation.run("gbf\ten\n\ntarget99\ty", encoder: nil)
        }
        #expect(throws: EvaluationError.malformedLine(3)) {
            try DonorEvaluation.run("{\"donors\":[{\"donor\":\"A\"}]}\r\n\r\n[1]")
        }
        #expect("\(EvaluationError.malformedLine(3))".contains("line 3"))
    }

    @Test func expressionsMayLackAnythingButTheirForm() throws {
        let text = [
            #"{"donors":[{"donor":"A"},{"donor":null}],"title":null}"#, #"{"id":7,"title":"B","donors":null}"#,
            "{\"title\":\"line\u{2028}separator\",\"donors\":[{\"donor\":\" A \"}]}",
        ].joined(separator: "\n")
        let report = try DonorEvaluation.run(text)
        #expect(report.expressions == 2 && report.ceiling == 1)
        #expect(report.methods.contains { $0.name == "chosen without the one left out" })
    }

    @Test func needsFindWhatAnswersThemInEveryForm() throws {
        let list = (1...6).map { "- Need: \(need($0))\n- Cooperation and result: \(offer($0))\n- Status: done" }
        let expressions = (1...6).map { place in
            #"{"title":"\#(need(place))","description":"<b>\#(String(repeating: offer(place) + " ", count: 6))</b>"}"#
        }
        for text in [rows.joined(separator: "\n"), list.joined(separator: "\n"), expressions.joined(separator: "\n")] {
            let report = try MatchingEvaluation.run([text], encoder: nil, tune: true)
            let all = try #require(report.parts.first)
            #expect(all.name == "all" && all.meanReciprocalRank > 0.5, "\(report.parts)")
            #expect(report.parts.contains { $0.name == "without words" })
            let tuning = try #require(report.tuning)
            #expect(tuning.learnedAfter.meanReciprocalRank >= tuning.learnedBefore.meanReciprocalRank)
            let (found, base) = (tuning.weights, Weights.standard)
            #expect(found.words + found.concepts + found.meaning == base.words + base.concepts + base.meaning)
        }
        #expect(throws: EvaluationError.empty) { try MatchingEvaluation.run([""], encoder: nil) }
    }

    @Test func aTrialScoresAsTheIndexDid() throws {
        let sets = try NeedPairs.read(rows.joined(separator: "\n"), most: 100)
        #expect(sets.count == 6)
        for set in sets {
            for trial in Trial.all(set, encoder: nil, base: .standard) {
                let scores = trial.candidates.map { $0.score(.standard) }
                #expect(scores == scores.sorted(by: >))
            }
        }
    }

    @Test func namesThatOnlyOneLanguageTakesForAConceptAreFound() throws {
        let table = (["en\tfr\tes"] + (1...4).map { "Mangroves \($0)\tPlanification \($0)\tÁrbol \($0)" }).joined(
            separator: "\n")
        let found = try NameAudit.run(table)
        let mangroves = try #require(found.first { $0.name == "Mangroves" })
        #expect(mangroves.found == 4 && mangroves.agreed == 0)
    }

    private func need(_ place: Int) -> String {
        [
            "mangroves on the coast", "invasive rats on islands", "seed banks of wheat", "taxonomy of beetles",
            "tourism in national parks", "coral reef monitoring",
        ][place - 1] + " need support"
    }

    private func offer(_ place: Int) -> String {
        [
            "Planting of mangroves was taught", "Rats were eradicated from three islands",
            "A seed bank for wheat was built",
            "Beetles were named in a course of taxonomy", "Tourism in parks was planned",
            "Divers learned to watch coral reefs",
        ][place - 1]
    }
}
