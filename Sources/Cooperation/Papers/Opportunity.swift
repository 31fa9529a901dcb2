public import Foundation
public import Vocabulary

/// Something one can apply for: a call, a fund, a training, a fellowship.
public struct Opportunity: Paper {
    public static let kind = PaperKind.opportunity

    public var organisation: OrganisationID
    public var title: LocalizedText
    public var description: LocalizedText
    public var types: [AssistanceTypeID]
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    /// Where its work may take place.
    public var coverage: Coverage
    public var eligibility: Eligibility
    public var howToApply: LocalizedText
    /// Nil: open-ended.
    public var deadline: CalendarDay?
    /// The hour at which it closes on that day, as `17:00`, and in which time zone, as `Europe/Brussels`. Nil: it names none.
    public var deadlineTime: String?
    public var deadlineZone: String?
    public var starts: CalendarDay?
    public var ends: CalendarDay?
    public var upTo: Money?
    public var languages: [LanguageCode]
    public var links: [Link]

    /// Who may apply, as data (so that one sees only what one may apply for) and in words.
    public struct Eligibility: Hashable, Codable, Sendable {
        public var countries: Coverage
        /// Empty: institutions of every type.
        public var organisationTypes: [OrganisationType]
        public var words: LocalizedText

        public init(
            countries: Coverage = .everywhere, organisationTypes: [OrganisationType] = [],
            words: LocalizedText = LocalizedText()
        ) {
            self.countries = countries
            self.organisationTypes = organisationTypes
            self.words = words
        }
    }

    public init(
        organisation: OrganisationID, title: LocalizedText, description: LocalizedText, types: [AssistanceTypeID],
        subjects: [SubjectID], targets: [FrameworkTarget] = [], coverage: Coverage = .everywhere,
        eligibility: Eligibility = Eligibility(), howToApply: LocalizedText, deadline: CalendarDay? = nil,
        starts: CalendarDay? = nil, ends: CalendarDay? = nil, upTo: Money? = nil, languages: [LanguageCode] = [],
        links: [Link] = [], deadlineTime: String? = nil, deadlineZone: String? = nil
    ) {
        self.organisation = organisation
        self.title = title
        self.description = description
        self.types = types
        self.subjects = subjects
        self.targets = targets
        self.coverage = coverage
        self.eligibility = eligibility
        self.howToApply = howToApply
        self.deadline = deadline
        self.deadlineTime = deadlineTime
        self.deadlineZone = deadlineZone
        self.starts = starts
        self.ends = ends
        self.upTo = upTo
        self.languages = languages
        self.links = links
    }

    /// The moment at which it closes. A call that names no hour is open until its last day has ended everywhere on Earth (in
    /// the zone UTC−12).
    public var closes: Date? {
        guard let deadline else { return nil }
        guard let hour, let zone = deadlineZone.flatMap(TimeZone.init(identifier:)) else {
            return deadline.adding(days: 1).start.addingTimeInterval(12 * 3600)
        }
        let (year, month, day) = deadline.components
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(year: year, month: month, day: day, hour: hour.hours, minute: hour.minutes)
        return calendar.date(from: parts)
    }

    private var hour: (hours: Int, minutes: Int)? {
        guard let parts = deadlineTime?.split(separator: ":"), parts.count == 2, let hours = Int(parts[0]),
            let minutes = Int(parts[1]), (0...23).contains(hours), (0...59).contains(minutes)
        else { return nil }
        return (hours, minutes)
    }

    /// Whether one can still apply at this moment.
    public func isOpen(at moment: Date) -> Bool { closes.map { moment < $0 } ?? true }

    /// The day that is not over everywhere yet: what closes on it or later may still be open.
    public static func openDay(at moment: Date) -> CalendarDay { CalendarDay(moment.addingTimeInterval(-12 * 3600)) }

    /// Whether an institution of this type with this seat may apply.
    public func mayApply(from country: CountryCode?, _ type: OrganisationType) -> Bool {
        guard eligibility.organisationTypes.isEmpty || eligibility.organisationTypes.contains(type) else {
            return false
        }
        switch eligibility.countries {
        case .everywhere: return true
        case .countries(let list): return country.map(list.contains) ?? false
        }
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(description, "description", upTo: 8000)
        check.count(types, "types", 1...6)
        check.count(subjects, "subjects", 0...10)
        check.count(targets, "targets", 0...23)
        check.coverage(coverage, "coverage")
        check.coverage(eligibility.countries, "eligibility.countries")
        check.text(howToApply, "howToApply", upTo: 4000)
        check.money(upTo, "upTo")
        if let deadlineTime, !deadlineTime.isEmpty {
            if hour == nil { check.wrong("deadlineTime", .notAChoice) }
            if deadlineZone == nil { check.wrong("deadlineZone", .missing) }
            if deadline == nil { check.wrong("deadline", .missing) }
        }
        if let deadlineZone {
            if TimeZone(identifier: deadlineZone) == nil { check.wrong("deadlineZone", .unknown) }
            if deadlineTime == nil { check.wrong("deadlineTime", .missing) }
        }
        check.order(deadline, starts, "starts")
        check.order(starts, ends, "ends")
        check.links(links, "links")
        return check.problems
    }
}
