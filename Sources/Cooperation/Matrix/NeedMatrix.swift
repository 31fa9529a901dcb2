public import Vocabulary

/// Needs laid out as table 2 of the source does it (N4): kinds of needs down, Parties or their regions across, counted.
public struct NeedMatrix: Hashable, Sendable {
    public enum Row: Hashable, Sendable {
        case heading(NeedHeading)
        /// Needs that no row of table 2 names.
        case otherHeading
        case subject(SubjectID)
        case noSubject
    }

    public enum Column: Hashable, Sendable {
        case region(Region)
        case country(CountryCode)
    }

    public enum RowsBy: String, CaseIterable, Sendable { case heading, subject }
    public enum ColumnsBy: String, CaseIterable, Sendable { case region, country }

    /// What lies where a row and a column meet.
    public struct Cell: Hashable, Sendable {
        public var needs = 0
        /// Those nobody has answered yet.
        public var unanswered = 0
        public var countries: Set<CountryCode> = []

        mutating func add(_ need: NeedEntry) {
            needs += 1
            if need.state.isUnanswered { unanswered += 1 }
            countries.insert(need.country)
        }
    }

    public let rows: [Row]
    /// Only those with anything in them; regions all.
    public let columns: [Column]
    private let cells: [Place: Cell]
    private let ofRows: [Row: Cell]
    private let ofColumns: [Column: Cell]
    public let total: Cell

    private struct Place: Hashable { var row: Row, column: Column }

    public init(_ needs: [NeedEntry], rowsBy: RowsBy = .heading, columnsBy: ColumnsBy = .region) {
        var cells: [Place: Cell] = [:]
        var ofRows: [Row: Cell] = [:]
        var ofColumns: [Column: Cell] = [:]
        var total = Cell()
        for need in needs {
            let column: Column =
                columnsBy == .region ? .region(need.country.country.region) : .country(need.country)
            total.add(need)
            ofColumns[column, default: Cell()].add(need)
            for row in Self.rows(of: need, by: rowsBy) {
                cells[Place(row: row, column: column), default: Cell()].add(need)
                ofRows[row, default: Cell()].add(need)
            }
        }
        self.cells = cells
        self.ofRows = ofRows
        self.ofColumns = ofColumns
        self.total = total
        rows = Self.rows(by: rowsBy, present: Set(ofRows.keys))
        columns = Self.columns(by: columnsBy, present: Set(ofColumns.keys))
    }

    public subscript(row: Row, column: Column) -> Cell { cells[Place(row: row, column: column)] ?? Cell() }
    public subscript(row: Row) -> Cell { ofRows[row] ?? Cell() }
    public subscript(column: Column) -> Cell { ofColumns[column] ?? Cell() }

    /// The largest number of needs in one cell; 0 where there is none.
    public var most: Int { cells.values.map(\.needs).max() ?? 0 }

    private static func rows(of need: NeedEntry, by: RowsBy) -> [Row] {
        switch by {
        case .heading: [need.heading.map { .heading($0) } ?? .otherHeading]
        case .subject: need.subjects.isEmpty ? [.noSubject] : Set(need.subjects).map { .subject($0) }
        }
    }

    /// All rows of table 2, also the empty ones; of subjects those that have needs.
    private static func rows(by: RowsBy, present: Set<Row>) -> [Row] {
        switch by {
        case .heading:
            NeedHeading.allCases.map { .heading($0) } + (present.contains(.otherHeading) ? [.otherHeading] : [])
        case .subject:
            Vocabulary.standard.subjects.map { Row.subject($0.id) }.filter(present.contains)
                + (present.contains(.noSubject) ? [.noSubject] : [])
        }
    }

    /// Regions in the order of table 2; countries region by region, by code.
    private static func columns(by: ColumnsBy, present: Set<Column>) -> [Column] {
        switch by {
        case .region: Region.allCases.map { .region($0) }
        case .country:
            Region.allCases.flatMap { region in
                Vocabulary.standard.countries.filter { $0.region == region }.map { Column.country($0.code) }
            }.filter(present.contains)
        }
    }
}
