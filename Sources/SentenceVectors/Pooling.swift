/// How the vectors of a text's passages become one.
public enum Pooling: Sendable {
    /// The mean direction: what the text as a whole is about.
    case mean
    /// The greatest of each number: keeps what only one passage speaks of.
    case maximum
}
