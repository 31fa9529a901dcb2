/// The place of a cell, as people call it: column letters and row number, such as `B7`.
public struct CellName: Hashable, Sendable, CustomStringConvertible {
    /// 1 for `A`.
    public var column: Int
    /// 1 for the first.
    public var row: Int

    public static let columns = 1...16_384
    public static let rows = 1...1_048_576

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Nil for what is no place on a sheet.
    public init?(_ text: String) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case 65...90 where row == 0: column = column * 26 + Int(byte) - 64
            case 48...57 where column > 0: row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= Self.columns.upperBound, row <= Self.rows.upperBound else { return nil }
        }
        guard Self.columns.contains(column), Self.rows.contains(row) else { return nil }
        self.init(column: column, row: row)
    }

    public var description: String { Self.letters(of: column) + String(row) }

    /// `A` for 1, `AA` for 27.
    public static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            let digit = (rest - 1) % 26
            letters = String(UnicodeScalar(UInt8(65 + digit))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
