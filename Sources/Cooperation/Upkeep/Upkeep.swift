public import Foundation

/// What the papers about a kept record add up to: whether everybody sees it, until when it is good, and what its keeper has
/// to be told. Nobody sets any of this.
public struct Upkeep: Hashable, Sendable {
    public enum Standing: String, Codable, CaseIterable, Sendable {
        /// Nobody has decided on it yet; its author and the reviewers see it.
        case awaitingReview
        case changesAsked
        case declined
        /// Everybody sees it.
        case admitted
        /// Its term is over and nobody has said that it still holds. A provider is not matched any more; a practice is
        /// marked and comes last, and so is a resource.
        case lapsed

        /// Whether everybody may read the record.
        public var isPublic: Bool { self == .admitted || self == .lapsed }
    }

    public let record: Kept
    /// How many years a word is good for: two for institutions and practices, four for experts (`Upkeep.years`).
    public var years: Int
    /// When the record was first written, and by whom.
    public var begun: Date
    public var author: Author
    /// When its newest revision was written; revising it is saying what is true now.
    public var revised: Date
    public var revision: Int
    /// A day on which its author wants to look again, for practices and resources.
    public var reviewOn: CalendarDay?
    /// It came from another library or list, which answers for it: it needs no review and has no term of its own.
    public var isFromElsewhere: Bool
    /// In the order they were filed.
    public var reviews: [Filed<Review>]
    public var confirmations: [Filed<Confirmation>]
    public var notices: [Filed<UpkeepNotice>]

    public init(
        record: Kept, years: Int, begun: Date, author: Author, revised: Date, revision: Int,
        reviewOn: CalendarDay? = nil, isFromElsewhere: Bool = false,
        reviews: [Filed<Review>] = [], confirmations: [Filed<Confirmation>] = [], notices: [Filed<UpkeepNotice>] = []
    ) {
        self.record = record
        self.years = years
        self.begun = begun
        self.author = author
        self.revised = revised
        self.revision = revision
        self.reviewOn = reviewOn
        self.isFromElsewhere = isFromElsewhere
        self.reviews = reviews
        self.confirmations = confirmations
        self.notices = notices
    }
}

extension Upkeep {
    public var standing: Standing {
        guard let admitted else {
            guard let last = reviews.last, last.body.revision == revision else { return .awaitingReview }
            return last.body.decision == .declined ? .declined : .changesAsked
        }
        if let last = reviews.last, last.body.decision == .declined, last.at > admitted { return .declined }
        let hasEnded = notices.contains { $0.body.step == .end && $0.body.until == until }
        return hasEnded ? .lapsed : .admitted
    }

    /// The last day the record is good for; nil before it was admitted.
    public var until: CalendarDay? {
        guard !isFromElsewhere, let word = lastWord else { return nil }
        let day = CalendarDay(word)
        if let reviewOn, reviewOn > day, !hasLookedAgain(before: reviewOn) {
            return min(reviewOn, day.adding(years: years))
        }
        return day.adding(years: years)
    }

    /// Whether she has confirmed it, as it stands, since she was first reminded of the day on which she wanted to look
    /// again.
    private func hasLookedAgain(before day: CalendarDay) -> Bool {
        guard let last = confirmations.last, last.at >= revised else { return false }
        return CalendarDay(last.at) >= day.adding(days: -UpkeepNotice.Step.quarter.daysBefore)
    }

    /// When somebody last stood up for it: its admission, a confirmation, or a revision after the admission.
    public var lastWord: Date? {
        guard let admitted else { return nil }
        return max(admitted, max(revised, confirmations.last?.at ?? admitted))
    }

    /// When it was first admitted. What the office set up needs no review: it answers for the node.
    public var admitted: Date? {
        if author == .office || isFromElsewhere { return begun }
        return reviews.first { $0.body.decision == .admitted }?.at
    }

    /// The next thing the clock will tell its keeper and the day for it; nil when it is not admitted or nothing is left.
    public var nextNotice: (step: UpkeepNotice.Step, day: CalendarDay)? {
        guard standing == .admitted, let until else { return nil }
        let done = notices.filter { $0.body.until == until }.map(\.body.step.daysBefore).min() ?? Int.max
        return UpkeepNotice.Step.allCases.first { $0.daysBefore < done }
            .map { ($0, until.adding(days: -$0.daysBefore)) }
    }

    /// What her keeper is to be told on this day; nil when nothing is due. Where the clock stood still over several days for
    /// it, only the latest is: nobody reads three reminders at once.
    public func notice(on day: CalendarDay) -> UpkeepNotice? {
        guard let next = nextNotice, next.day <= day, let until else { return nil }
        let due = UpkeepNotice.Step.allCases.last { until.adding(days: -$0.daysBefore) <= day }
        return UpkeepNotice(record: record, until: until, step: due ?? next.step)
    }

    /// How long a word is good for. Institutions: two years, as members of the CTCN. Experts: four, as in the roster of the
    /// Biosafety Clearing-House. Practices: two.
    public static func years(of profile: ProviderProfile) -> Int { years(ofExpert: profile.isExpert) }
    public static func years(ofExpert isExpert: Bool) -> Int { isExpert ? 4 : 2 }
    public static let yearsOfPractice = 2
    public static let yearsOfResource = 2
}

extension CalendarDay {
    /// The same day so many years later; 29 February becomes the 28th where there is none.
    public func adding(years: Int) -> CalendarDay {
        let (year, month, day) = components
        return CalendarDay(year: year + years, month: month, day: day)
            ?? CalendarDay(year: year + years, month: month, day: 28) ?? self
    }
}
