/// How much of a model file is checked when it is opened.
public enum ModelCheck: Sendable {
    /// The checksum over all of it: a bit turned anywhere is noticed. Reads the whole file once.
    case whole
    /// Length, directory and shapes only: for commands that start often.
    case structure
}
