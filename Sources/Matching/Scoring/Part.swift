public import Cooperation
public import Vocabulary

/// What a part of a score is about.
public enum PartName: String, Codable, CaseIterable, Sendable {
    case words, concepts, meaning, subjects, targets, assistance, geography, language
    case trackRecord, responsiveness, capacity, freshness, exposure, missing, experience
}

/// One line of an explanation: how much it counts, and why.
public struct Part: Hashable, Sendable {
    public var part: PartName
    /// In points, below 0 where it speaks against. A multiple of 1/64, so that sums are exact in any order.
    public var value: Double
    public var reason: Reason

    public init(part: PartName, value: Double, reason: Reason) {
        self.part = part
        self.value = value
        self.reason = reason
    }

    static let unit = 64.0

    /// Rounds to what parts are multiples of.
    static func rounded(_ value: Double) -> Double { (value * unit).rounded() / unit }
}

/// Why a part counts: the facts for a sentence in the reader's language.
public enum Reason: Hashable, Sendable {
    /// Words in common as the asker wrote them, weightiest first.
    case sharedWords([String])
    /// Concepts in common, weightiest first.
    case sharedConcepts([ConceptID])
    /// No concept is the same, but these lie above both.
    case widerConcepts([ConceptID])
    /// The texts mean alike: the cosine, 0 to 1.
    case meansAlike(Double)
    case sharedSubjects([SubjectID])
    case sharedTargets([FrameworkTarget])
    case offersFree([AssistanceTypeID])
    case offersAtCost([AssistanceTypeID])
    /// A record of the library is of the type asked for: what it costs to have it, if anything, is not known.
    case isOfType([AssistanceTypeID])
    /// Not the type asked for, but broader or narrower ones.
    case offersNear([AssistanceTypeID])
    /// The nearest of its countries, nil where it stands nowhere in particular.
    case circle(Circle, CountryCode?)
    case worksIn([LanguageCode])
    /// A resource that can be read, heard or used in these.
    case isIn([LanguageCode])
    /// Cases it has helped in.
    case hasHelped(Int)
    /// It has worked with the country that asks on these themes.
    case hasWorkedHere(CountryCode, [SubjectID])
    /// The same with a country that has a boundary in common with it.
    case hasWorkedNearby(CountryCode, [SubjectID])
    /// The share of introductions it answered, 0 to 1.
    case answers(Double)
    /// Cases a year it can still take on.
    case hasRoom(Int)
    case isFull(until: CalendarDay)
    /// It has taken on as many cases as it can in a year.
    case hasTakenOn(Int)
    case updated(CalendarDay)
    /// Nobody has said since that day that it still holds, and its term is over.
    case unconfirmed(since: CalendarDay)
    /// How often it was shown lately.
    case seldomShown(Int)
    case missing([Lack])
}

/// What a candidate has not, of what was wanted.
public enum Lack: Hashable, Sendable {
    case assistance(AssistanceTypeID)
    case subject(SubjectID)
    case target(FrameworkTarget)
    case concept(ConceptID)
    /// None of these languages.
    case language([LanguageCode])
}
