/// The formats that are read.
public enum DocumentFormat: String, Codable, CaseIterable, Sendable {
    case pdf
    case docx
    case odt
    case html
    case text
    case xlsx
    case csv

    /// The format a file's name promises, by its ending; what a file really is, its bytes decide.
    public init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: ".") else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "pdf": self = .pdf
        case "docx": self = .docx
        case "odt": self = .odt
        case "html", "htm", "xhtml": self = .html
        case "txt", "text", "md": self = .text
        case "xlsx": self = .xlsx
        case "csv", "tsv": self = .csv
        default: return nil
        }
    }

    /// As the `accept` attribute of a file field wants them.
    public static let acceptedEndings = [".pdf", ".docx", ".odt", ".html", ".htm", ".txt", ".xlsx", ".csv", ".tsv"]

    /// Whether its pages are pages of paper, so that a page number means something to a reader.
    public var hasPages: Bool { self == .pdf }

    /// Each row of a table of statements is a statement by itself.
    public var isTable: Bool { self == .xlsx || self == .csv }
}
