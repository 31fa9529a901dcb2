public import Vocabulary

/// A request for assistance: what an institution of a country lacks and asks of others, tied to what its country wants.
///
/// The fields are those of the Bio-Bridge request form (`research/records-and-forms.md`) with what the requirements add:
/// urgency, budget, expected products (Q6), who may read it (Q5), languages of work.
public struct Request: Paper {
    public static let kind = PaperKind.request

    public var country: CountryCode
    public var organisation: OrganisationID
    public var title: LocalizedText
    /// The issue, and the technical or scientific barriers.
    public var problem: LocalizedText
    /// One to three types of assistance, each with how it would help.
    public var assistance: [Wish]
    /// The national priorities it addresses.
    public var priorities: LocalizedText
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var level: ApplicationLevel
    /// Other countries that take part or are meant.
    public var otherCountries: [CountryCode]
    public var beneficiaries: [BeneficiaryType]
    public var starts: CalendarDay?
    public var ends: CalendarDay?
    public var objectives: LocalizedText
    /// Outputs, outcomes and how one will see them.
    public var results: LocalizedText
    public var existingInitiatives: LocalizedText
    /// The same request sent elsewhere, and what became of it.
    public var sentElsewhere: LocalizedText
    public var coFinancing: LocalizedText
    public var budget: Money?
    public var urgency: Urgency
    public var products: [Product]
    public var languages: [LanguageCode]
    public var visibility: Visibility
    public var links: [Link]

    /// A wished type of assistance and how it would help.
    public struct Wish: Hashable, Codable, Sendable {
        public var type: AssistanceTypeID
        public var how: LocalizedText

        public init(type: AssistanceTypeID, how: LocalizedText = LocalizedText()) {
            self.type = type
            self.how = how
        }
    }

    public enum Urgency: String, Codable, CaseIterable, Sendable { case ordinary, withinSixMonths, withinThreeMonths }

    /// What help is to lead on to (Q6; stocktaking §25(f)).
    public enum Product: String, Codable, CaseIterable, Sendable { case advice, visionToConcept, conceptToFinancing }

    /// Who may read a request besides the requester, the focal point of its country and the help desk (Q5).
    public enum Visibility: Hashable, Sendable {
        case everybody
        case named([AccountID])
    }

    public init(
        country: CountryCode, organisation: OrganisationID, title: LocalizedText, problem: LocalizedText,
        assistance: [Wish],
        priorities: LocalizedText, subjects: [SubjectID], targets: [FrameworkTarget], level: ApplicationLevel,
        otherCountries: [CountryCode] = [], beneficiaries: [BeneficiaryType] = [], starts: CalendarDay? = nil,
        ends: CalendarDay? = nil, objectives: LocalizedText = LocalizedText(), results: LocalizedText = LocalizedText(),
        existingInitiatives: LocalizedText = LocalizedText(), sentElsewhere: LocalizedText = LocalizedText(),
        coFinancing: LocalizedText = LocalizedText(), budget: Money? = nil, urgency: Urgency = .ordinary,
        products: [Product] = [], languages: [LanguageCode] = [], visibility: Visibility = .everybody,
        links: [Link] = []
    ) {
        self.country = country
        self.organisation = organisation
        self.title = title
        self.problem = problem
        self.assistance = assistance
        self.priorities = priorities
        self.subjects = subjects
        self.targets = targets
        self.level = level
        self.otherCountries = otherCountries
        self.beneficiaries = beneficiaries
        self.starts = starts
        self.ends = ends
        self.objectives = objectives
        self.results = results
        self.existingInitiatives = existingInitiatives
        self.sentElsewhere = sentElsewhere
        self.coFinancing = coFinancing
        self.budget = budget
        self.urgency = urgency
        self.products = products
        self.languages = languages
        self.visibility = visibility
        self.links = links
    }
}

extension Request.Visibility: Codable {
    private enum CodingKeys: String, CodingKey { case readers }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let readers = try container.decodeIfPresent([AccountID].self, forKey: .readers)
        self = readers.map { .named($0) } ?? .everybody
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if case .named(let readers) = self { try container.encode(readers, forKey: .readers) }
    }
}
