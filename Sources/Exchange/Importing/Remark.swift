public import Cooperation
public import Vocabulary

/// Something an import says about one line of its file: where, what and why.
public struct Remark: Hashable, Sendable {
    public enum Weight: String, Sendable {
        /// The line did not become a record.
        case refused
        /// It did, and this should be known.
        case noted
    }

    /// From 1, as editors and spreadsheets count.
    public var line: Int
    /// As the file names it; empty where the whole line is meant.
    public var column: String
    /// The cell as spreadsheets name it, such as `C17`; empty where the whole line is meant.
    public var cell: String
    public var weight: Weight
    public var reason: Reason
}

/// Why an import refused a line or remarks on it.
public enum Reason: Hashable, Sendable {
    /// A field of the record is wrong.
    case problem(Problem.Code, figures: [String: Int])
    case unknownCountry(String, suggestions: [CountryCode])
    /// Of a country whose records this person does not bring.
    case otherCountry(CountryCode)
    /// Not on the list of the column; the nearest that are, by code.
    case unknownChoice(String, suggestions: [String])
    case wrongCheckDigits(String)
    case notAnIdentifier(String)
    /// An institution that is not here and of which the line says too little to make it.
    case unknownInstitution(String)
    /// Stands on an earlier line of this file.
    case sameAsLine(Int, by: Sameness)
    /// Is here already. The name is empty where it is that of the line.
    case alreadyHere(key: String, name: String, by: Sameness)
    /// Nearly the same as an earlier line of this file, or as something that is here.
    case looksLikeLine(Int, name: String)
    case looksLike(key: String, name: String)
    /// The line was not UTF-8; read as this.
    case otherEncoding(String)
    /// A text had been decoded wrongly before, and was put right.
    case repaired
    /// More cells than columns.
    case tooManyCells(Int)
    /// A quotation mark is never closed.
    case unclosedQuote

    /// By what two records are the same.
    public enum Sameness: String, Sendable { case ror, domain, name, doi, address, identifier }

    /// Stable, for programs and for the paper of the import.
    public var code: String {
        switch self {
        case .problem(let code, _): code.rawValue
        case .unknownCountry: "unknown-country"
        case .otherCountry: "other-country"
        case .unknownChoice: "unknown-choice"
        case .wrongCheckDigits: "wrong-check-digits"
        case .notAnIdentifier: "not-an-identifier"
        case .unknownInstitution: "unknown-institution"
        case .sameAsLine: "same-as-line"
        case .alreadyHere: "already-here"
        case .looksLikeLine: "looks-like-line"
        case .looksLike: "looks-like"
        case .otherEncoding: "other-encoding"
        case .repaired: "repaired"
        case .tooManyCells: "too-many-cells"
        case .unclosedQuote: "unclosed-quote"
        }
    }
}

/// Why a whole file could not be read. Nothing of it was taken.
public enum ImportError: Error, Equatable, Sendable {
    case empty
    /// Neither a table nor JSON that we know; the reason is a code of who tried to read it.
    case unreadable(String)
    case tooManyLines(most: Int)
    case tooManyColumns(most: Int)
    /// A column that must be there is not; these are in the file.
    case columnMissing(String, found: [String])
    case kindNotTaken

    public var code: String {
        switch self {
        case .empty: "intake.empty"
        case .unreadable: "intake.unreadable"
        case .tooManyLines: "intake.too-many-lines"
        case .tooManyColumns: "intake.too-many-columns"
        case .columnMissing: "intake.column-missing"
        case .kindNotTaken: "intake.kind-not-taken"
        }
    }
}
