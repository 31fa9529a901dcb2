internal import ArgumentParser
internal import Documents
internal import Foundation
internal import Localisation
internal import NeedsMining
internal import TextAnalysis
internal import Vocabulary

struct MineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mine", abstract: "Finds statements of need in a national document; needs no node.",
        discussion: """
            Reads PDF (scanned too, where tesseract is installed), DOCX, ODT, HTML, plain text, XLSX and CSV, in any of the six \
            languages. What it finds is potential: a person decides.

            Exit codes: 0 done, also where nothing was found; 1 the document is not read (the reason is on standard error); 64 \
            wrong use.
            """)

    @Argument(help: "The document.", completion: .file()) var file: String
    @Option(help: "The country it speaks of, such as BJ.") var country: String?
    @Option(help: "ar, zh, en, fr, ru or es: for text whose language cannot be told.") var language: String?
    @Option(help: "The least score shown, 0 to 1.") var threshold = Miner.standardThreshold
    @Flag(help: "Print JSON: an array of needs, in the order of the document.") var json = false

    func validate() throws {
        if let country, CountryCode(country) == nil { throw ValidationError("no such country: \(country)") }
        if let language, Language(rawValue: language) == nil { throw ValidationError("no such language: \(language)") }
        guard (0...1).contains(threshold) else { throw ValidationError("--threshold is a number from 0 to 1") }
    }

    func run() async throws {
        guard FileManager.default.isReadableFile(atPath: file) else { throw Refusal("cannot read \(file)") }
        let document: SourceDocument
        do {
            let place = URL(filePath: file).standardizedFileURL
            document = try await DocumentReader().read(place, named: place.lastPathComponent)
        } catch let refusal as DocumentRefusal {
            throw Refusal("\(file): \(Words(.english)(refusal))")
        }
        let encoder = Model.encoder()
        let needs = try await Miner(encoder: encoder).mine(
            document, country: country.flatMap { CountryCode($0) },
            language: language.flatMap(Language.init(rawValue:)),
            threshold: threshold)
        if json { return try Output.json(needs.map(ShownNeed.init)) }
        for need in needs { print(ShownNeed(need).lines(isPaged: document.isPaged)) }
        let found = needs.count == 1 ? "1 potential need" : "\(needs.count) potential needs"
        Output.note("\(found) in \(document.pages.count == 1 ? "1 page" : "\(document.pages.count) pages")")
        if encoder == nil { Output.note("meaning was not compared: there is no model of the sentence encoder") }
        if !document.recognisedPages.isEmpty {
            Output.note(
                "the text of \(document.recognisedPages.count) pages was recognised in pictures and may have errors")
        }
    }
}

extension Words {
    /// Why a document is not read, as a sentence.
    func callAsFunction(_ refusal: DocumentRefusal) -> String {
        var values: [String: String] = [:]
        if let amount = refusal.figures.amount { values["amount"] = number(amount) }
        if let limit = refusal.figures.limit { values["limit"] = number(limit) }
        return self("document.refused-\(refusal.code)", values)
    }
}

/// A potential need as the command prints it.
struct ShownNeed: Encodable {
    let text: String
    let page: Int
    let kind: NeedKind
    let need: NeedHeading?
    let themes: [SubjectID]
    let targets: [String]
    let assistance: [AssistanceTypeID]
    let score: Double
    let why: [NeedPart]

    init(_ found: PotentialNeed) {
        text = found.text
        page = found.passages.first?.place.page ?? 1
        kind = found.kind
        need = found.heading
        themes = found.themes
        targets = found.targets.map(\.description) + found.aichiTargets.map(\.description)
        assistance = found.assistance
        score = found.score
        why = found.why
    }

    enum CodingKeys: CodingKey { case text, page, kind, need, themes, targets, assistance, score, why }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(page, forKey: .page)
        try container.encode(kind, forKey: .kind)
        // Null where it belongs to no row of the table: the key is always there.
        try container.encode(need, forKey: .need)
        try container.encode(themes, forKey: .themes)
        try container.encode(targets, forKey: .targets)
        try container.encode(assistance, forKey: .assistance)
        try container.encode(score, forKey: .score)
        try container.encode(why, forKey: .why)
    }

    func lines(isPaged: Bool) -> String {
        let place = isPaged ? "p. \(page)  " : ""
        let heading = need.map { " · " + $0.label(in: .english) } ?? ""
        let reasons = why.map { part in
            let words = part.words.isEmpty ? "" : " (" + part.words.joined(separator: ", ") + ")"
            return "\(part.part.rawValue) \(String(format: "%+.2f", part.value))\(words)"
        }
        return """
            \(String(format: "%.2f", score))  \(place)\(kind.label(in: .english))\(heading)
                  \(text)
                  \(reasons.joined(separator: "; "))
            """
    }
}
