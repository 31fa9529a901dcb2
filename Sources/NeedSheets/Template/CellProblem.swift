public import Cooperation
public import Sheets

/// Something wrong in a template that was sent back, with the place where it is to be put right.
public struct CellProblem: Hashable, Sendable {
    public var sheet: String
    public var cell: CellName
    /// The column, nil for the country above the table.
    public var column: TemplateColumn?
    public var problem: Problem

    public init(sheet: String, cell: CellName, column: TemplateColumn?, problem: Problem) {
        self.sheet = sheet
        self.cell = cell
        self.column = column
        self.problem = problem
    }
}
