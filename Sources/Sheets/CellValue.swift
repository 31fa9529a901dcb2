import Foundation

/// What stands in a cell. An empty cell has none.
public enum CellValue: Hashable, Sendable {
    case text(String)
    case number(Double)
    /// A day or a moment, as the number's format says: `2026-03-24` or `2026-03-24T10:30:00`.
    case day(String)
    case truth(Bool)
    /// A formula that failed, with its code: `#REF!`.
    case failure(String)

    /// As one would type it: whole numbers without a point.
    public var text: String {
        switch self {
        case .text(let text), .day(let text), .failure(let text): text
        case .number(let number): Self.plain(number)
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        }
    }

    private static func plain(_ number: Double) -> String {
        guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
        return String(Int64(number))
    }
}

/// Days and moments as workbooks count them: days since the eve of 1900, with a 29 February 1900 that never was; or,
/// where the workbook says so, since 1 January 1904.
enum SheetDay {
    /// From serial 61 on (1 March 1900) both countings agree with the calendar; older days stay numbers.
    static func text(serial: Double, from1904: Bool) -> String? {
        let days = from1904 ? serial + 1462 : serial
        guard (61..<2_958_466).contains(days) else { return nil }
        let seconds = (days - 25_569) * 86_400
        let date = Date(timeIntervalSince1970: seconds.rounded())
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard days != days.rounded(.down) else { return date.formatted(style) }
        return date.formatted(style.time(includingFractionalSeconds: false))
    }

    /// The serial of a day `2026-03-24`; nil for what is none.
    static func serial(of day: String) -> Double? {
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        guard let date = try? Date(day, strategy: style) else { return nil }
        return (date.timeIntervalSince1970 / 86_400).rounded() + 25_569
    }
}
