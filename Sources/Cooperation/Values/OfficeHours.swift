public import Foundation

/// When somebody is at work: the same hours on some days of the week, by one clock.
public struct OfficeHours: Hashable, Codable, Sendable {
    /// A time of day in minutes since midnight, written `09:30`.
    public struct Time: Hashable, Comparable, Sendable {
        /// 0 to 1440.
        public let minutes: Int

        /// Nil unless it is two figures for the hour, a colon and two for the minute, `00:00` to `24:00`.
        public init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]),
                let minute = Int(parts[1]), (0...24).contains(hour), (0..<60).contains(minute),
                hour * 60 + minute <= 1440
            else { return nil }
            minutes = hour * 60 + minute
        }

        public var text: String {
            let (hour, minute) = (minutes / 60, minutes % 60)
            return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
        }

        public static func < (left: Time, right: Time) -> Bool { left.minutes < right.minutes }
    }

    public var days: Set<Weekday>
    public var opens: Time
    public var closes: Time
    /// As in the time zone database: `Africa/Dakar`.
    public var timeZone: String

    public init(days: Set<Weekday>, opens: Time, closes: Time, timeZone: String) {
        self.days = days
        self.opens = opens
        self.closes = closes
        self.timeZone = timeZone
    }

    /// Whether somebody is there at that moment.
    public func isOpen(at moment: Date) -> Bool {
        guard let zone = TimeZone(identifier: timeZone) else { return false }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = calendar.dateComponents([.weekday, .hour, .minute], from: moment)
        guard let number = parts.weekday, let day = Weekday.allCases.first(where: { $0.gregorian == number }) else {
            return false
        }
        let minutes = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
        return days.contains(day) && minutes >= opens.minutes && minutes < closes.minutes
    }

    /// What is wrong, each under the name of its part behind `hours.`
    public func problems() -> [Problem] {
        var problems: [Problem] = []
        if days.isEmpty { problems.append(Problem(field: "hours.days", code: .missing)) }
        if closes <= opens { problems.append(Problem(field: "hours.closes", code: .wrongOrder)) }
        if TimeZone(identifier: timeZone) == nil { problems.append(Problem(field: "hours.timeZone", code: .unknown)) }
        return problems
    }
}

extension OfficeHours.Time: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = OfficeHours.Time(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of day: \(text)")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Weekday {
    /// As the Gregorian calendar of the system counts: Sunday is 1.
    fileprivate var gregorian: Int {
        switch self {
        case .sunday: 1
        case .monday: 2
        case .tuesday: 3
        case .wednesday: 4
        case .thursday: 5
        case .friday: 6
        case .saturday: 7
        }
    }
}
