public import Cooperation
public import TextAnalysis
public import Vocabulary

/// What is asked of the index: from a request, a need, or a person's own words.
public struct Wanted: Sendable {
    public struct Text: Hashable, Sendable {
        public var text: String
        public var language: Language
        /// 1 for running text, more for a title.
        public var weight: Double

        public init(_ text: String, in language: Language, weight: Double = 1) {
            self.text = text
            self.language = language
            self.weight = weight
        }
    }

    public var texts: [Text]
    /// Concepts beside those found in the texts.
    public var concepts: [ConceptID]
    public var subjects: [SubjectID]
    /// With how closely each is meant, above 0 to 1.
    public var targets: [FrameworkTarget: Double]
    public var assistance: [AssistanceTypeID]
    /// Nil: asked from nowhere in particular; then nothing is left out for its place.
    public var country: CountryCode?
    /// Languages the asker can work in.
    public var languages: [LanguageCode]
    /// The day on which it is asked: decides what is open and who is full.
    public var day: CalendarDay
    /// Papers not to be proposed, by identifier.
    public var leftOut: Set<String>

    public init(
        texts: [Text], concepts: [ConceptID] = [], subjects: [SubjectID] = [],
        targets: [FrameworkTarget: Double] = [:], assistance: [AssistanceTypeID] = [], country: CountryCode? = nil,
        languages: [LanguageCode] = [], day: CalendarDay, leftOut: Set<String> = []
    ) {
        self.texts = texts
        self.concepts = concepts
        self.subjects = subjects
        self.targets = targets
        self.assistance = assistance
        self.country = country
        self.languages = languages
        self.day = day
        self.leftOut = leftOut
    }

    /// From words a person typed.
    ///
    /// - Parameter language: nil where it is not known; it is guessed.
    public init(_ text: String, country: CountryCode?, language: Language?, on day: CalendarDay) {
        let guess = language ?? LanguageGuess(text).language ?? .english
        self.init(
            texts: [Text(text, in: guess)], country: country,
            languages: Self.languages(spoken: language.map { [LanguageCode($0)] } ?? [], in: country), day: day)
    }

    public init(_ request: Request, on day: CalendarDay) {
        var texts = Self.texts(request.title, weight: 2)
        for text in [request.problem, request.objectives] { texts += Self.texts(text, weight: 1) }
        for wish in request.assistance { texts += Self.texts(wish.how, weight: 1) }
        for text in [request.results, request.priorities] { texts += Self.texts(text, weight: 0.5) }
        self.init(
            texts: texts, subjects: request.subjects, targets: Self.closely(request.targets),
            assistance: request.assistance.map(\.type), country: request.country,
            languages: Self.languages(spoken: request.languages, in: request.country), day: day)
    }

    public init(_ need: Need, on day: CalendarDay) {
        self.init(
            texts: Self.texts(need.statement, weight: 1), subjects: need.subjects,
            targets: Self.closely(need.targets), assistance: need.assistance, country: need.country,
            languages: Self.languages(spoken: [], in: need.country), day: day)
    }

    /// Adds the targets that took up these older ones, each as closely as the crosswalk says.
    public mutating func add(_ older: [AichiTarget]) {
        for target in older {
            for step in target.successors {
                let closeness =
                    switch step.relation {
                    case .same: 1.0
                    case .part: 0.6
                    case .near: 0.3
                    }
                targets[step.framework] = max(targets[step.framework] ?? 0, closeness)
            }
        }
    }

    private static func texts(_ text: LocalizedText, weight: Double) -> [Text] {
        text.languages.map { Text(text[$0] ?? "", in: $0, weight: weight) }
    }

    private static func closely(_ targets: [FrameworkTarget]) -> [FrameworkTarget: Double] {
        Dictionary(targets.map { ($0, 1.0) }) { first, _ in first }
    }

    /// The languages named, then the official ones of the country.
    static func languages(spoken: [LanguageCode], in country: CountryCode?) -> [LanguageCode] {
        var languages = spoken
        for language in country?.country.languages ?? [] where !languages.contains(language) {
            languages.append(language)
        }
        return languages
    }
}
