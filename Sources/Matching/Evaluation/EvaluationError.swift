/// Why a file cannot be used to measure with.
public enum EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A column that is needed is not in the first line.
    case missingColumn(String)
    /// A line (1 for the first) does not have the form of the others.
    case malformedLine(Int)
    /// Nothing to measure.
    case empty
    /// The method needs the sentence model.
    case noModel

    /// In words, for the command line.
    public var description: String {
        switch self {
        case .missingColumn(let name): "the first line has no column \(name)"
        case .malformedLine(let line): "line \(line) does not have the form of the others"
        case .empty: "there is nothing in it to measure with"
        case .noModel: "this cannot be measured without the sentence model"
        }
    }

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
