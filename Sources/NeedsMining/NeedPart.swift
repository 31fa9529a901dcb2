/// One line of the explanation of a score: how much it counts, and why.
public struct NeedPart: Codable, Hashable, Sendable {
    public enum Name: String, Codable, CaseIterable, Sendable {
        /// What any sentence has before it is read.
        case base
        /// Expressions that state a need, or that speak against one.
        case cues
        /// Other words, as they stood in examples.
        case words
        /// What it means, beside the meanings of examples.
        case meaning
        /// How it is built: length, lists, figures, names of laws.
        case form
        /// The heading it stands under.
        case heading
    }

    public var part: Name
    /// Below 0 where it speaks against. A multiple of 1/1024, so that the sum is exact in any order.
    public var value: Double
    /// The words of the text that count here, weightiest first; may be empty.
    public var words: [String]

    public init(part: Name, value: Double, words: [String] = []) {
        self.part = part
        self.value = value
        self.words = words
    }
}
