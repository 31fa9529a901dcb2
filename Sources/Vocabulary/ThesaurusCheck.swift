import Foundation
import TextAnalysis

/// The rules a thesaurus keeps.
enum ThesaurusCheck {
    static func damaged(_ reason: String) -> VocabularyError { .damagedList(name: "thesaurus", reason: reason) }

    /// Every link leads to another concept, and only the top of a facet has nothing above it.
    static func links(of concepts: [Concept], known: Set<ConceptID>) throws {
        for concept in concepts {
            for link in concept.broader + concept.related where !known.contains(link) {
                throw damaged("\(concept.id) points to \(link), which does not exist")
            }
            if concept.broader.contains(concept.id) || concept.related.contains(concept.id) {
                throw damaged("\(concept.id) points to itself")
            }
            let isTop = concept.id.description == "facet-" + concept.facet.rawValue
            guard concept.broader.isEmpty == isTop else { throw damaged("\(concept.id) hangs under no facet") }
        }
    }

    /// In one language, a name belongs to one concept, whatever its case.
    static func names(of concepts: [Concept]) throws {
        for language in Language.allCases {
            var owners: [String: ConceptID] = [:]
            for concept in concepts {
                for name in concept.names(in: language) {
                    let key = name.lowercased()
                    guard key.contains(where: { !$0.isWhitespace }) else {
                        throw damaged("\(concept.id) has a blank name in \(language.code)")
                    }
                    if let owner = owners[key] {
                        throw damaged("\(language.code) “\(name)” names \(owner) and \(concept.id)")
                    }
                    owners[key] = concept.id
                }
            }
        }
    }

    /// For each concept the fewest steps to all above it. Throws when a concept lies above itself.
    static func distances(
        of concepts: [Concept], narrower: [ConceptID: [ConceptID]]
    ) throws -> [ConceptID: [ConceptID: Int]] {
        let broader = Dictionary(uniqueKeysWithValues: concepts.map { ($0.id, $0.broader) })
        var waiting = broader.mapValues { Set($0).count }
        var ready = concepts.filter(\.broader.isEmpty).map(\.id)
        var distances: [ConceptID: [ConceptID: Int]] = [:]
        while let id = ready.popLast() {
            var steps: [ConceptID: Int] = [:]
            for parent in broader[id, default: []] {
                steps[parent] = 1
                for (ancestor, distance) in distances[parent, default: [:]] {
                    steps[ancestor] = min(steps[ancestor] ?? .max, distance + 1)
                }
            }
            distances[id] = steps
            for child in Set(narrower[id, default: []]) {
                waiting[child, default: 1] -= 1
                if waiting[child] == 0 { ready.append(child) }
            }
        }
        if let stuck = concepts.first(where: { distances[$0.id] == nil }) {
            throw damaged("\(stuck.id) lies in or below a circle")
        }
        return distances
    }

    /// Every mark belongs to a name there is, stands once, and asks for something.
    static func everyday(_ marks: [EverydayName], of concepts: [Concept]) throws {
        let byID = Dictionary(concepts.map { ($0.id.description, $0) }) { first, _ in first }
        var seen: Set<String> = []
        for mark in marks {
            guard let concept = byID[mark.concept], concept.names(in: mark.language).contains(mark.name) else {
                throw damaged("everyday: \(mark.concept) has no name “\(mark.name)” in \(mark.language.code)")
            }
            guard seen.insert(mark.language.code + mark.name).inserted else {
                throw damaged("everyday: “\(mark.name)” is marked twice in \(mark.language.code)")
            }
            if let forms = mark.forms, !forms.contains(Folding.fold(mark.name)) {
                throw damaged("everyday: “\(mark.name)” is none of its forms")
            }
            let asks =
                mark.forms != nil || mark.follows != nil || mark.notAfter != nil || mark.notBefore != nil
                || mark.near != nil
            guard asks || mark.onlyWithin == true else { throw damaged("everyday: “\(mark.name)” asks for nothing") }
        }
    }
}
