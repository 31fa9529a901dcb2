internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import Matching
internal import Site
internal import TextAnalysis
internal import Vocabulary

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Ranks who may answer a need, with reasons; also while a server works.",
        discussion: """
            The need is a request of the node (--request) or a text. The reasons are told in the language of --language; without
            it, in the one the text is guessed to be in.
            """)

    @OptionGroup var data: DataFolder
    @Option(help: "The country that asks, such as BJ: orders by circles of proximity.") var country: String?
    @Option(help: "ar, zh, en, fr, ru or es.") var language: String?
    @Option(help: "The identifier of a request instead of a text.") var request: String?
    @Option(help: "How many, 1 to 200.") var limit = 10
    @Option(help: "An offer's identifier: tells why it is not among those shown.") var whyNot: String?
    @Flag(help: "Print JSON: an array of candidates, best first.") var json = false
    @Argument(help: "The need, in somebody's own words.") var text: String?

    func validate() throws {
        guard (text == nil) != (request == nil) else {
            throw ValidationError("give a text or --request, one of the two")
        }
        guard (1...200).contains(limit) else {
            throw ValidationError("--limit is a number from 1 to 200")
        }
        if let country, CountryCode(country) == nil {
            throw ValidationError("no such country: \(country)")
        }
        if let language, Language(rawValue: language) == nil {
            throw ValidationError("no such language: \(language)")
        }
        if let request, RequestID(rawValue: request) == nil {
            throw ValidationError("not a request: \(request)")
        }
        if let whyNot, Introduction.Candidate(name: whyNot) == nil {
            throw ValidationError("not a provider, opportunity or practice: \(whyNot)")
        }
    }

    func run() async throws {
        let house = try await House.read(data.url)
        if let candidate = whyNot.flatMap(Introduction.Candidate.init(name:)) {
            return try await explain(candidate, house.desk)
        }
        let matches = try await matches(house.desk)
        let titles = try await house.desk.titles(of: matches.best.map(\.candidate))
        let words = Words(shownLanguage)
        let shown = matches.best.map { ShownCandidate($0, title: titles[$0.candidate], words) }
        if json { return try Output.json(shown) }
        for (index, candidate) in shown.enumerated() { print(candidate.lines(rank: index + 1)) }
        if !matches.comparedMeaning {
            Output.note("meaning was not compared: there is no model of the sentence encoder")
        }
    }

    private func explain(_ candidate: Introduction.Candidate, _ desk: Desk) async throws {
        let reason =
            if let id = request.flatMap(RequestID.init(rawValue:)) {
                try await desk.whyNot(candidate, for: id, viewer: .office, limit: limit)
            } else {
                try await desk.whyNot(
                    candidate, forText: text ?? "", country: country.flatMap { CountryCode($0) },
                    language: language.flatMap(Language.init(rawValue:)), viewer: .office, limit: limit)
            }
        let words = Words(shownLanguage)
        let other = reason?.other
        let name =
            try await desk.titles(of: [other].compactMap(\.self)).values.first?
            .best(for: [words.language])?.version.text ?? other?.name ?? ""
        let sentences = WhyNotWords(words)
        let answer = ShownReason(
            id: candidate.name, isShown: reason == nil, reason: sentences.sentence(reason, name: name),
            other: other?.name, behind: sentences.shortfalls(reason, limit: 14))
        if json { return try Output.json(answer) }
        print(([answer.reason] + answer.behind.map { "- " + $0 }).joined(separator: "\n"))
    }

    private func matches(_ desk: Desk) async throws -> Matches {
        if let id = request.flatMap(RequestID.init(rawValue:)) {
            return try await desk.matches(for: id, viewer: .office, limit: limit)
        }
        return try await desk.matches(
            forText: text ?? "", country: country.flatMap { CountryCode($0) },
            language: language.flatMap(Language.init(rawValue:)), viewer: .office, limit: limit)
    }

    private var shownLanguage: Language {
        language.flatMap(Language.init(rawValue:)) ?? text.flatMap { LanguageGuess($0).language }
            ?? .english
    }
}

/// Why an offer is not shown, as the command prints it.
private struct ShownReason: Encodable {
    let id: String
    let isShown: Bool
    let reason: String
    let other: String?
    let behind: [String]
}

/// A candidate as the command prints it.
private struct ShownCandidate: Encodable {
    struct Line: Encodable {
        let part: String
        let value: Double
        let reason: String
    }

    let id: String
    let kind: String
    let title: String
    let circle: String?
    let score: Double
    let explanation: [Line]

    init(_ candidate: ScoredCandidate, title: LocalizedText?, _ words: Words) {
        let reasons = ReasonWords(words)
        id = candidate.candidate.name
        kind = candidate.kind.rawValue
        self.title = title?.best(for: [words.language])?.version.text ?? ""
        circle = candidate.circle?.rawValue
        score = candidate.score
        explanation = candidate.parts.map {
            Line(part: $0.part.rawValue, value: $0.value, reason: reasons.sentence($0))
        }
    }

    func lines(rank: Int) -> String {
        let head =
            "\(rank). \(title) (\(kind)\(circle.map { ", " + $0 } ?? "")): \(String(format: "%.1f", score))\n   \(id)"
        return ([head] + explanation.map { String(format: "   %+6.1f  ", $0.value) + $0.reason })
            .joined(separator: "\n")
    }
}
