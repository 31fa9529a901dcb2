/// Why a workbook could not be read or written. The code is stable; the words are the site's.
public enum SheetsError: Error, Hashable, Sendable {
    /// No workbook of the kind `.xlsx`.
    case notAWorkbook
    /// Written by an older program (`.xls`), or locked with a password: both look alike from outside.
    case olderOrLocked
    /// It would unfold to more than is allowed.
    case tooLarge(limit: Int)
    /// A part of it is broken; the name is that of the part in the file.
    case damaged(part: String)
    /// The library that writes workbooks refused.
    case unwritable(String)

    public var code: String {
        switch self {
        case .notAWorkbook: "sheets.not-a-workbook"
        case .olderOrLocked: "sheets.older-or-locked"
        case .tooLarge: "sheets.too-large"
        case .damaged: "sheets.damaged"
        case .unwritable: "sheets.unwritable"
        }
    }
}
