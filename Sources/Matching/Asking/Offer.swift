public import Cooperation
import TextAnalysis
public import Vocabulary

/// What somebody offers, for finding the needs it fits.
public struct Offer: Sendable {
    public var texts: [Wanted.Text]
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var free: [AssistanceTypeID]
    public var atCost: [AssistanceTypeID]
    /// The countries whose needs it may answer.
    public var coverage: Coverage
    /// Where it stands; circles are seen from there.
    public var seat: CountryCode?
    public var languages: [LanguageCode]
    public var day: CalendarDay

    public init(_ profile: ProviderProfile, of organisation: Organisation?, on day: CalendarDay) {
        texts = Self.texts(profile.title, 2) + Self.texts(profile.expertise, 1)
        texts += Self.texts(profile.pastCollaborations, 0.5)
        subjects = profile.subjects
        targets = profile.targets
        free = profile.free
        atCost = profile.atCost
        coverage = profile.coverage
        seat = organisation?.country
        languages = profile.languages
        self.day = day
    }

    /// Who may apply for it, by country.
    public init(_ opportunity: Opportunity, of organisation: Organisation?, on day: CalendarDay) {
        texts = Self.texts(opportunity.title, 2) + Self.texts(opportunity.description, 1)
        subjects = opportunity.subjects
        targets = opportunity.targets
        free = opportunity.types
        atCost = []
        coverage = Self.both(opportunity.coverage, opportunity.eligibility.countries)
        seat = organisation?.country
        languages = opportunity.languages
        self.day = day
    }

    /// The same as something wanted: what fits is alike from both sides.
    var wanted: Wanted {
        Wanted(
            texts: texts, subjects: subjects, targets: Dictionary(targets.map { ($0, 1.0) }) { first, _ in first },
            assistance: free + atCost, country: seat, languages: languages, day: day)
    }

    private static func texts(_ text: LocalizedText, _ weight: Double) -> [Wanted.Text] {
        text.languages.map { Wanted.Text(text[$0] ?? "", in: $0, weight: weight) }
    }

    private static func both(_ left: Coverage, _ right: Coverage) -> Coverage {
        switch (left, right) {
        case (.everywhere, let other), (let other, .everywhere): other
        case (.countries(let left), .countries(let right)): .countries(left.intersection(right))
        }
    }
}
