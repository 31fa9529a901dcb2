public import Vocabulary

/// An agreement, a network or an ongoing cooperation between institutions or countries: who works with whom, on what, and
/// since when (R6). Recorded so that it is built upon instead of begun again, and used as evidence in matching.
public struct Partnership: Paper {
    public static let kind = PaperKind.partnership

    public enum Form: String, Codable, CaseIterable, Sendable {
        /// Signed between States or institutions.
        case agreement
        /// Many members, loosely bound.
        case network
        /// Few institutions that work on one thing together.
        case consortium
        /// Work that goes on without a paper of its own, such as exchanges between agencies.
        case cooperation
        /// A protected or managed area across a boundary.
        case transboundaryArea
    }

    public var form: Form
    public var title: LocalizedText
    public var summary: LocalizedText
    /// What the partners have bound themselves to.
    public var commitments: LocalizedText
    public var organisations: [OrganisationID]
    /// The countries that take part, or whose institutions do.
    public var countries: [CountryCode]
    /// At most five.
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var starts: CalendarDay?
    /// Nil: open-ended.
    public var ends: CalendarDay?
    /// Documents and pages; the first one is the source of what stands here.
    public var links: [Link]

    public init(
        form: Form, title: LocalizedText, summary: LocalizedText, commitments: LocalizedText = LocalizedText(),
        organisations: [OrganisationID] = [], countries: [CountryCode], subjects: [SubjectID],
        targets: [FrameworkTarget] = [], starts: CalendarDay? = nil, ends: CalendarDay? = nil, links: [Link] = []
    ) {
        self.form = form
        self.title = title
        self.summary = summary
        self.commitments = commitments
        self.organisations = organisations
        self.countries = countries
        self.subjects = subjects
        self.targets = targets
        self.starts = starts
        self.ends = ends
        self.links = links
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(summary, "summary", upTo: 4000)
        check.optionalText(commitments, "commitments", upTo: 4000)
        check.count(organisations, "organisations", 0...200)
        check.count(countries, "countries", 0...200)
        if organisations.count + countries.count < 2 { check.wrong("countries", .tooFew, ["least": 2]) }
        check.count(subjects, "subjects", 1...5)
        check.count(targets, "targets", 0...23)
        check.order(starts, ends, "ends")
        check.links(links, "links")
        return check.problems
    }

    /// Whether it is at work on this day.
    public func isOngoing(on day: CalendarDay) -> Bool {
        (starts.map { $0 <= day } ?? true) && (ends.map { $0 >= day } ?? true)
    }

    /// Among more countries than this nobody has worked with all the others.
    static let mostForEvidence = 20

    /// What it says of one whose seat is in `seat`: with which other countries it has worked, on what. Nothing where it
    /// has not begun on this day, or has more than twenty countries.
    public func experience(ofOneIn seat: CountryCode?, on day: CalendarDay) -> Set<Experience> {
        guard starts.map({ $0 <= day }) ?? true, countries.count <= Self.mostForEvidence else { return [] }
        var all: Set<Experience> = []
        for country in countries where country != seat {
            for subject in subjects { all.insert(Experience(country: country, subject: subject)) }
        }
        return all
    }

    /// What kind of cooperation it is by the countries that take part.
    public var direction: CooperationDirection? { CooperationDirection(of: countries) }
}
