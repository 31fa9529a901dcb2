public import Catalogue
public import Cooperation
import Foundation
public import Matching
import Vocabulary

/// What a centre's help desk looks at in the morning: everything of the countries it serves.
public struct HubDesk: Sendable {
    public var hub: Filed<Hub>
    /// Who serves there today.
    public var officers: [Officer]
    /// What waits for the centre, the first due on top.
    public var withDesk: Page<DossierCard>
    public var late: Int
    public var withOthers: Page<DossierCard>
    /// Before the focal points of its countries.
    public var beforeCountries: Page<DossierCard>
    /// Handed over to the global help desk.
    public var referred: Page<DossierCard>
    /// Whose word is missing, the longest first.
    public var silent: [SilentCase]
    public var needs: Int
    public var providers: Page<Filed<ProviderProfile>>
    public var practices: Page<Filed<Practice>>
    /// Calls and trainings for its countries that close or begin from today on, the next first.
    public var dates: [HubDate]
    /// Events for its countries that are not over, whoever holds them, the next first.
    public var events: Page<Filed<Event>>
    /// Events it holds itself, over or not, the newest first.
    public var ownEvents: Page<Filed<Event>>
    /// Institutions of its countries that were asked to join the roster, the newest first.
    public var outreach: [Prospect]
    /// Where its countries need more than is offered to them, the biggest first.
    public var gaps: [Gap]
}

/// A day that matters to a centre's countries.
public struct HubDate: Sendable {
    public var call: Filed<Opportunity>
    public var day: CalendarDay
    /// The last day to apply; else the first day of what is offered.
    public var isDeadline: Bool
}

extension Desk {
    /// How many of each kind the dashboard names.
    public static let shownOnHubDesk = 10

    /// The dashboard of a centre, for its own officers and those of the global help desk.
    public func hubDesk(_ id: HubID, for viewer: Viewer) async throws(DeskError) -> HubDesk {
        guard viewer.may(.seeQueue), viewer.serves(at: id) else {
            throw viewer.isSignedIn ? .refused("hubDesk") : .signInFirst
        }
        let hub = try await record(id)
        let countries = Set(hub.body.countries)
        let most = Desk.shownOnHubDesk
        var withDesk = RequestFilter(states: Desk.withTheDesk, countries: countries, order: .due)
        withDesk.isReferred = false
        var late = withDesk
        late.due = .distantPast..<now
        var others = RequestFilter(states: Desk.withOthers, countries: countries, order: .due)
        others.isReferred = false
        let before = RequestFilter(states: [.submitted, .questioned, .objected], countries: countries, order: .due)
        var referred = RequestFilter(states: Desk.withTheDesk.union(Desk.withOthers), countries: countries, order: .due)
        referred.isReferred = true
        let area = RecordFilter(countries: countries)
        let day = today
        return HubDesk(
            hub: hub, officers: try await officers(at: id),
            withDesk: try await requests(withDesk, for: viewer, limit: most),
            late: try await requests(late, for: viewer, limit: 1).total,
            withOthers: try await requests(others, for: viewer, limit: most),
            beforeCountries: try await requests(before, for: viewer, limit: most),
            referred: try await requests(referred, for: viewer, limit: most),
            silent: try await silentCases(for: viewer).filter { countries.contains($0.request.body.country) },
            needs: try await records(Need.self, area, limit: 1).total,
            providers: try await records(ProviderProfile.self, area, limit: 5),
            practices: try await records(Practice.self, area, limit: 5),
            dates: try await dates(in: area),
            events: try await records(
                Event.self, RecordFilter(countries: countries, when: .upcoming(at: now), order: .begins), limit: most),
            ownEvents: try await records(
                Event.self, RecordFilter(organisation: hub.body.organisation, order: .lastOver), limit: most),
            outreach: try await asking { try await catalogue.prospects() }.filter { prospect in
                prospect.engagement.country.map(countries.contains) ?? false
            },
            gaps: await offTheLoop { [index] in index.gaps(on: day, in: countries) })
    }

    private func officers(at hub: HubID) async throws(DeskError) -> [Officer] {
        try await asking {
            var officers: [Officer] = []
            for account in try await catalogue.papers(try await catalogue.peopleAtTheDesk()) {
                guard try await viewer(account.id).hubs.contains(hub) else { continue }
                officers.append(Officer(id: account.id, name: account.body.name))
            }
            return officers.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }

    private func dates(in area: RecordFilter) async throws(DeskError) -> [HubDate] {
        var open = area
        open.openOn = today
        open.order = .deadline
        let calls = try await records(Opportunity.self, open, limit: 200).items
        let dates = calls.flatMap { call -> [HubDate] in
            [(call.body.deadline, true), (call.body.starts, false)].compactMap { day, isDeadline in
                day.flatMap { $0 >= today ? HubDate(call: call, day: $0, isDeadline: isDeadline) : nil }
            }
        }
        return Array(dates.sorted { ($0.day, $0.call.id) < ($1.day, $1.call.id) }.prefix(Desk.shownOnHubDesk))
    }
}
