import Foundation
import SearchIndex
import TextAnalysis
import Vocabulary

/// The clauses of a question: its words, its concepts, and what lies above these.
extension Question {
    /// A word where it first stands, with how much it is asked for.
    private struct Word {
        /// Of the texts, and of its words.
        var text: Int
        var place: Int
        var amount: Double
        var mass = 0.0
    }

    mutating func addWords(_ texts: [ReadText], _ rarity: Rarity) {
        var words: [Word] = []
        var known: [String: Int] = [:]
        known.reserveCapacity(128)
        for (number, text) in texts.enumerated() {
            // Stop words are left out, unless there are no others.
            let isMeaningful = text.words.contains { !$0.isStopWord }
            // Where one asks from is told by the place; its name in common tells no more.
            let home = circles?.names[text.language] ?? []
            for (place, word) in text.words.enumerated() where !isMeaningful || !word.isStopWord {
                guard let first = word.readings.first, !PlainWords.have(first, text.language), !home.contains(first)
                else { continue }
                if let same = known[first] {
                    words[same].amount += text.weight
                } else {
                    known[first] = words.count
                    words.append(Word(text: number, place: place, amount: text.weight))
                }
            }
        }
        for index in words.indices {
            var most = 0.0
            texts[words[index].text].words[words[index].place].forEachReading { reading, _, _ in
                most = max(most, rarity.of(reading))
            }
            words[index].amount = 1 + log2(max(1, words[index].amount)) / 2
            words[index].mass = words[index].amount * most
        }
        words.removeAll { $0.mass <= 0 }
        words.sort { left, right in
            if left.mass != right.mass { return left.mass > right.mass }
            return texts[left.text].words[left.place].readings[0] < texts[right.text].words[right.place].readings[0]
        }
        let full = words.prefix(Int(weights.fullWords)).reduce(0) { $0 + $1.mass }
        guard full > 0 else { return }
        // Found once in running text of usual length, a term counts once its rarity: full are the rarest few.
        let scale = weights.words / full
        for word in words.prefix(Self.mostWords) {
            let text = texts[word.text]
            text.words[word.place].forEachReading { reading, _, weight in
                clauses.append(
                    Query.Clause(.term(reading), weight: scale * word.amount * weight, group: groups.count))
            }
            groups.append(.word(Self.spelling(text.text, text.words[word.place].range)))
        }
        wordGroups = 0..<groups.count
        firstGroup = Array(wordGroups)
        // Words of one spelling are one word, unless they are read in two languages.
        guard Set(texts.map(\.language)).count > 1 else { return }
        for group in wordGroups {
            firstGroup[group] = groups.firstIndex { $0.word == groups[group].word } ?? group
        }
    }

    /// As its writer has it, for the explanation.
    private static func spelling(_ text: String, _ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }

    private struct ConceptMass {
        var concept: ConceptID
        var term: String
        /// How much it is asked for, and that times its rarity.
        var amount: Double
        var mass: Double
    }

    mutating func addConcepts(_ rarity: Rarity) {
        var masses: [ConceptMass] = []
        masses.reserveCapacity(concepts.weights.count)
        for (concept, weight) in concepts.weights {
            let term = Code.term(concept)
            let amount = 1 + log2(max(1, weight)) / 2
            let mass = amount * rarity.of(term)
            if mass > 0 { masses.append(ConceptMass(concept: concept, term: term, amount: amount, mass: mass)) }
        }
        masses.sort { ($1.mass, $0.concept) < ($0.mass, $1.concept) }
        let full = masses.prefix(Int(weights.fullConcepts)).reduce(0) { $0 + $1.mass }
        if full > 0 {
            let scale = weights.concepts / full
            for item in masses.prefix(Self.mostConcepts) {
                clauses.append(Query.Clause(.term(item.term), weight: scale * item.amount, group: groups.count))
                groups.append(.concept(item.concept))
            }
        }
        conceptGroups = wordGroups.upperBound..<groups.count
        addBroader(rarity)
        firstGroup += wordGroups.upperBound..<groups.count
    }

    /// What lies above: half, a quarter, and never as much as the concepts themselves.
    private mutating func addBroader(_ rarity: Rarity) {
        var masses: [ConceptMass] = []
        for (concept, weight) in concepts.broader() where concepts.weights[concept] == nil {
            let term = Code.term(concept)
            let rarity = rarity.of(term)
            let share = min(1, weight)
            if rarity > 0 {
                masses.append(ConceptMass(concept: concept, term: term, amount: share, mass: share * rarity))
            }
        }
        masses.sort { ($1.mass, $0.concept) < ($0.mass, $1.concept) }
        let known = masses.prefix(Self.mostConcepts)
        let full = known.prefix(Int(weights.fullConcepts)).reduce(0) { $0 + rarity.of($1.term) }
        guard full > 0 else { return }
        for item in known {
            clauses.append(
                Query.Clause(
                    .term(item.term), weight: weights.concepts * item.amount / full / 2, group: groups.count))
            groups.append(.broader(item.concept))
        }
    }
}
