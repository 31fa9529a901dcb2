import Documents
import Foundation
import SentenceVectors
import TextAnalysis
import Testing

@testable import NeedsMining

/// How well needs are told from other statements in each of the six languages, as mining does it. With BIOBRIDGE_FIGURES set the
/// figures are printed.
@Suite("Statements nobody learned from")
struct UnseenTests {
    private struct Count {
        var found = 0
        var missed = 0
        var wrong = 0
        var kinds = 0
        var mistakes: [String] = []

        var precision: Double { Double(found) / Double(max(1, found + wrong)) }
        var recall: Double { Double(found) / Double(max(1, found + missed)) }
        var line: String {
            "precision \(found)/\(found + wrong), recall \(found)/\(found + missed), kinds \(kinds)/\(found + missed)"
        }
    }

    private static let encoder = ModelLocation.find().flatMap { try? SentenceEncoder(modelAt: $0) }
    private static let printsFigures = ProcessInfo.processInfo.environment["BIOBRIDGE_FIGURES"] != nil

    @Test("Without the sentence encoder precision is at least 0.8 in every language, recall 0.6")
    func withoutMeaning() { check(nil) }

    @Test("With it both are at least 0.8", .enabled(if: encoder != nil))
    func withMeaning() { check(Self.encoder) }

    private func check(_ encoder: SentenceEncoder?) {
        for language in Language.allCases {
            var all = Count()
            for set in ["ab", "cd"] {
                let count = Self.judged(set, language, encoder)
                if Self.printsFigures {
                    print(
                        "\(set) \(language.code) \(encoder == nil ? "words" : "meaning"): \(count.line) \(count.mistakes)"
                    )
                }
                all.found += count.found
                all.missed += count.missed
                all.wrong += count.wrong
                all.mistakes += count.mistakes
            }
            #expect(all.found + all.missed == 30)
            #expect(all.precision >= 0.8, "\(language): \(all.mistakes)")
            #expect(all.recall >= (encoder == nil ? 0.6 : 0.8), "\(language): \(all.mistakes)")
        }
    }

    private static func judged(_ set: String, _ language: Language, _ encoder: SentenceEncoder?) -> Count {
        let appraiser = NeedAppraiser(encoder: encoder)
        var count = Count()
        for one in UnseenStatement.all where one.language == language && set.contains(one.meaning.prefix(1)) {
            let passage = Passage(
                place: DocumentPlace(page: 1, block: 0), range: 0..<one.text.utf8.count, text: one.text,
                language: language)
            let statement = Statement(passage: passage, language: language)
            let isRead = encoder == nil || appraiser.isWorthVector(statement)
            let appraisal = appraiser.appraise(statement, vector: encoder?.vector(for: one.text))
            let isTaken = isRead && appraisal.score >= Miner.standardThreshold
            if one.isNeed, appraisal.kind == one.kind { count.kinds += 1 }
            switch (one.isNeed, isTaken) {
            case (true, true): count.found += 1
            case (true, false): count.missed += 1
            case (false, true): count.wrong += 1
            case (false, false): break
            }
            guard one.isNeed != isTaken else { continue }
            count.mistakes.append("\(one.meaning) \(isRead ? "" : "unread ")\(appraisal.score)")
        }
        return count
    }
}
