import Documents
import TextAnalysis

/// Makes the parts of a score out of the model's weights.
enum Explanation {
    private static let unit = 1024.0

    /// Each part is what the probability gains when its view is added, view by view in a fixed order; so the sum is the score.
    static func parts(of features: Features, _ model: LinearModel, _ statement: Statement) -> [NeedPart] {
        var logits: [NeedPart.Name: Float] = [:]
        var words: [NeedPart.Name: [(Float, Range<Int>)]] = [:]
        for (place, feature) in features.index.enumerated() {
            let name = name(of: Int(feature))
            let amount = model.weights[Int(feature)] * features.values[place]
            logits[name, default: 0] += amount
            if let range = features.ranges[feature] { words[name, default: []].append((amount, range)) }
        }
        if let heading = statement.passage.heading, speaksOfNeeds(heading, statement.language) {
            logits[.heading, default: 0] += NeedAppraiser.headingOfNeeds
        }
        var parts: [NeedPart] = []
        var sum: Float = 0
        var before = 0.0
        for name in NeedPart.Name.allCases {
            guard let logit = logits[name] else { continue }
            sum += logit
            let now = (Double(sigmoid(sum)) * unit).rounded() / unit
            let heading = name == .heading ? [statement.passage.heading ?? ""] : []
            parts.append(
                NeedPart(
                    part: name, value: now - before, words: heading + quoted(words[name] ?? [], logit, statement.text)))
            before = now
        }
        return parts
    }

    private static func name(of feature: Int) -> NeedPart.Name {
        switch feature {
        case Features.Layout.cues: .cues
        case Features.Layout.form: .form
        case Features.Layout.meaning: .meaning
        case Features.Layout.heading: .heading
        case Features.Layout.words, Features.Layout.letters: .words
        default: .base
        }
    }

    /// The words that pull to the side the part pulls to, strongest first.
    private static func quoted(_ found: [(Float, Range<Int>)], _ logit: Float, _ text: String) -> [String] {
        let side = found.filter { ($0.0 > 0) == (logit > 0) && $0.0 != 0 }
        let best = side.sorted { abs($0.0) > abs($1.0) }.prefix(4)
        var quoted: [String] = []
        for (_, range) in best {
            let words = String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
            if !quoted.contains(words) { quoted.append(words) }
        }
        return quoted
    }

    static func speaksOfNeeds(_ heading: String, _ language: Language) -> Bool {
        let found = Cues.standard.found(in: heading, FeatureTools.words(of: heading, language), language: language)
        return found[.need] != nil || found[.lack] != nil || found[.barrier] != nil
    }
}
