import Foundation
import FoundationXML

/// Reads one XML part of a workbook element by element. Parts that declare entities are refused: no workbook has any.
final class PartParser: NSObject, XMLParserDelegate {
    /// The element's local name, and its attributes.
    private let opened: (_ name: String, _ attributes: [String: String]) throws(SheetsError) -> Void
    /// The element's local name, and the text in it since the last opening or closing.
    private let closed: (_ name: String, _ text: String) throws(SheetsError) -> Void
    private var text = ""
    private var failure: SheetsError?

    private init(
        opened: @escaping (String, [String: String]) throws(SheetsError) -> Void,
        closed: @escaping (String, String) throws(SheetsError) -> Void
    ) {
        self.opened = opened
        self.closed = closed
    }

    static func read(
        _ content: Data, part: String,
        opened: @escaping (String, [String: String]) throws(SheetsError) -> Void = { _, _ in },
        closed: @escaping (String, String) throws(SheetsError) -> Void = { _, _ in }
    ) throws(SheetsError) {
        if !StrangersXML.isReadable(content) || content.range(of: Data("<!DOCTYPE".utf8)) != nil {
            throw .damaged(part: part)
        }
        let reader = PartParser(opened: opened, closed: closed)
        let parser = XMLParser(data: content)
        parser.delegate = reader
        let isWhole = parser.parse()
        if let failure = reader.failure { throw failure }
        if !isWhole { throw .damaged(part: part) }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        text = ""
        attempt(parser) { () throws(SheetsError) in try opened(Self.local(name), attributes) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let content = text
        text = ""
        attempt(parser) { () throws(SheetsError) in try closed(Self.local(name), content) }
    }

    private func attempt(_ parser: XMLParser, _ work: () throws(SheetsError) -> Void) {
        guard failure == nil else { return }
        do {
            try work()
        } catch {
            failure = error
            parser.abortParsing()
        }
    }

    /// Some programs write every element with a prefix.
    private static func local(_ name: String) -> String {
        name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
