public import TextAnalysis
public import Vocabulary

/// Finds names of the thesaurus that are taken for concepts where the same text in the other languages names nothing near:
/// words of every day. For who keeps the thesaurus; what is found is judged by a person.
public struct NameAudit {
    /// One name as texts have it.
    public struct Finding: Codable, Hashable, Sendable {
        public var language: Language
        /// As the first text has it.
        public var name: String
        public var concept: String
        /// How often it was found, and in how many of these at least two other languages name the concept or one beside,
        /// above or below it.
        public var found: Int
        public var agreed: Int
    }

    /// - Parameters:
    ///   - text: tab-separated, with a column for each language's code, at least three of them.
    ///   - atLeast: rarer names are left out.
    public static func run(
        _ text: String, atLeast: Int = 3, tagger: ConceptTagger = .standard
    ) throws(EvaluationError) -> [Finding] {
        let table = try Table(text)
        let languages = Language.allCases.filter { table.columns[$0.code] != nil }
        guard languages.count > 2 else { throw .missingColumn(Language.french.code) }
        var findings: [String: Finding] = [:]
        for row in table.rows {
            let texts = languages.map { table.cell(row, $0.code) }
            let tags = zip(languages, texts).map { tagger.tags(in: $1, language: $0) }
            for (place, language) in languages.enumerated() {
                for tag in tags[place] {
                    let agreeing = tags.enumerated().count { other, found in
                        other != place && found.contains { isNear($0.concept, tag.concept) }
                    }
                    let bytes = texts[place].utf8.dropFirst(tag.range.lowerBound).prefix(tag.range.count)
                    let name = String(decoding: bytes, as: UTF8.self)
                    let key = "\(language.code) \(tag.concept) \(Folding.fold(name))"
                    var finding =
                        findings[key]
                        ?? Finding(
                            language: language, name: name, concept: tag.concept.description, found: 0, agreed: 0)
                    finding.found += 1
                    if agreeing >= 2 { finding.agreed += 1 }
                    findings[key] = finding
                }
            }
        }
        return findings.values.filter { $0.found >= atLeast }.sorted { left, right in
            let (first, second) = (left.found - left.agreed, right.found - right.agreed)
            return first == second
                ? (left.language, left.name, left.concept) < (right.language, right.name, right.concept)
                : first > second
        }
    }

    private static func isNear(_ one: ConceptID, _ other: ConceptID) -> Bool {
        if one == other { return true }
        let thesaurus = Thesaurus.standard
        if thesaurus.ancestors(of: one)[other] != nil || thesaurus.ancestors(of: other)[one] != nil { return true }
        return thesaurus[one]?.related.contains(other) ?? false
    }
}
