public import Vocabulary

/// How long a country's focal point has to say something, and which days count. One per country; `standard` where there is none.
public struct NonObjectionRule: Paper {
    public static let kind = PaperKind.rule

    /// The working days of a country that has set no rule.
    public static let standardDays = 15

    public var country: CountryCode
    /// 5 to 60.
    public var workingDays: Int
    /// Days of the week nobody works on.
    public var weekend: Set<Weekday>
    public var holidays: [CalendarDay]

    public init(
        country: CountryCode, workingDays: Int = NonObjectionRule.standardDays,
        weekend: Set<Weekday> = [.saturday, .sunday],
        holidays: [CalendarDay] = []
    ) {
        self.country = country
        self.workingDays = workingDays
        self.weekend = weekend
        self.holidays = holidays
    }

    public static func standard(_ country: CountryCode) -> NonObjectionRule { NonObjectionRule(country: country) }

    /// The rule's own identifier, the same for every revision: one country, one rule.
    public static func id(of country: CountryCode) -> ID<NonObjectionRule>? {
        ID(own: country.description.lowercased())
    }

    public func isWorkingDay(_ day: CalendarDay) -> Bool { !weekend.contains(day.weekday) && !holidays.contains(day) }

    /// The working day that many working days after `day`, which itself does not count.
    public func workingDay(_ count: Int, after day: CalendarDay) -> CalendarDay {
        var left = max(0, count)
        var current = day
        while left > 0 {
            current = current.adding(days: 1)
            if isWorkingDay(current) { left -= 1 }
        }
        return current
    }

    /// How many working days lie after `start`, up to and including `end`; 0 if `end` is not later.
    public func workingDays(after start: CalendarDay, through end: CalendarDay) -> Int {
        guard end > start else { return 0 }
        return ((start.ordinal + 1)...end.ordinal).count { isWorkingDay(CalendarDay(ordinal: $0)) }
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.number(workingDays, "workingDays", 5...60)
        check.count(Array(weekend), "weekend", 0...4)
        check.count(holidays, "holidays", 0...200)
        return check.problems
    }
}
