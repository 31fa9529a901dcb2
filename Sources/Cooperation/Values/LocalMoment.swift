public import Foundation

/// A moment as people of a place write it: a day, an hour by their clock, and whose clock it is.
public enum LocalMoment {
    /// - Parameters:
    ///   - time: nil: the first moment of the day.
    ///   - zone: as in the time zone database: `Africa/Dakar`.
    /// - Returns: nil for a zone nobody knows. An hour that a change of the clock leaves out is the one behind it.
    public static func of(_ day: CalendarDay, at time: OfficeHours.Time? = nil, in zone: String) -> Date? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let (year, month, number) = day.components
        let minutes = time?.minutes ?? 0
        return calendar.date(
            from: DateComponents(year: year, month: month, day: number, hour: minutes / 60, minute: minutes % 60))
    }

    /// The moment at which the day is over there.
    public static func end(of day: CalendarDay, in zone: String) -> Date? { of(day.adding(days: 1), in: zone) }
}
