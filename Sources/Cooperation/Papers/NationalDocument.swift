public import Vocabulary

/// A strategy, plan or report of a Party, sent in so that its needs can be drawn from it. Only its country and the help
/// desk read it here; what is quoted from it in a need, everybody.
public struct NationalDocument: Paper {
    public static let kind = PaperKind.document

    public enum Sort: String, Codable, CaseIterable, Sendable {
        case strategy, report, assessment, plan, other
    }

    public var country: CountryCode
    public var title: LocalizedText
    public var sort: Sort
    public var year: Int?
    public var file: StoredFile
    /// The version before this one.
    public var follows: DocumentID?

    public init(
        country: CountryCode, title: LocalizedText, sort: Sort, year: Int? = nil, file: StoredFile,
        follows: DocumentID? = nil
    ) {
        self.country = country
        self.title = title
        self.sort = sort
        self.year = year
        self.file = file
        self.follows = follows
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.number(year, "year", Need.years)
        check.optionalText(file.name, "file", upTo: 250)
        return check.problems
    }
}

/// A file kept beside the ledger, under the digest of its content.
public struct StoredFile: Hashable, Codable, Sendable {
    /// As it was called where it came from; never a path.
    public var name: String
    /// SHA-256 in 64 hexadecimal digits.
    public var digest: String
    /// Its size.
    public var bytes: Int

    public init(name: String, digest: String, bytes: Int) {
        self.name = name
        self.digest = digest
        self.bytes = bytes
    }
}
