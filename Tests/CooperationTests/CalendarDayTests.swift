import Foundation
import Testing

@testable import Cooperation

@Suite struct CalendarDayTests {
    @Test func everyDayOfSixCenturiesComesBackAsItself() throws {
        let first = try #require(CalendarDay("1700-01-01"))
        let last = try #require(CalendarDay("2300-12-31"))
        var previous = first.adding(days: -1)
        for ordinal in first.ordinal...last.ordinal {
            let day = CalendarDay(ordinal: ordinal)
            let (year, month, dayOfMonth) = day.components
            #expect(CalendarDay(year: year, month: month, day: dayOfMonth) == day)
            #expect(previous < day)
            previous = day
        }
        #expect(last.ordinal - first.ordinal == 219_509)
    }

    @Test(arguments: [
        ("2026-11-23", Weekday.monday), ("1970-01-01", .thursday), ("2000-02-29", .tuesday), ("1969-12-31", .wednesday),
    ])
    func weekdays(_ text: String, _ weekday: Weekday) throws {
        #expect(try #require(CalendarDay(text)).weekday == weekday)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-01 ", "+026-01-01", "٢٠٢٦-٠١-٠١", "",
    ])
    func whatIsNoDayIsRefused(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func aDeadlineLastsUntilTheDayIsOverEverywhere() throws {
        let day = try #require(CalendarDay("2026-03-12"))
        #expect(day.endEverywhere == ISO8601DateFormatter().date(from: "2026-03-13T12:00:00Z"))
        #expect(CalendarDay(day.start) == day)
        #expect(CalendarDay(day.start.addingTimeInterval(-1)) == day.adding(days: -1))
    }
}
