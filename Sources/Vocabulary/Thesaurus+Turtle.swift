public import Foundation
import TextAnalysis

extension Thesaurus {
    /// The thesaurus as SKOS (W3C Recommendation, 18 August 2009) in Turtle, for other clearing-houses and library systems.
    ///
    /// Names in six languages, definitions, broader, narrower and related concepts; the subjects of the Convention and the
    /// targets as three schemes beside it, to which concepts have `skos:relatedMatch`. Subjects and targets carry the
    /// identifiers of the clearing-house as notations.
    ///
    /// - Parameter base: the address under which it is published; concepts are its fragments (`…#mangrove`). Without it,
    ///   the file's own address counts.
    public func turtle(base: URL? = nil) -> String {
        var turtle = TurtleWriter()
        if let base { turtle.line("@base \(TurtleWriter.reference(base.absoluteString)) .") }
        turtle.line("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .")
        turtle.line("@prefix dct: <http://purl.org/dc/terms/> .")
        let tops = concepts.filter(\.broader.isEmpty).map(\.id.description)
        turtle.scheme("thesaurus", title: "Bio-Bridge thesaurus of biodiversity and cooperation", tops: tops)
        for concept in concepts { turtle.concept(concept, narrower: narrower(than: concept.id).map(\.description)) }
        let vocabulary = Vocabulary.standard
        turtle.list(
            "subjects", title: "Subjects of the Convention on Biological Diversity",
            vocabulary.subjects.map { ($0.id.description, $0.labels) })
        turtle.list(
            "framework-targets", title: "Targets of the Kunming-Montreal Global Biodiversity Framework",
            FrameworkTarget.allCases.map { ($0.description, $0.labels) })
        turtle.list(
            "aichi-targets", title: "Aichi Biodiversity Targets",
            AichiTarget.allCases.map { ($0.description, $0.labels) })
        return turtle.text
    }
}

/// Writes statements about one thing after another.
private struct TurtleWriter {
    private(set) var text = ""

    mutating func line(_ line: String) { text += line + "\n" }

    /// A thing with its properties; values of one property stand together.
    private mutating func thing(_ name: String, _ type: String, _ properties: [(String, [String])]) {
        let written = properties.filter { !$0.1.isEmpty }.map { "    \($0.0) " + $0.1.joined(separator: ", ") }
        text += "\n\(Self.reference("#" + name)) a \(type) ;\n" + written.joined(separator: " ;\n") + " .\n"
    }

    mutating func scheme(_ name: String, title: String, tops: [String]) {
        // No concept is called so: identifiers of concepts are words.
        thing(
            "scheme-" + name, "skos:ConceptScheme",
            [
                ("dct:title", [Self.literal(title, .english)]),
                ("skos:hasTopConcept", tops.map { Self.reference("#" + $0) }),
            ])
    }

    mutating func concept(_ concept: Concept, narrower: [String]) {
        let matches =
            concept.subjects.map(\.description) + concept.frameworkTargets.map(\.description)
            + concept.aichiTargets.map(\.description)
        thing(
            concept.id.description, "skos:Concept",
            [
                ("skos:inScheme", ["<#scheme-thesaurus>"]),
                ("skos:topConceptOf", concept.broader.isEmpty ? ["<#scheme-thesaurus>"] : []),
                ("skos:notation", [Self.quoted(concept.id.description)]),
                ("skos:prefLabel", Language.allCases.map { Self.literal(concept.labels[$0], $0) }),
                (
                    "skos:altLabel",
                    Language.allCases.flatMap { language in
                        concept.otherLabels[language, default: []].map { Self.literal($0, language) }
                    }
                ),
                (
                    "skos:definition",
                    Language.allCases.compactMap { language in
                        concept.definitions[language].map { Self.literal($0, language) }
                    }
                ),
                ("skos:broader", concept.broader.map { Self.reference("#" + $0.description) }),
                ("skos:narrower", narrower.map { Self.reference("#" + $0) }),
                ("skos:related", concept.related.map { Self.reference("#" + $0.description) }),
                ("skos:relatedMatch", matches.map { Self.reference("#" + $0) }),
            ])
    }

    /// A scheme without levels.
    mutating func list(_ name: String, title: String, _ entries: [(id: String, labels: Labels)]) {
        scheme(name, title: title, tops: entries.map(\.id))
        for (id, labels) in entries {
            thing(
                id, "skos:Concept",
                [
                    ("skos:inScheme", ["<#scheme-\(name)>"]), ("skos:topConceptOf", ["<#scheme-\(name)>"]),
                    ("skos:notation", [Self.quoted(id)]),
                    ("skos:prefLabel", Language.allCases.map { Self.literal(labels[$0], $0) }),
                ])
        }
    }

    /// Characters that must not stand in a reference are written as their numbers (Turtle, §6.4).
    static func reference(_ address: String) -> String {
        let forbidden = Set("<>\"{}|^`\\".unicodeScalars)
        var written = "<"
        for scalar in address.unicodeScalars {
            if scalar.value <= 0x20 || forbidden.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                written.unicodeScalars.append(scalar)
            }
        }
        return written + ">"
    }

    static func literal(_ text: String, _ language: Language) -> String { quoted(text) + "@" + language.code }

    static func quoted(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\n": written += "\\n"
            case "\r": written += "\\r"
            case "\t": written += "\\t"
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }
}
