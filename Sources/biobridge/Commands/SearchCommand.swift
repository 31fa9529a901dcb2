internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import Matching
internal import TextAnalysis
internal import Vocabulary

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Finds public papers by words in any of the six languages; also while a server works.",
        discussion: """
            What is confidential is never found. The same concept is found in every language: mangrove, manglar, 红树林. What
            stands in quotation marks must stand so in the text.
            """)

    @OptionGroup var data: DataFolder
    @Option(help: "ar, zh, en, fr, ru or es; without it, the one the text is guessed to be in.") var language: String?
    @Option(help: "provider, opportunity, practice, request, need, hub or organisation; may be repeated.")
    var kind: [String] = []
    @Option(help: "Only what stands in this country, such as BJ.") var country: String?
    @Option(help: "How many, 1 to 200.") var limit = 30
    @Flag(help: "Print JSON: papers, total, counts and suggestion.") var json = false
    @Argument(help: "What to look for.") var text: String

    func validate() throws {
        guard (1...200).contains(limit) else { throw ValidationError("--limit is a number from 1 to 200") }
        if let country, CountryCode(country) == nil { throw ValidationError("no such country: \(country)") }
        if let language, Language(rawValue: language) == nil {
            throw ValidationError("no such language: \(language)")
        }
        for name in kind where PaperKind(rawValue: name).map(MatchIndex.searched.contains) != true {
            throw ValidationError("nothing of this kind is searched: \(name)")
        }
    }

    func run() async throws {
        let house = try await House.read(data.url)
        let language = language.flatMap(Language.init(rawValue:)) ?? LanguageGuess(text).language ?? .english
        let kinds = Set(kind.compactMap(PaperKind.init(rawValue:)))
        let found = try await house.desk.search(
            text, language: language, kinds: kinds.isEmpty ? MatchIndex.searched : kinds,
            filters: SearchFilters(country: country.flatMap { CountryCode($0) }), limit: limit)
        let shown = ShownResults(found, language)
        if json { return try Output.json(shown) }
        print(shown.lines)
    }
}

/// What was found, as the command prints it.
private struct ShownResults: Encodable {
    struct Paper: Encodable {
        let id: String
        let kind: String
        let title: String
        let countries: [String]
    }

    struct Counts: Encodable {
        let kinds: [String: Int]
        let countries: [String: Int]
        let subjects: [String: Int]
        let targets: [String: Int]
        let assistance: [String: Int]
    }

    let papers: [Paper]
    let total: Int
    let counts: Counts
    let suggestion: String?
    /// Nothing had all the words: these have some.
    let isRelaxed: Bool

    init(_ found: FoundPapers, _ language: Language) {
        papers = found.papers.map { paper in
            Paper(
                id: paper.key, kind: paper.kind.rawValue,
                title: paper.title.best(for: [language])?.version.text ?? "",
                countries: paper.countries.map(\.description))
        }
        let results = found.results
        total = results.total
        counts = Counts(
            kinds: Self.named(results.counts.kinds) { $0.rawValue },
            countries: Self.named(results.counts.countries) { $0.description },
            subjects: Self.named(results.counts.subjects) { $0.description },
            targets: Self.named(results.counts.targets) { $0.description },
            assistance: Self.named(results.counts.assistance) { $0.description })
        suggestion = results.suggestion
        isRelaxed = results.isRelaxed
    }

    private static func named<Value>(_ counts: [(value: Value, count: Int)], _ name: (Value) -> String) -> [String: Int]
    {
        Dictionary(counts.map { (name($0.value), $0.count) }) { first, _ in first }
    }

    var lines: String {
        var lines = ["\(total) found" + (isRelaxed ? ", none with all the words" : "")]
        for (index, paper) in papers.enumerated() {
            let place = paper.countries.isEmpty ? "" : ", " + paper.countries.joined(separator: " ")
            lines.append("\(index + 1). \(paper.title) (\(paper.kind)\(place))\n   \(paper.id)")
        }
        if let suggestion { lines.append("did you mean: \(suggestion)") }
        return lines.joined(separator: "\n")
    }
}
