import Cooperation
import Foundation
import SearchIndex
import SentenceVectors
import TextAnalysis
import Vocabulary

/// Turns a record into the document the index keeps of it.
struct DocumentWriter {
    let tools: LanguageTools

    func document(of record: Record) -> Document {
        var sheet = Sheet(kind: record.kind)
        switch record {
        case .provider(let paper, let organisation, let standing): sheet.fill(paper, organisation, standing)
        case .opportunity(let paper, let organisation): sheet.fill(paper, organisation)
        case .event(let paper, let organisation): sheet.fill(paper, organisation)
        case .project(let paper): sheet.fill(paper)
        case .practice(let paper, let confirmed): sheet.fill(paper, confirmed)
        case .resource(let paper, let confirmed): sheet.fill(paper, confirmed)
        case .request(let paper, let organisation, let isOpen): sheet.fill(paper, organisation, isOpen: isOpen)
        case .need(let paper): sheet.fill(paper)
        case .hub(let paper): sheet.fill(paper)
        case .organisation(let paper): sheet.fill(paper)
        }
        return document(key: record.key, sheet)
    }

    /// The same of many, on all processors, in their order.
    func documents(of records: [Record]) -> [Document] {
        let parts = (records.count + Self.atOnce - 1) / Self.atOnce
        let all = [[Document]](unsafeUninitializedCapacity: parts) { places, filled in
            let target = Target(places: places, records: records, writer: self)
            DispatchQueue.concurrentPerform(iterations: parts) { target.write($0) }
            filled = parts
        }
        return Array(all.joined())
    }

    private static let atOnce = 50

    /// Unchecked for the addresses: each part is written by one thread, while the caller waits.
    private struct Target: @unchecked Sendable {
        let places: UnsafeMutableBufferPointer<[Document]>
        let records: [Record]
        let writer: DocumentWriter

        func write(_ part: Int) {
            let start = part * DocumentWriter.atOnce
            let own = records[start..<min(start + DocumentWriter.atOnce, records.count)]
            places.initializeElement(at: part, to: own.map { writer.document(of: $0) })
        }
    }

    private func document(key: String, _ sheet: Sheet) -> Document {
        var document = Document(key: key, fields: sheet.texts.fields(tools))
        document.numbers = sheet.numbers
        document.numbers[Layout.signature] = Signature(document.fields).map { Double($0.bits) }
        let concepts = sheet.texts.concepts(tools.tagger)
        document.fields.append(Self.field(Layout.concepts, concepts.weights))
        document.fields.append(Self.field(Layout.broader, concepts.broader()))
        document.facets = sheet.facets
        document.facets[Layout.concept] = concepts.ordered.prefix(24).map { Code.of($0.concept) }
        document.facets[Layout.theme] = Themes.subjects(of: concepts, limit: 6).map { Code.of($0) }
        document.facets[Layout.textLanguage] = sheet.texts.languages.map { Code.of($0) }
        if let encoder = tools.encoder {
            let vector = encoder.vector(for: sheet.texts.gist)
            if !vector.isZero { document.vector = IndexVector(vector.elements) }
        }
        return document
    }

    /// A concept stands in its field as often as it is named, at most four times.
    private static func field(_ field: FieldID, _ weights: [ConceptID: Double]) -> FieldText {
        var terms: [Term] = []
        for (concept, weight) in weights.sorted(by: { $0.key < $1.key }) {
            for _ in 0..<max(1, min(4, Int(weight.rounded()))) {
                terms.append(
                    Term(text: Code.term(concept), position: terms.count * 2, range: 0..<0, kind: .scientificName))
            }
        }
        return FieldText(field: field, terms: terms)
    }
}
