/// Why a file cannot be used to measure with.
public enum EvaluationError: Error, Hashable, Sendable {
    /// A column that is needed is not in the first line.
    case missingColumn(String)
    /// A line (1 for the first) does not have the form of the others.
    case malformedLine(Int)
    /// Nothing to measure.
    case empty
    /// The method needs the sentence model.
    case noModel

    /// Stable across releases.
    public var code: String {
        switch self {
        case .missingColumn: "evaluation.missing-column"
        case .malformedLine: "evaluation.malformed-line"
        case .empty: "evaluation.empty"
        case .noModel: "evaluation.no-model"
        }
    }
}
