/// Editors show a practice to everybody first, for a while, and say why.
public struct BrightSpot: Paper {
    public static let kind = PaperKind.brightspot

    public var practice: PracticeID
    /// Everybody reads it.
    public var reason: LocalizedText
    public var from: CalendarDay
    /// The last day.
    public var until: CalendarDay

    /// A year is long enough for anything to shine.
    public static let mostDays = 366

    public init(practice: PracticeID, reason: LocalizedText, from: CalendarDay, until: CalendarDay) {
        self.practice = practice
        self.reason = reason
        self.from = from
        self.until = until
    }

    public func isShown(on day: CalendarDay) -> Bool { from <= day && day <= until }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(reason, "reason", upTo: 600)
        check.order(from, until, "until")
        if until.ordinal - from.ordinal > Self.mostDays {
            check.wrong("until", .outOfBounds, ["least": 0, "most": Self.mostDays])
        }
        return check.problems
    }
}
