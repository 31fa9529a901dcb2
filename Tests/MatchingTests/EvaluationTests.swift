import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite struct EvaluationTests {
    private static let parallel = [
        "id\ten\tfr\tes", "a\tRestoration of mangroves\tRestauration des mangroves\tRestauración de manglares",
        "b\tInvasive alien species?\tEspèces exotiques envahissantes ?\t¿Especies exóticas invasoras?",
        "c\tProtected areas, 2020\tAires protégées, 2020\tÁreas protegidas, 2020",
        "d\tAccess to genetic resources:\tAccès aux ressources génétiques :\tAcceso a los recursos genéticos:",
    ].joined(separator: "\r\n")

    @Test func parallelTextsFindEachOtherThroughConcepts() throws {
        let report = try RetrievalEvaluation.run(Self.parallel, encoder: nil, ablation: true)
        #expect(report.texts == 4)
        let concepts = try #require(report.methods.first { $0.name == "concepts" })
        #expect(concepts.directions.count == 6)
        #expect(concepts.mean == 1)
        #expect(report.methods.first { $0.name == "all" }?.worst == 1)
        #expect(!report.methods.contains { $0.name == "vectors" })
        #expect(report.methods.contains { $0.name == "all without concepts" })
    }

    @Test func donorsAreFoundByLanguageNotOnlyByPopularity() throws {
        let french = "Renforcement des aires protégées de la côte pour les populations du parc national"
        let english = "Strengthening the management of forests for the people of the national park"
        var lines: [String] = []
        for number in 0..<6 {
            let isFrench = number % 3 == 0
            lines.append(
                #"{"id":"\#(number)","title":"\#(isFrench ? french : english)","donors":[{"donor":"\#(isFrench ? "Spain" : "Germany")"}]}"#
            )
        }
        let report = try DonorEvaluation.run(lines.joined(separator: "\n"))
        #expect(report.expressions == 6)
        #expect(report.ceiling == 1)
        let popularity = try #require(report.methods.first)
        #expect(popularity.name == "popularity")
        // Germany first for all: right for four, second for two.
        #expect(abs(popularity.meanReciprocalRank - 5.0 / 6) < 1e-9)
        #expect(report.methods.last?.meanReciprocalRank == 1)
    }

    @Test func targetsAreFoundByTheirConcepts() throws {
        let table =
            "gbf\tkey\ten\tfr\ntarget6\tq\tPrevent invasive alien species\tPrévenir les espèces exotiques envahissantes\n"
        let report = try TargetEvaluation.run(table, encoder: nil)
        let all = try #require(report.methods.first { $0.name == "without vectors" })
        #expect(all.first == 1 && all.firstThree == 1)
        #expect(all.languages.map(\.language) == [.english, .french])
    }

    @Test func everySentenceAboutATargetLeadsToItInEachLanguage() {
        let tagger = TargetTagger(encoder: nil)
        for language in Language.allCases {
            let sentences = FrameworkTarget.allCases.flatMap { target in target.about.map { (target, $0[language]) } }
            let found = sentences.count { target, sentence in
                tagger.rank(sentence, language: language, weights: .withoutMeaning).prefix(3)
                    .contains { $0.aim == .target(target) }
            }
            #expect(found * 10 >= sentences.count * 7, "\(language): \(found) of \(sentences.count)")
        }
    }

    @Test func plainSentencesLeadToTheirTargetInEachLanguage() throws {
        let report = try TargetEvaluation.run(PlainSentences.table, encoder: nil)
        let all = try #require(report.methods.last)
        #expect(all.name == "without vectors" && all.languages.count == 6)
        for figures in all.languages {
            #expect(figures.firstThree >= 0.85, "\(figures.language): \(figures.firstThree)")
        }
        let others = report.methods.dropLast().map(\.firstThree)
        #expect(others.allSatisfy { $0 < all.firstThree }, "each view alone finds less than all together: \(others)")
    }

    @Test func everyTargetsOwnLabelLeadsToIt() {
        let tagger = TargetTagger(encoder: nil)
        for language in Language.allCases {
            let found = FrameworkTarget.allCases.count { target in
                tagger.rank(target.labels[language], language: language, weights: .withoutMeaning).prefix(3)
                    .contains { $0.aim == .target(target) }
            }
            #expect(found >= 19, "\(language): \(found) of 23")
        }
    }

    @Test func wrongFilesAreRefusedByName() {
        #expect(throws: EvaluationError.empty) { try RetrievalEvaluation.run("", encoder: nil) }
        #expect(throws: EvaluationError.missingColumn("fr")) {
            try RetrievalEvaluation.run("id\ten\na\tb", encoder: nil)
        }
        #expect(throws: EvaluationError.malformedLine(3)) {
            try RetrievalEvaluation.run("en\tfr\na\tb\nc\n", encoder: nil)
        }
        #expect(throws: EvaluationError.missingColumn("gbf")) { try TargetEvaluation.run("a\nb", encoder: nil) }
        #expect(throws: EvaluationError.malformedLine(2)) { try TargetEvaluation.run("gbf\ten\nx\ty", encoder: nil) }
        #expect(throws: EvaluationError.malformedLine(1)) { try DonorEvaluation.run("{") }
        #expect(throws: EvaluationError.empty) { try DonorEvaluation.run(#"{"id":"a","title":"b"}"#) }
    }

    @Test func reportsAreWrittenAsJSON() throws {
        let report = try RetrievalEvaluation.run(Self.parallel, encoder: nil)
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(RetrievalEvaluation.Report.self, from: data) == report)
    }

    @Test func spreadsheetQuotesAreRead() throws {
        let table = try Table("a\tb\n\"say \"\"yes\"\"\"\tplain \"x\"")
        #expect(table.rows == [["say \"yes\"", "plain \"x\""]])
    }
}
