/// Why the demonstration could not be filled in. None of it can happen with the compiled-in data; its tests see to that.
public enum DemonstrationError: Error, Sendable {
    /// A line of a compiled-in file does not read as what it should be.
    case damaged(file: String, line: Int, reason: String)
    /// A step of a story was not possible: the request, the step, and what the desk said.
    case step(request: String, step: String, reason: String)
    /// The folder holds a ledger with papers already.
    case notEmpty

    public var code: String {
        switch self {
        case .damaged: "demonstration.damaged"
        case .step: "demonstration.step"
        case .notEmpty: "demonstration.not-empty"
        }
    }
}
