import Cooperation

/// What stands in a field of a table.
public enum Cell: Hashable, Sendable {
    case text(String)
    case number(Int)
    case none

    /// Several values in one field, divided by semicolons.
    static func list(_ values: [String]) -> Cell {
        values.isEmpty ? .none : .text(values.joined(separator: "; "))
    }

    static func optional(_ text: String?) -> Cell {
        guard let text, !text.isEmpty else { return .none }
        return .text(text)
    }

    static func number(_ number: Int?) -> Cell { number.map { .number($0) } ?? .none }
}
