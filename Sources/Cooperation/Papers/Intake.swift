public import Vocabulary

/// A list of records from elsewhere that was taken in at once: what it was, whose it is, and with what consent. The records
/// name it as their origin, so that all of them can be withdrawn again.
public struct Intake: Paper {
    public static let kind = PaperKind.intake

    /// On what ground the records may stand here.
    public enum Consent: String, Codable, CaseIterable, Sendable {
        /// The list was public already.
        case published
        /// Who keeps the list has agreed for its members.
        case byKeeper
        /// Each of those on it has agreed.
        case byEach
    }

    /// One line that did not become a record, and why. It holds nothing of what stood there.
    public struct Refusal: Hashable, Codable, Sendable {
        /// The line of the file, from 1.
        public var line: Int
        /// The column's name; empty where the whole line is meant.
        public var column: String
        /// A stable code, as in the report.
        public var code: String

        public init(line: Int, column: String, code: String) {
            self.line = line
            self.column = column
            self.code = code
        }
    }

    /// What the records are.
    public var records: PaperKind
    public var fileName: String
    /// SHA-256 of the file, hexadecimal.
    public var fileDigest: String
    /// Whose list it is, in words.
    public var source: String
    public var links: [Link]
    public var consent: Consent
    /// Lines read.
    public var lines: Int
    /// Records that came of them, institutions made on the way included.
    public var made: Int
    /// Lines about something that stood here already.
    public var known: Int
    /// Lines not taken.
    public var refused: Int
    /// The first of those, at most `mostRefusals`.
    public var refusals: [Refusal]
    /// When it was undone.
    public var isUndone: Bool
    /// Records that undoing left, because somebody had built on them.
    public var kept: Int
    /// Whose records alone they could be: those of the countries of who brought them. Nil: of all the world.
    public var countries: [CountryCode]?

    public static let mostRefusals = 2000

    public init(
        records: PaperKind, fileName: String, fileDigest: String, source: String, links: [Link] = [], consent: Consent,
        lines: Int, made: Int, known: Int, refused: Int, refusals: [Refusal] = [], isUndone: Bool = false,
        kept: Int = 0,
        countries: [CountryCode]? = nil
    ) {
        self.records = records
        self.fileName = fileName
        self.fileDigest = fileDigest
        self.source = source
        self.links = links
        self.consent = consent
        self.lines = lines
        self.made = made
        self.known = known
        self.refused = refused
        self.refusals = refusals
        self.isUndone = isUndone
        self.kept = kept
        self.countries = countries
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(fileName, "fileName", upTo: 250)
        check.text(source, "source", upTo: 500)
        check.links(links, "links")
        if refusals.count > Intake.mostRefusals {
            check.wrong("refusals", .tooMany, ["most": Intake.mostRefusals, "count": refusals.count])
        }
        return check.problems
    }
}

/// Takes a public record away again: nobody sees it any more, and the ledger keeps that it was there. A later revision of
/// the record brings it back.
public struct Withdrawal: Paper {
    public static let kind = PaperKind.withdrawal

    public enum Reason: String, Codable, CaseIterable, Sendable {
        /// The import that brought it was undone.
        case intakeUndone
        /// Its source does not have it any more.
        case goneAtSource
    }

    /// The identifier of the record.
    public var record: String
    public var reason: Reason

    public init(record: String, reason: Reason) {
        self.record = record
        self.reason = reason
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(record, "record", upTo: 100)
        return check.problems
    }
}
