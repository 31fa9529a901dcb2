/// Something a friendly reader would say about a need as it is written so far. Advice never stops anybody.
/// The sentence comes from the message catalogues, under `advice.<code>`.
public struct Advice: Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// So few words that nobody can tell what is meant.
        case tooShort
        /// Words that fit any need, and hardly one that fits only this.
        case tooVague
        /// What is in the way is not said.
        case noBarrier
        /// What would be different afterwards is not said.
        case noResult
        /// It speaks of money, but asks for another kind of help.
        case moneyUnasked
        /// It asks for money alone.
        case moneyAlone
        /// Sentences so long that one loses the thread.
        case longSentences
    }

    public var code: Code
    /// The field of the request it is about.
    public var field: String
    /// The words that gave rise to it, as they stand in the text.
    public var words: [String]
    /// How many words there are so far, where that matters.
    public var count: Int

    public init(_ code: Code, field: String, words: [String] = [], count: Int = 0) {
        self.code = code
        self.field = field
        self.words = words
        self.count = count
    }
}
