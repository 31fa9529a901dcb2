public import SentenceVectors

/// How well needs find the offers that answer them through the score of matching, what each part of it adds, and which
/// weights would do better.
///
/// Words, concepts and meaning can be measured so; what place, language of work, track record, room and cost count is a
/// policy and is left as it stands, and the three together keep the sum they have beside it.
public struct MatchingEvaluation {
    public struct Figures: Codable, Hashable, Sendable {
        public var name: String
        /// One over the place of the right offer, mean over needs; 0 where it is not found.
        public var meanReciprocalRank: Double
        /// The share of needs whose right offer comes first.
        public var foundFirst: Double
    }

    public struct Report: Codable, Hashable, Sendable {
        public var needs: Int
        public var comparedMeaning: Bool
        public var weights: Weights
        /// By set of needs, under the weights given.
        public var sets: [Figures]
        /// By file, then over all files: as it is, by one part alone, and without each.
        public var files: [Parts]
        public var parts: [Figures]
        /// Nil where nothing was tuned.
        public var tuning: Tuning?
    }

    /// What each part adds in one file.
    public struct Parts: Codable, Hashable, Sendable {
        /// From 1, in the order given.
        public var file: Int
        public var parts: [Figures]
    }

    /// Weights found on one half of the needs, and what they do on the other.
    public struct Tuning: Codable, Hashable, Sendable {
        public var weights: Weights
        public var learnedBefore: Figures
        public var learnedAfter: Figures
        /// The half nothing was learned from: these two count.
        public var heldOutBefore: Figures
        public var heldOutAfter: Figures
        /// The same by file: before, after.
        public var heldOutByFile: [[Figures]]
    }

    /// - Parameters:
    ///   - texts: the files; see `NeedPairs`.
    ///   - most: so many rows of a table at most.
    ///   - tune: whether better weights are looked for.
    public static func run(
        _ texts: [String], encoder: SentenceEncoder?, weights: Weights = .standard, most: Int = 300, tune: Bool = false
    ) throws(EvaluationError) -> Report {
        let weights = encoder == nil ? weights.withoutMeaning : weights
        var sets: [Figures] = []
        var files: [[[Trial]]] = []
        for text in texts {
            var trials: [[Trial]] = []
            for set in try NeedPairs.read(text, most: most) where set.pairs.count > 1 {
                let held = Trial.all(set, encoder: encoder, base: weights)
                sets.append(figures([[held]], weights, set.name))
                trials.append(held)
            }
            files.append(trials)
        }
        guard files.contains(where: { !$0.isEmpty }) else { throw .empty }
        let plans = plans(weights, hasModel: encoder != nil)
        return Report(
            needs: files.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }, comparedMeaning: encoder != nil,
            weights: weights, sets: sets,
            files: files.enumerated().map { place, trials in
                Parts(file: place + 1, parts: plans.map { figures([trials], $0.weights, $0.name) })
            },
            parts: plans.map { figures(files, $0.weights, $0.name) },
            tuning: tune ? tuned(files, weights, hasModel: encoder != nil) : nil)
    }

    private static func tuned(_ files: [[[Trial]]], _ weights: Weights, hasModel: Bool) -> Tuning {
        func half(_ odd: Int) -> [[[Trial]]] {
            files.map { sets in
                sets.map { trials in trials.enumerated().filter { $0.offset % 2 == odd }.map(\.element) }
            }
        }
        let (learned, heldOut) = (half(0), half(1))
        let found = WeightTuner(files: learned, hasModel: hasModel).best(from: weights)
        return Tuning(
            weights: found, learnedBefore: figures(learned, weights, "learned from, before"),
            learnedAfter: figures(learned, found, "learned from, after"),
            heldOutBefore: figures(heldOut, weights, "held out, before"),
            heldOutAfter: figures(heldOut, found, "held out, after"),
            heldOutByFile: heldOut.map { [figures([$0], weights, "before"), figures([$0], found, "after")] })
    }

    /// Each file counts alike, and in it each set, however many needs it has.
    static func figures(_ files: [[[Trial]]], _ weights: Weights, _ name: String) -> Figures {
        var all = (reciprocal: 0.0, first: 0.0, count: 0.0)
        for sets in files {
            var own = (reciprocal: 0.0, first: 0.0, count: 0.0)
            for trials in sets where !trials.isEmpty {
                let ranks = trials.map { $0.rank(weights) }
                own.reciprocal += ranks.reduce(0) { $0 + ($1.map { 1 / Double($0) } ?? 0) } / Double(ranks.count)
                own.first += Double(ranks.count { $0 == 1 }) / Double(ranks.count)
                own.count += 1
            }
            guard own.count > 0 else { continue }
            all.reciprocal += own.reciprocal / own.count
            all.first += own.first / own.count
            all.count += 1
        }
        let count = max(1, all.count)
        return Figures(name: name, meanReciprocalRank: all.reciprocal / count, foundFirst: all.first / count)
    }

    private static func plans(_ weights: Weights, hasModel: Bool) -> [(name: String, weights: Weights)] {
        let parts: [(name: String, path: WritableKeyPath<Weights, Double>)] =
            [("words", \.words), ("concepts", \.concepts)] + (hasModel ? [("meaning", \.meaning)] : [])
        var plans = [("all", weights)]
        for part in parts {
            var alone = weights
            for other in parts where other.name != part.name { alone[keyPath: other.path] = 0 }
            plans.append(("\(part.name) only", alone))
        }
        for part in parts {
            var without = weights
            without[keyPath: part.path] = 0
            plans.append(("without \(part.name)", without))
        }
        return plans
    }
}
