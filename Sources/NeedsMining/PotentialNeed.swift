public import Documents
public import TextAnalysis
public import Vocabulary

/// What a document seems to say its country lacks. A person decides whether it is so.
public struct PotentialNeed: Codable, Hashable, Sendable, Identifiable {
    /// The same for the same words, whatever document they stand in and however they are broken into lines: by it what was
    /// declined is known again in the next version of a document.
    public var id: NeedFingerprint
    /// As the document says it, at its clearest.
    public var text: String
    public var language: Language
    /// Every place it is said, in order; never empty. `text` is that of one of them.
    public var passages: [Passage]
    public var kind: NeedKind
    /// Its row in the matrix of needs; nil where it belongs to none of them.
    public var heading: NeedHeading?
    public var themes: [SubjectID]
    public var targets: [FrameworkTarget]
    public var aichiTargets: [AichiTarget]
    public var assistance: [AssistanceTypeID]
    public var places: [NeedPlace]
    /// Who lacks it, as far as the text says.
    public var holders: [BeneficiaryType]
    /// Nil where the text says nothing of it.
    public var urgency: NeedUrgency?
    public var deadline: NeedDeadline?
    /// 0 to 1: how sure it is that this states a need. The sum of the values of `why`.
    public var score: Double
    public var why: [NeedPart]

    /// Each sentence that states it, page by page.
    public var pages: [Int] { Array(Set(passages.map(\.place.page))).sorted() }

    public init(
        id: NeedFingerprint, text: String, language: Language, passages: [Passage], kind: NeedKind,
        heading: NeedHeading?, themes: [SubjectID] = [], targets: [FrameworkTarget] = [],
        aichiTargets: [AichiTarget] = [], assistance: [AssistanceTypeID] = [], places: [NeedPlace] = [],
        holders: [BeneficiaryType] = [], urgency: NeedUrgency? = nil, deadline: NeedDeadline? = nil, score: Double,
        why: [NeedPart]
    ) {
        self.id = id
        self.text = text
        self.language = language
        self.passages = passages
        self.kind = kind
        self.heading = heading
        self.themes = themes
        self.targets = targets
        self.aichiTargets = aichiTargets
        self.assistance = assistance
        self.places = places
        self.holders = holders
        self.urgency = urgency
        self.deadline = deadline
        self.score = score
        self.why = why
    }
}

/// Somewhere a need is said to be: a Party, or a place by the name the text gives it.
public struct NeedPlace: Codable, Hashable, Sendable {
    public var name: String
    public var country: CountryCode?

    public init(name: String, country: CountryCode? = nil) {
        self.name = name
        self.country = country
    }
}

/// The year by which something is to be there, and the words that say so.
public struct NeedDeadline: Codable, Hashable, Sendable {
    public var year: Int
    public var words: String

    public init(year: Int, words: String) {
        self.year = year
        self.words = words
    }
}
