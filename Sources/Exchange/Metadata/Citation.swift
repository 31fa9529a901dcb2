import Cooperation
public import TextAnalysis
import Vocabulary

/// A form in which programs for bibliographies read a work.
public enum CitationFormat: String, CaseIterable, Sendable {
    case bib, ris

    public var type: String {
        switch self {
        case .bib: "application/x-bibtex; charset=utf-8"
        case .ris: "application/x-research-info-systems; charset=utf-8"
        }
    }
}

/// Works of the library as BibTeX or RIS.
public struct Citation: Sendable {
    private let publisher: Publisher
    private let language: Language

    public init(_ publisher: Publisher, in language: Language) {
        self.publisher = publisher
        self.language = language
    }

    public func text(_ records: [PublicRecord], as format: CitationFormat) -> String {
        switch format {
        case .bib: records.map(bibliographyEntry).joined(separator: "\n")
        case .ris: records.map(researchEntry).joined()
        }
    }

    /// A reference for people: who, when, what, where published. The address follows.
    public func words(_ record: PublicRecord, site: String) -> String {
        let authors = authors(record)
        let who = authors.isEmpty ? site : authors.prefix(6).joined(separator: ", ") + (authors.count > 6 ? ", …" : "")
        let when = year(record).map { " (\($0))" } ?? ""
        let place = record.publisher.isEmpty ? site : record.publisher
        return "\(who)\(when). \(title(record)). \(place)."
    }

    // MARK: BibTeX, as biber and BibLaTeX read it in UTF-8

    private func bibliographyEntry(_ record: PublicRecord) -> String {
        var fields: [(String, String)] = [("title", "{" + Self.latex(title(record)) + "}")]
        let authors = authors(record)
        if !authors.isEmpty {
            fields.append(("author", authors.map { "{" + Self.latex($0) + "}" }.joined(separator: " and ")))
        }
        if !record.publisher.isEmpty { fields.append(("publisher", Self.latex(record.publisher))) }
        if let year = year(record) { fields.append(("year", year)) }
        if let doi = record.doi { fields.append(("doi", doi.description)) }
        fields.append(("url", publisher.lasting(record.key)))
        if let code = workLanguage(record) { fields.append(("langid", code)) }
        let subjects = record.subjects.map { $0.label(in: language) }
        if !subjects.isEmpty { fields.append(("keywords", Self.latex(subjects.joined(separator: ", ")))) }
        let summary = PublicRecord.best(record.summary, in: language)
        if !summary.isEmpty { fields.append(("abstract", Self.latex(summary))) }
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
        return "@misc{\(record.key),\n\(lines)\n}\n"
    }

    /// The signs that TeX reads as orders, written so that it prints them. Braces are dropped: an odd one breaks a file.
    private static func latex(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{", "}": continue
            case "\\": out += "/"
            case "&", "%", "$", "#", "_": out += "\\" + String(scalar)
            case "~": out += "\\~ "
            case "^": out += "\\^ "
            case "\n", "\r", "\t": out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    // MARK: RIS

    private func researchEntry(_ record: PublicRecord) -> String {
        var lines = [("TY", record.kind == .practice ? "RPRT" : Self.type(record)), ("ID", record.key)]
        lines.append(("TI", title(record)))
        for author in authors(record) { lines.append(("AU", author)) }
        if !record.publisher.isEmpty { lines.append(("PB", record.publisher)) }
        if let year = year(record) { lines.append(("PY", year)) }
        if let doi = record.doi { lines.append(("DO", doi.description)) }
        lines.append(("UR", publisher.lasting(record.key)))
        for link in record.links.prefix(3) { lines.append(("L2", link.address)) }
        if let code = workLanguage(record) { lines.append(("LA", code)) }
        for subject in record.subjects { lines.append(("KW", subject.label(in: language))) }
        let summary = PublicRecord.best(record.summary, in: language)
        if !summary.isEmpty { lines.append(("AB", summary)) }
        lines.append(("ER", ""))
        return lines.map { "\($0.0)  - \(Self.oneLine($0.1))\r\n" }.joined() + "\r\n"
    }

    private static func type(_ record: PublicRecord) -> String {
        switch Resource.Form(rawValue: record.type) {
        case .tool: "COMP"
        case .dataset: "DATA"
        case .recording: "VIDEO"
        case .publication, .guidance: "RPRT"
        default: "GEN"
        }
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    // MARK: Both

    private func title(_ record: PublicRecord) -> String { PublicRecord.best(record.title, in: language) }

    private func authors(_ record: PublicRecord) -> [String] {
        record.authors.isEmpty
            ? record.parties.map { PublicRecord.best($0.name, in: language) } : record.authors
    }

    private func year(_ record: PublicRecord) -> String? {
        if let year = record.year { return String(year) }
        return record.issued.map { String($0.components.year) }
    }

    private func workLanguage(_ record: PublicRecord) -> String? {
        record.languages.first?.description ?? record.title.best(for: [language])?.language.code
    }
}
