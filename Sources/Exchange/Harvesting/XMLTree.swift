import Foundation
import FoundationXML
import Sheets

/// An element of XML with what it holds. Names are local; the namespace stands beside.
final class XMLElement {
    let name: String
    let space: String
    let attributes: [String: String]
    fileprivate(set) var children: [XMLElement] = []
    fileprivate(set) var ownText = ""

    fileprivate init(_ name: String, _ space: String, _ attributes: [String: String]) {
        self.name = name
        self.space = space
        self.attributes = attributes
    }

    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

    func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    /// All text in it, in order, blanks around dropped.
    var text: String {
        (ownText + children.map(\.text).joined(separator: " ")).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Reads strangers' XML: no document type, no entities of its own, no depth without end.
enum XMLTree {
    private static let deepest = 60

    /// Throws `notXML`.
    static func read(_ data: Data) throws -> XMLElement {
        let head = data.prefix(4096)
        let forbidden = ["<!DOCTYPE", "<!ENTITY"].map { Data($0.utf8) }
        guard StrangersXML.isReadable(data), forbidden.allSatisfy({ head.range(of: $0) == nil }) else {
            throw HarvestError.notXML
        }
        let builder = Builder()
        let parser = XMLParser(data: data)
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = builder
        guard parser.parse(), let root = builder.root, !builder.isBroken else { throw HarvestError.notXML }
        return root
    }

    private final class Builder: NSObject, XMLParserDelegate {
        private(set) var root: XMLElement?
        /// The parser goes on after some errors as if nothing were.
        private(set) var isBroken = false
        private var open: [XMLElement] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLElement(name, namespaceURI ?? "", attributes)
            if let parent = open.last { parent.children.append(element) } else { root = element }
            open.append(element)
            if open.count > XMLTree.deepest {
                isBroken = true
                parser.abortParsing()
            }
        }

        func parser(_: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?) {
            if !open.isEmpty { open.removeLast() }
        }

        func parser(_: XMLParser, parseErrorOccurred _: any Error) { isBroken = true }

        func parser(_: XMLParser, foundCharacters text: String) { open.last?.ownText += text }

        func parser(_: XMLParser, foundCDATA data: Data) { open.last?.ownText += String(decoding: data, as: UTF8.self) }
    }
}
