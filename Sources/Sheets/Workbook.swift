/// What was read from a workbook: its sheets in order, their values, no looks.
public struct Workbook: Hashable, Sendable {
    public var sheets: [Sheet]

    public init(sheets: [Sheet]) { self.sheets = sheets }

    /// The sheet of that name; letter case does not count, as in the programs that write them.
    public func sheet(_ name: String) -> Sheet? {
        sheets.first { $0.name.lowercased() == name.lowercased() }
    }

    public struct Sheet: Hashable, Sendable {
        public var name: String
        public var isHidden: Bool
        /// Rows with anything in them, in order.
        public var rows: [Row]

        public init(name: String, isHidden: Bool = false, rows: [Row] = []) {
            self.name = name
            self.isHidden = isHidden
            self.rows = rows
        }

        public subscript(cell: CellName) -> CellValue? {
            // Rows are in order and few of them are empty: look near the place first.
            var low = 0
            var high = rows.count
            while low < high {
                let middle = (low + high) / 2
                if rows[middle].number < cell.row { low = middle + 1 } else { high = middle }
            }
            guard low < rows.count, rows[low].number == cell.row else { return nil }
            return rows[low].cells[cell.column]
        }
    }

    public struct Row: Hashable, Sendable {
        /// 1 for the first.
        public var number: Int
        /// By column, 1 for `A`; empty cells are not there.
        public var cells: [Int: CellValue]

        public init(number: Int, cells: [Int: CellValue]) {
            self.number = number
            self.cells = cells
        }

        /// The text of a cell without blanks around it; empty where nothing stands.
        public func text(_ column: Int) -> String {
            let text = cells[column]?.text ?? ""
            guard let first = text.firstIndex(where: { !$0.isWhitespace }),
                let last = text.lastIndex(where: { !$0.isWhitespace })
            else { return "" }
            return String(text[first...last])
        }
    }
}
