internal import CUnicode
public import Foundation
internal import TextAnalysis

// Dates are of the Gregorian calendar, in the time zone the caller names: a page shows its reader's.
extension Words {
    /// 12 March 2026
    public func date(_ date: Date, in zone: TimeZone = .gmt) -> String { written(date, in: zone, .long, .omitted) }

    /// 12 Mar 2026, where there is little room.
    public func shortDate(_ date: Date, in zone: TimeZone = .gmt) -> String {
        written(date, in: zone, .abbreviated, .omitted)
    }

    /// 12 March 2026 at 16:30 UTC; the zone is always named.
    public func dateAndTime(_ date: Date, in zone: TimeZone = .gmt) -> String {
        let zoneName =
            zone == .gmt ? "UTC" : (zone.localizedName(for: .shortGeneric, locale: locale) ?? zone.identifier)
        return written(date, in: zone, .long, .shortened) + " " + zoneName
    }

    /// March 2026
    public func month(_ date: Date, in zone: TimeZone = .gmt) -> String {
        date.formatted(style(in: zone).year().month(.wide))
    }

    /// Mar: below a column of a chart.
    public func shortMonth(_ date: Date, in zone: TimeZone = .gmt) -> String {
        date.formatted(style(in: zone).month(.abbreviated))
    }

    /// The date as machines read it, for the `datetime` of an HTML `time`: 2026-03-12.
    public func machineDate(_ date: Date, in zone: TimeZone = .gmt) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }

    /// The day seen from another: today, tomorrow, in 3 days, 2 days ago. Days are those of the calendar in the zone.
    public func day(_ date: Date, from today: Date, in zone: TimeZone = .gmt) -> String {
        let calendar = Self.calendar(in: zone)
        let days = calendar.dateComponents(
            [.day], from: calendar.startOfDay(for: today), to: calendar.startOfDay(for: date)
        ).day
        return relativeDay(days ?? 0)
    }

    /// The same for a number of days, negative in the past.
    public func relativeDay(_ days: Int) -> String {
        var status = U_ZERO_ERROR
        guard let formatter = bb_relative_open(localeIdentifier, &status) else { return number(days) }
        defer { bb_relative_close(formatter) }
        return unicodeText { bb_relative_days(formatter, Double(days), $0, $1, &status) }
    }

    private func style(in zone: TimeZone) -> Date.FormatStyle {
        Date.FormatStyle(locale: locale, calendar: Self.calendar(in: zone), timeZone: zone)
    }

    private func written(
        _ date: Date, in zone: TimeZone, _ day: Date.FormatStyle.DateStyle, _ time: Date.FormatStyle.TimeStyle
    ) -> String {
        let text = date.formatted(
            Date.FormatStyle(
                date: day, time: time, locale: locale, calendar: Self.calendar(in: zone), timeZone: zone))
        return switch language {
        // ICU puts a comma before the year in Arabic; the United Nations' documents do not.
        case .arabic: text.replacing("،", with: "")
        // The first of a month is an ordinal in French.
        case .french where text.hasPrefix("1 "): "1er" + text.dropFirst()
        default: text
        }
    }

    private static func calendar(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }
}

/// The text an ICU function writes into a buffer; its answer is the length, or an error's code below zero.
func unicodeText(_ write: (UnsafeMutablePointer<UInt16>?, Int32) -> Int32, capacity: Int = 256) -> String {
    var needed = 0
    let text = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, length in
        needed = Int(write(buffer.baseAddress, Int32(capacity)))
        length = needed > capacity ? 0 : max(0, needed)
    }
    return needed > capacity ? unicodeText(write, capacity: needed) : String(decoding: text, as: UTF16.self)
}
