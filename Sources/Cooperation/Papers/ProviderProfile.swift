public import Vocabulary

/// What an institution or an expert offers to those who need it.
public struct ProviderProfile: Paper {
    public static let kind = PaperKind.provider

    public var organisation: OrganisationID
    /// The person who offers, where it is not the institution as a whole.
    public var expert: Expert?
    public var title: LocalizedText
    public var coverage: Coverage
    /// One to three.
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    /// Up to three types of assistance free of charge.
    public var free: [AssistanceTypeID]
    /// Up to three types of assistance at a cost.
    public var atCost: [AssistanceTypeID]
    /// What it knows and does, at most 200 words.
    public var expertise: LocalizedText
    /// Help given in the last five years, at most 500 words.
    public var pastCollaborations: LocalizedText
    public var languages: [LanguageCode]
    /// How many requests a year it can take on; nil if it has not said.
    public var requestsPerYear: Int?
    /// It takes nothing on before this day.
    public var fullUntil: CalendarDay?
    public var links: [Link]
    /// Where the provider is one expert: her identifier.
    public var orcid: ORCIDIdentifier?
    /// Nil: written down here.
    public var origin: Origin?

    /// An expert who offers help in her own name, with the institution she works for behind her.
    public struct Expert: Hashable, Codable, Sendable {
        public var name: String

        public init(name: String) { self.name = name }
    }

    public init(
        organisation: OrganisationID, expert: Expert? = nil, title: LocalizedText, coverage: Coverage,
        subjects: [SubjectID],
        targets: [FrameworkTarget] = [], free: [AssistanceTypeID], atCost: [AssistanceTypeID] = [],
        expertise: LocalizedText,
        pastCollaborations: LocalizedText = LocalizedText(), languages: [LanguageCode], requestsPerYear: Int? = nil,
        fullUntil: CalendarDay? = nil, links: [Link] = [], orcid: ORCIDIdentifier? = nil, origin: Origin? = nil
    ) {
        self.organisation = organisation
        self.expert = expert
        self.title = title
        self.coverage = coverage
        self.subjects = subjects
        self.targets = targets
        self.free = free
        self.atCost = atCost
        self.expertise = expertise
        self.pastCollaborations = pastCollaborations
        self.languages = languages
        self.requestsPerYear = requestsPerYear
        self.fullUntil = fullUntil
        self.links = links
        self.orcid = orcid
        self.origin = origin
    }

    public var isExpert: Bool { expert != nil }

    public func problems() -> [Problem] {
        var check = Check()
        if let expert { check.text(expert.name, "expert.name", upTo: 200) }
        check.text(title, "title", upTo: 250)
        check.coverage(coverage, "coverage")
        check.count(subjects, "subjects", 1...3)
        check.count(targets, "targets", 0...23)
        check.count(free, "free", 0...3)
        check.count(atCost, "atCost", 0...3)
        if free.isEmpty && atCost.isEmpty { check.wrong("free", .missing) }
        check.text(expertise, "expertise", upTo: 4000, words: 200)
        check.optionalText(pastCollaborations, "pastCollaborations", upTo: 8000, words: 500)
        check.count(languages, "languages", 1...20)
        check.number(requestsPerYear, "requestsPerYear", 0...10_000)
        check.links(links, "links")
        return check.problems
    }
}
