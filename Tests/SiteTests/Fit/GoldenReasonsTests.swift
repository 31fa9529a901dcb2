import Catalogue
import Cooperation
import Demonstration
import Desk
import Foundation
import Localisation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Site

/// Who is proposed for the requests of the demonstration, and why, as the pages say it in the language of each request.
/// A change of weights, words, thesaurus or data shows here as a change of text to be read.
///
/// `UPDATE_GOLDEN=1 swift test --filter GoldenReasonsTests` writes the files anew. Meaning is not compared: that needs a model
/// that is not part of the repository.
@Suite("Reasons as a minister reads them")
struct GoldenReasonsTests {
    private static let today = "2026-11-23"
    /// How many candidates of each request.
    private static let most = 3

    @Test("the candidates of every request of the demonstration are the same as before, with the same reasons")
    func sameAsBefore() async throws {
        let texts = try await texts()
        #expect(texts.count == Language.allCases.count, "requests in all six languages")
        let requests = texts.values.reduce(0) { $0 + $1.split(separator: "\n").count { $0.hasPrefix("# ") } }
        #expect(requests >= 30)
        for (language, text) in texts.sorted(by: { $0.key < $1.key }) {
            let file = Self.folder.appending(path: "\(language.code).txt")
            if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
                try Data(text.utf8).write(to: file)
                continue
            }
            let before = try String(contentsOf: file, encoding: .utf8)
            let change = zip(before.split(separator: "\n") + ["(end)"], text.split(separator: "\n") + ["(end)"])
                .first { $0 != $1 }
            #expect(
                before == text,
                "\(language.code).txt: was “\(change?.0 ?? "")”, is “\(change?.1 ?? "")”. If that is meant: UPDATE_GOLDEN=1"
            )
        }
    }

    @Test("no internals: no identifiers, no names of messages, no places left to fill", arguments: Language.allCases)
    func readable(language: Language) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(language.code).txt"), encoding: .utf8)
        #expect(text.firstMatch(of: /\{[a-z]+\}/) == nil)
        #expect(text.firstMatch(of: /(reason|common|fit|desk)\.[a-z]/) == nil)
        #expect(text.firstMatch(of: /(provider|opportunity|practice|request|organisation)-[a-z0-9]/) == nil)
        #expect(text.firstMatch(of: /CBD-SUBJECT|GBF-TARGET|training\.|research\./) == nil)
    }

    private func texts() async throws -> [Language: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
        let day = try #require(CalendarDay(Self.today))
        try await Demonstration.fill(folder: folder, node: "stage", today: day, hash: { "stored:" + $0 })
        let stage = try await Stage(folder: folder, on: Self.today)
        let cards = try await stage.desk.requests(RequestFilter(), for: .office, limit: 200).items
        var texts: [Language: String] = [:]
        for card in cards.sorted(by: { $0.request.id < $1.request.id }) {
            let request = card.request.body
            let language = try #require(request.title.versions.first { $0.value.origin == .written }?.key)
            texts[language, default: ""] += try await text(card.request.id, request, Words(language), stage.desk)
        }
        try await stage.strike()
        return texts
    }

    private func text(_ id: RequestID, _ request: Request, _ words: Words, _ desk: Desk) async throws -> String {
        let matches = try await desk.matches(for: id, viewer: .office)
        let again = try await desk.matches(for: id, viewer: .office)
        #expect(matches.best == again.best)
        let best = matches.best.prefix(Self.most)
        let titles = try await desk.titles(of: best.map(\.candidate))
        let reasons = ReasonWords(words)
        var lines = ["# \(request.country.country.name(in: words.language)): \(request.title[words.language] ?? "")"]
        for (rank, scored) in best.enumerated() {
            #expect(scored.score == scored.parts.reduce(0) { $0 + $1.value })
            let title = titles[scored.candidate]?.best(for: [words.language])?.version.text ?? ""
            let points = words("common.points", ["points": words.number(scored.score, digits: 0)])
            lines.append("\(words.number(rank + 1)). \(words(scored.candidate.kindWord)): \(title) (\(points))")
            lines += scored.parts.map { "   \(words.number($0.value, digits: 0)) \(reasons.sentence($0))" }
        }
        if !matches.uncovered.isEmpty {
            lines.append(words("common.missing", ["list": words.list(matches.uncovered.map(reasons.lack))]))
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden")
}
