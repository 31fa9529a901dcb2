/// What can go wrong with the vocabulary. `code` is stable; tests and messages may rely on it.
public enum VocabularyError: Error, Equatable, Sendable {
    /// A compiled-in list breaks its own rules.
    case damagedList(name: String, reason: String)
    /// A text that stands for no entry of the list it should come from.
    case unknownValue(list: String, value: String)

    public var code: String {
        switch self {
        case .damagedList: "vocabulary.damaged-list"
        case .unknownValue: "vocabulary.unknown-value"
        }
    }
}
