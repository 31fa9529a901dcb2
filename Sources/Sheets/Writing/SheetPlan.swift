/// A sheet to be written: its cells with their looks, and what may be typed into them.
public struct SheetPlan: Hashable, Sendable {
    /// At most 31 characters, without `[ ] : * ? / \`; what does not fit is dropped.
    public var name: String
    /// Widths in characters; the last counts for all columns behind it.
    public var widths: [Double]
    public var rows: [[PlannedCell]]
    /// Rows that stay in sight and are repeated on every printed page.
    public var headRows: Int
    public var headColumns: Int
    public var isRightToLeft: Bool
    public var isHidden: Bool
    /// Offers to filter by the columns of the last head row.
    public var hasFilter: Bool
    public var rules: [EntryRule]
    /// Nothing but cells of the look `input` can be changed by accident. There is no password.
    public var isLocked: Bool

    public init(
        name: String, widths: [Double] = [], rows: [[PlannedCell]], headRows: Int = 0, headColumns: Int = 0,
        isRightToLeft: Bool = false, isHidden: Bool = false, hasFilter: Bool = false, rules: [EntryRule] = [],
        isLocked: Bool = false
    ) {
        self.name = name
        self.widths = widths
        self.rows = rows
        self.headRows = headRows
        self.headColumns = headColumns
        self.isRightToLeft = isRightToLeft
        self.isHidden = isHidden
        self.hasFilter = hasFilter
        self.rules = rules
        self.isLocked = isLocked
    }
}

/// One cell to be written. Texts are texts: nothing in them is taken for a formula.
public struct PlannedCell: Hashable, Sendable {
    public var value: CellValue?
    public var look: CellLook
    /// An address of the web that the cell leads to.
    public var link: String?

    public init(_ value: CellValue?, look: CellLook = .plain, link: String? = nil) {
        self.value = value
        self.look = look
        self.link = link
    }

    public init(_ text: String, look: CellLook = .plain, link: String? = nil) {
        self.init(text.isEmpty ? nil : .text(text), look: look, link: link)
    }

    public static func number(_ number: Int, look: CellLook = .plain) -> PlannedCell {
        PlannedCell(.number(Double(number)), look: look)
    }

    /// A day `2026-03-24`; an empty cell for nil.
    public static func day(_ day: String?, look: CellLook = .plain) -> PlannedCell {
        PlannedCell(day.map { .day($0) }, look: look)
    }
}

/// How a cell looks.
public enum CellLook: Hashable, CaseIterable, Sendable {
    case plain, title, note, heading, label, input
    /// Steps of a heat map, faint to strong; the figure in the cell says it without colour.
    case heat1, heat2, heat3, heat4, heat5
}

/// What may be typed into a block of cells, and what is said about it.
public struct EntryRule: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// One of the texts in a column of a sheet, which may be hidden.
        case oneOf(sheet: String, column: Int, rows: ClosedRange<Int>)
        /// No more characters than that.
        case length(upTo: Int)
        case wholeNumber(ClosedRange<Int>)
    }

    /// By column and row, 1 for the first.
    public var columns: ClosedRange<Int>
    public var rows: ClosedRange<Int>
    public var kind: Kind
    /// Shown while the cell is chosen: a title of 32 characters, a text of 255; longer ones are cut.
    public var hintTitle: String
    public var hint: String
    /// Shown when something else is typed.
    public var refusal: String

    public init(
        columns: ClosedRange<Int>, rows: ClosedRange<Int>, kind: Kind, hintTitle: String = "", hint: String = "",
        refusal: String = ""
    ) {
        self.columns = columns
        self.rows = rows
        self.kind = kind
        self.hintTitle = hintTitle
        self.hint = hint
        self.refusal = refusal
    }
}
