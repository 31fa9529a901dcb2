/// What can be wrong with a model file. Encoding itself never fails.
public enum EncoderError: Error, Equatable, Sendable {
    /// No file can be read at this path.
    case unreadable(path: String)
    /// The file is not a model of ours, or of a format this program does not know.
    case unknownFormat
    /// The file is ours but not whole: what does not fit is named for the log.
    case damaged(part: String)

    /// A stable code for logs and commands.
    public var code: String {
        switch self {
        case .unreadable: "encoder.unreadable"
        case .unknownFormat: "encoder.unknown-format"
        case .damaged: "encoder.damaged"
        }
    }
}
