public import Foundation
public import Vocabulary

/// A workshop, a training, a webinar, a forum: people meet at a place or online, on days that are named (K3). What one
/// applies for and is chosen for is an `Opportunity`.
public struct Event: Paper {
    public static let kind = PaperKind.event

    public enum Form: String, Codable, CaseIterable, Sendable {
        case workshop, training, webinar, forum, session, roundTable, meeting
    }

    public enum Way: String, Codable, CaseIterable, Sendable {
        case inPlace, online, both
    }

    public enum Fee: String, Codable, CaseIterable, Sendable {
        case unsaid, free, charged
    }

    /// Whether it will be as it was announced.
    public enum Outlook: String, Codable, CaseIterable, Sendable {
        case planned, postponed, cancelled
    }

    public var form: Form
    /// Who holds it.
    public var organisation: OrganisationID
    /// The support centre whose desk announced it for its institution.
    public var hub: HubID?
    public var title: LocalizedText
    /// What it is for, and for whom.
    public var summary: LocalizedText
    /// At most three.
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    /// The countries whose people it is for.
    public var coverage: Coverage
    /// In which it is held.
    public var languages: [LanguageCode]
    public var way: Way
    /// Where people meet; nil where it is online alone.
    public var country: CountryCode?
    public var city: String
    /// House and room, in words.
    public var venue: LocalizedText
    /// Where one joins online; empty where that is told after registration.
    public var online: String
    public var starts: CalendarDay
    /// The last day; the same as the first for an event of one day.
    public var ends: CalendarDay
    /// On the first day, by the clock of `zone`. Nil: not said yet.
    public var startTime: OfficeHours.Time?
    /// On the last day.
    public var endTime: OfficeHours.Time?
    /// As in the time zone database: `Africa/Dakar`.
    public var zone: String
    /// The last day to register, by the same clock. Nil: none is named.
    public var registerBy: CalendarDay?
    /// The page on which one registers; empty where there is none.
    public var registration: String
    public var fee: Fee
    /// What it costs one person.
    public var cost: Money?
    /// Whether travel or lodging is paid, in words.
    public var support: LocalizedText
    public var outlook: Outlook
    /// What came out of it, written afterwards.
    public var outcome: LocalizedText
    /// The first one is the source of what stands here.
    public var links: [Link]
    /// Nil: written down here.
    public var origin: Origin?

    public init(
        form: Form, organisation: OrganisationID, hub: HubID? = nil, title: LocalizedText, summary: LocalizedText,
        subjects: [SubjectID], targets: [FrameworkTarget] = [], coverage: Coverage = .everywhere,
        languages: [LanguageCode], way: Way, country: CountryCode? = nil, city: String = "",
        venue: LocalizedText = LocalizedText(), online: String = "", starts: CalendarDay, ends: CalendarDay,
        startTime: OfficeHours.Time? = nil, endTime: OfficeHours.Time? = nil, zone: String,
        registerBy: CalendarDay? = nil, registration: String = "", fee: Fee = .unsaid, cost: Money? = nil,
        support: LocalizedText = LocalizedText(), outlook: Outlook = .planned,
        outcome: LocalizedText = LocalizedText(), links: [Link] = [], origin: Origin? = nil
    ) {
        self.form = form
        self.organisation = organisation
        self.hub = hub
        self.title = title
        self.summary = summary
        self.subjects = subjects
        self.targets = targets
        self.coverage = coverage
        self.languages = languages
        self.way = way
        self.country = country
        self.city = city
        self.venue = venue
        self.online = online
        self.starts = starts
        self.ends = ends
        self.startTime = startTime
        self.endTime = endTime
        self.zone = zone
        self.registerBy = registerBy
        self.registration = registration
        self.fee = fee
        self.cost = cost
        self.support = support
        self.outlook = outlook
        self.outcome = outcome
        self.links = links
        self.origin = origin
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(summary, "summary", upTo: 8000)
        check.count(subjects, "subjects", 1...3)
        check.count(targets, "targets", 0...23)
        check.coverage(coverage, "coverage")
        check.count(languages, "languages", 1...20)
        check.optionalText(city, "city", upTo: 100)
        check.optionalText(venue, "venue", upTo: 500)
        if way != .online {
            check.present(country, "country")
            if city.isEmpty { check.wrong("city", .missing) }
        }
        check.address(online, "online")
        check.order(starts, ends, "ends")
        if starts == ends, let startTime, let endTime, endTime <= startTime { check.wrong("endTime", .wrongOrder) }
        if zone.isEmpty {
            check.wrong("zone", .missing)
        } else if TimeZone(identifier: zone) == nil {
            check.wrong("zone", .unknown)
        }
        check.order(registerBy, ends, "registerBy")
        check.address(registration, "registration")
        check.money(cost, "cost")
        if fee == .charged { check.present(cost, "cost") }
        if fee == .free, let cost, cost.amount > 0 { check.wrong("cost", .outOfBounds, ["least": 0, "most": 0]) }
        check.optionalText(support, "support", upTo: 2000)
        check.optionalText(outcome, "outcome", upTo: 8000)
        check.links(links, "links")
        return check.problems
    }
}

extension Event {
    /// The moment at which it begins; without an hour, that at which its first day does.
    public var begins: Date { LocalMoment.of(starts, at: startTime, in: zone) ?? starts.start }

    /// The moment at which it is over; without an hour, that at which its last day is.
    public var isOverAt: Date {
        let end = endTime.map { LocalMoment.of(ends, at: $0, in: zone) } ?? LocalMoment.end(of: ends, in: zone)
        return end ?? ends.adding(days: 1).start
    }

    /// The moment until which one can register; nil where no last day is named.
    public var registrationCloses: Date? { registerBy.flatMap { LocalMoment.end(of: $0, in: zone) } }

    public func isOver(at moment: Date) -> Bool { isOverAt <= moment }

    /// Whether one can still register: it takes place, is not over, and its last day to register neither.
    public func takesRegistrations(at moment: Date) -> Bool {
        outlook != .cancelled && !isOver(at: moment) && registrationCloses.map { moment < $0 } ?? true
    }
}
