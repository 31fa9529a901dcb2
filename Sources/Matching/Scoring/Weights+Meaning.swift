extension Weights {
    /// For a node without a model of the sentence encoder: what meaning counts goes to words and concepts, so that scores and
    /// thresholds mean the same on every node. Its version says so.
    public var withoutMeaning: Weights {
        guard meaning > 0, words + concepts > 0 else { return self }
        var others = self
        let share = meaning / (words + concepts)
        others.words += words * share
        others.concepts += concepts * share
        others.meaning = 0
        others.version += "-without-meaning"
        return others
    }
}
