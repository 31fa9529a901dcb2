import Foundation

/// Moments as machines write them, always of Greenwich.
enum Moments {
    /// 2026-03-12T09:00:00Z
    static func seconds(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
    }

    /// 20260312T090000Z
    static func compact(_ date: Date) -> String {
        seconds(date).replacing("-", with: "").replacing(":", with: "")
    }

    /// Reads `2026-03-12T09:00:00Z`, with a fraction of a second or another zone's hours, too.
    static func date(_ text: String) -> Date? {
        let plain = Date.ISO8601FormatStyle(timeZone: .gmt)
        if let date = try? plain.parse(text) { return date }
        return try? Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt).parse(text)
    }
}
