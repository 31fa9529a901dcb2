import Foundation
import FoundationXML
import Sheets

/// Text documents of office programs: DOCX (WordprocessingML) and ODT (OpenDocument).
struct OfficePages {
    let parser: DocumentParser
    let format: DocumentFormat
    let bytes: Data

    func read() throws(DocumentRefusal) -> SourceDocument {
        let body = try part(format == .docx ? "word/document.xml" : "content.xml")
        guard let body else { throw .damaged(format) }
        let reader = OfficeXML(format: format, textLimit: parser.limits.text)
        try Self.parse(body, with: reader, format)
        if reader.isTooLong { throw .tooMuchText(limit: parser.limits.text) }
        return SourceDocument(format: format, pages: reader.pages, isPaged: reader.pages.count > 1)
    }

    private func part(_ name: String) throws(DocumentRefusal) -> Data? {
        do {
            return try ZipArchive(bytes, limit: parser.limits.unpacked).part(name)
        } catch .tooLarge {
            throw .archiveBomb
        } catch {
            throw .damaged(format)
        }
    }

    /// Files of office programs declare no entities; one that does is meant to harm.
    private static func parse(
        _ content: Data, with reader: OfficeXML, _ format: DocumentFormat
    ) throws(DocumentRefusal) {
        if content.range(of: Data("<!DOCTYPE".utf8)) != nil || content.range(of: Data("<!ENTITY".utf8)) != nil {
            throw .declaresEntities
        }
        guard StrangersXML.isReadable(content) else { throw .damaged(format) }
        let parser = XMLParser(data: content)
        parser.delegate = reader
        let isWhole = parser.parse()
        if !isWhole, !reader.isTooLong { throw .damaged(format) }
    }
}

/// Collects blocks while the XML is read: the names of both formats' elements do not clash.
private final class OfficeXML: NSObject, XMLParserDelegate {
    private(set) var pages = [DocumentPage(number: 1, blocks: [])]
    private(set) var isTooLong = false

    private let format: DocumentFormat
    private let textLimit: Int
    private var size = 0
    private var text = ""
    private var kind: DocumentBlock.Kind = .paragraph
    private var level = 0
    private var cells: [String] = []
    private var cell = ""
    private var tables = 0
    private var listDepth = 0
    /// Inside notes and comments, whose paragraphs interrupt the text.
    private var skipped = 0
    private var takesText = false

    init(format: DocumentFormat, textLimit: Int) {
        self.format = format
        self.textLimit = textLimit
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        switch name {
        case "text:note", "office:annotation", "text:tracked-changes", "mc:Fallback": skipped += 1
        case _ where skipped > 0: break
        case "w:p", "text:p", "text:h":
            text = ""
            kind = listDepth > 0 ? .listItem : .paragraph
            level = 0
            takesText = format == .odt
            if name == "text:h" { (kind, level) = (.heading, Int(attributes["text:outline-level"] ?? "") ?? 1) }
        case "w:pStyle": style(attributes["w:val"] ?? "")
        case "w:outlineLvl":
            if let value = Int(attributes["w:val"] ?? ""), value < 9 { (kind, level) = (.heading, value + 1) }
        case "w:numPr": if kind == .paragraph { kind = .listItem }
        case "w:t": takesText = true
        case "w:tab", "text:tab", "text:s", "text:line-break", "w:cr": text += " "
        case "w:br": if attributes["w:type"] == "page" { turnPage() } else { text += " " }
        case "w:lastRenderedPageBreak", "text:soft-page-break": turnPage()
        case "text:list": listDepth += 1
        case "w:tbl", "table:table": tables += 1
        case "w:tr", "table:table-row": if tables == 1 { cells = [] }
        case "w:tc", "table:table-cell": if tables == 1 { cell = "" }
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard takesText, skipped == 0 else { return }
        size += string.utf8.count
        if size > textLimit {
            isTooLong = true
            parser.abortParsing()
        } else {
            text += string
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        switch name {
        case "text:note", "office:annotation", "text:tracked-changes", "mc:Fallback": skipped -= 1
        case _ where skipped > 0: break
        case "w:t": takesText = false
        case "w:p", "text:p", "text:h":
            takesText = false
            let line = Cleaning.line(text)
            text = ""
            if line.isEmpty { break }
            if tables > 0 {
                cell = cell.isEmpty ? line : cell + " " + line
            } else {
                add(DocumentBlock(kind, line, level: level))
            }
        case "w:tc", "table:table-cell": if tables == 1 { cells.append(cell) }
        case "w:tr", "table:table-row":
            guard tables == 1, cells.contains(where: { !$0.isEmpty }) else { break }
            add(DocumentBlock(.tableRow, cells.joined(separator: "\t")))
        case "w:tbl", "table:table": tables -= 1
        case "text:list": listDepth -= 1
        default: break
        }
    }

    /// `Heading2`, `Titre2`, `Ttulo2`, `2`: names differ by language, the level stands at their end.
    private func style(_ name: String) {
        let known = ["heading", "titre", "ttulo", "título", "titulo", "заголовок", "标题", "title", "berschrift"]
        let lower = name.lowercased()
        guard known.contains(where: lower.contains) || (name.count == 1 && name.first?.isNumber == true) else { return }
        kind = .heading
        level = lower.last.flatMap { Int(String($0)) } ?? 1
    }

    private func turnPage() {
        // A break before any text of a page is the same as none.
        guard !(pages[pages.count - 1].blocks.isEmpty && Cleaning.line(text).isEmpty) else { return }
        pages.append(DocumentPage(number: pages.count + 1, blocks: []))
    }

    private func add(_ block: DocumentBlock) { pages[pages.count - 1].blocks.append(block) }
}
