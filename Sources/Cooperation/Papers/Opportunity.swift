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
        links: [Link] = []
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
        self.starts = starts
        self.ends = ends
        self.upTo = upTo
        self.languages = languages
        self.links = links
    }

    /// Whether one can still apply on this day.
    public func isOpen(on day: CalendarDay) -> Bool { deadline.map { $0 >= day } ?? true }

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
        check.order(deadline, starts, "starts")
        check.order(starts, ends, "ends")
        check.links(links, "links")
        return check.problems
    }
}
