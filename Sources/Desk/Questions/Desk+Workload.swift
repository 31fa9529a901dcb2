import Catalogue
public import Cooperation
import Foundation

/// How much work the help desk has, and how many people it needs (H2).
public struct Workload: Sendable {
    /// Open cases of one officer; those of nobody have no officer.
    public struct Load: Hashable, Sendable {
        public var officer: Officer?
        public var open: Int
        public var late: Int
    }

    public var loads: [Load]
    /// The Monday of each of the last weeks, oldest first, and how many requests came in it.
    public var weeks: [(monday: CalendarDay, count: Int)]
    public var forecast: StaffForecast
}

/// How many officers a year of requests needs.
///
/// The stocktaking exercise (UNEP/CBD/COP/13/INF/22, §42(a)) reports that a hundred requests a year were too many for five
/// people and right for seven or eight: 100 ÷ 7.5 requests an officer a year. The forecast takes the weeks seen as a sample
/// of a Poisson process: the count plus and minus 1.96 roots of it holds the true mean 19 times in 20.
public struct StaffForecast: Hashable, Sendable {
    public static let requestsPerOfficer = 100.0 / 7.5

    /// How many weeks were looked at; 0 where there was nothing yet.
    public var weeks: Int
    public var arrivals: Int

    public init(weeks: Int, arrivals: Int) {
        self.weeks = weeks
        self.arrivals = arrivals
    }

    /// Requests a year at the pace seen, the least and the most that are likely.
    public var requestsPerYear: (least: Double, likely: Double, most: Double) {
        guard weeks > 0 else { return (0, 0, 0) }
        let scale = 52.0 / Double(weeks)
        let spread = 1.96 * Double(arrivals).squareRoot()
        return (
            max(0, Double(arrivals) - spread) * scale, Double(arrivals) * scale, (Double(arrivals) + spread) * scale
        )
    }

    /// Officers for that many requests, to half a post.
    public static func officers(for requestsPerYear: Double) -> Double {
        (requestsPerYear / requestsPerOfficer * 2).rounded(.up) / 2
    }
}

extension Desk {
    /// Weeks that the forecast and the chart look back at.
    public static let weeksSeen = 26

    public func workload(for viewer: Viewer) async throws(DeskError) -> Workload {
        guard viewer.may(.seeWorkload) else { throw viewer.isSignedIn ? .refused("seeWorkload") : .signInFirst }
        let moment = now
        let firstMonday = monday(of: today).adding(days: -7 * (Desk.weeksSeen - 1))
        let arrivals = try await asking {
            try await catalogue.arrivals(for: viewer, since: firstMonday.start, at: moment)
        }
        var counts: [CalendarDay: Int] = [:]
        for arrival in arrivals { counts[monday(of: CalendarDay(arrival)), default: 0] += 1 }
        let weeks = (0..<Desk.weeksSeen).map { firstMonday.adding(days: 7 * $0) }.map { ($0, counts[$0] ?? 0) }
        // Weeks before the first request say nothing of the pace, and the running one is not over.
        let whole = weeks.dropLast().drop { $0.1 == 0 }
        return Workload(
            loads: try await loads(for: viewer), weeks: weeks.map { (monday: $0.0, count: $0.1) },
            forecast: StaffForecast(weeks: whole.count, arrivals: whole.map(\.1).reduce(0, +)))
    }

    private func loads(for viewer: Viewer) async throws(DeskError) -> [Workload.Load] {
        let moment = now
        var open: [AccountID?: Int] = [:]
        var late: [AccountID?: Int] = [:]
        var offset = 0
        let states = Desk.withTheDesk.union(Desk.withOthers)
        while true {
            let filter = RequestFilter(states: states, countries: deskCountries(viewer), order: .oldest)
            let page = try await requests(filter, for: viewer, limit: 500, offset: offset)
            for card in page.items {
                open[card.officer, default: 0] += 1
                if let due = card.due, due < moment, due > card.since { late[card.officer, default: 0] += 1 }
            }
            offset += page.items.count
            if page.items.isEmpty || offset >= page.total { break }
        }
        var officers: [Officer] = []
        for account in try await asking({ try await catalogue.papers(try await catalogue.peopleAtTheDesk()) }) {
            let serves = try await asking { try await self.viewer(account.id).holds(.helpDesk) }
            if serves || open[account.id] != nil { officers.append(Officer(id: account.id, name: account.body.name)) }
        }
        var loads = officers.map { Workload.Load(officer: $0, open: open[$0.id] ?? 0, late: late[$0.id] ?? 0) }
        loads.sort { ($1.open, $0.officer?.name ?? "") < ($0.open, $1.officer?.name ?? "") }
        return loads + [Workload.Load(officer: nil, open: open[nil] ?? 0, late: late[nil] ?? 0)]
    }

    private func monday(of day: CalendarDay) -> CalendarDay {
        // 5 January 1970 was a Monday.
        let since = ((day.ordinal - 4) % 7 + 7) % 7
        return day.adding(days: -since)
    }
}
