import Foundation
import TextAnalysis

/// A need and the one offer among others that answers it, as texts.
struct NeedPair {
    var need: String
    var needLanguage: Language
    var offer: String
    var offerLanguage: Language
}

/// Needs and offers of one kind: each need is held against the offers of all pairs.
struct NeedPairs {
    var name: String
    var pairs: [NeedPair]

    /// Reads a file, by its form:
    /// - tab-separated with columns for languages: the text in one language is the need, the same text in another the offer;
    /// - one expression of interest as JSON on each line: its title and summary are the need, its description the offer;
    /// - a list in Markdown: what follows `- Need:` is the need, what follows `- Cooperation and result:` the offer.
    ///
    /// - Parameter most: so many rows of a table are taken at most, evenly over the file.
    static func read(_ text: String, most: Int) throws(EvaluationError) -> [NeedPairs] {
        guard let (_, first) = Lines(text).first(where: { _ in true }) else { throw .empty }
        let sets: [NeedPairs]
        if first.hasPrefix("{") {
            sets = [try expressions(text)]
        } else if Lines(text).contains(where: { $0.1.hasPrefix(need) }) {
            sets = [list(text)]
        } else {
            sets = try table(text, most: most)
        }
        guard sets.contains(where: { $0.pairs.count > 1 }) else { throw .empty }
        return sets
    }

    private static func table(_ text: String, most: Int) throws(EvaluationError) -> [NeedPairs] {
        let table = try Table(text)
        let languages = Language.allCases.filter { table.columns[$0.code] != nil }
        guard languages.count > 1 else { throw .missingColumn(Language.french.code) }
        let complete = table.rows.filter { row in
            languages.allSatisfy { table.cell(row, $0.code).contains { !$0.isWhitespace } }
        }
        let step = max(1, complete.count / max(2, most))
        let rows = complete.enumerated().filter { $0.offset % step == 0 }.map(\.element).prefix(max(2, most))
        var sets: [NeedPairs] = []
        for from in languages {
            for to in languages where from != to {
                let pairs = rows.map { row in
                    NeedPair(
                        need: table.cell(row, from.code), needLanguage: from, offer: table.cell(row, to.code),
                        offerLanguage: to)
                }
                sets.append(NeedPairs(name: "\(from.code)→\(to.code)", pairs: pairs))
            }
        }
        return sets
    }

    private static func expressions(_ text: String) throws(EvaluationError) -> NeedPairs {
        let pairs = try DonorExpression.read(text, withDonors: false).compactMap { one -> NeedPair? in
            let need = [one.title, one.summary].compactMap(\.self).joined(separator: "\n")
            guard let offer = one.description, offer.count > 200, !need.isEmpty else { return nil }
            let plain = offer.replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
            let language = LanguageGuess(need).language ?? .english
            return NeedPair(need: need, needLanguage: language, offer: plain, offerLanguage: language)
        }
        return NeedPairs(name: "summary→description", pairs: pairs)
    }

    private static let need = "- Need:"
    private static let result = "- Cooperation and result:"

    private static func list(_ text: String) -> NeedPairs {
        var pairs: [NeedPair] = []
        var waiting: String?
        for (_, line) in Lines(text) {
            if line.hasPrefix(need) {
                waiting = line.dropFirst(need.count).trimmingCharacters(in: .whitespaces)
            } else if line.hasPrefix(result), let asked = waiting {
                let offer = line.dropFirst(result.count).trimmingCharacters(in: .whitespaces)
                let language = LanguageGuess(asked).language ?? .english
                pairs.append(
                    NeedPair(
                        need: asked, needLanguage: language, offer: offer,
                        offerLanguage: LanguageGuess(offer).language ?? language))
                waiting = nil
            }
        }
        return NeedPairs(name: "need→cooperation", pairs: pairs)
    }
}
