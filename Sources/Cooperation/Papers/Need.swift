public import Vocabulary

/// Something a Party lacks, said in the standard way (N1), whether or not anybody has asked for help with it yet.
///
/// The fields follow the method of a National Capacity Self-Assessment (UNEP/CBD/COP/13/INF/22 §7(e)(f)): what is lacking and
/// what for, at which level, under which of the three Rio conventions, how pressing, from which causes, and what would close it.
public struct Need: Paper {
    public static let kind = PaperKind.need

    public enum Lack: String, Codable, CaseIterable, Sendable {
        case technology, capacity, information, finance, institution, research
        /// Something in the way that is none of the others.
        case barrier
    }

    /// The three levels of a National Capacity Self-Assessment.
    public enum Level: String, Codable, CaseIterable, Sendable { case individual, institutional, systemic }

    public enum Priority: String, Codable, CaseIterable, Sendable { case high, medium, low }

    /// Why nobody looks for an answer any more.
    public enum Ending: String, Codable, CaseIterable, Sendable { case met, withdrawn }

    public var country: CountryCode
    public var statement: LocalizedText
    /// What it is needed for: the duty, target or action that waits for it.
    public var purpose: LocalizedText
    public var lack: Lack
    /// The row of the matrix it is counted in; nil: none of them names it.
    public var heading: NeedHeading?
    public var level: Level?
    public var conventions: [RioConvention]
    public var priority: Priority?
    /// Why it is lacking.
    public var causes: LocalizedText
    /// What would close it.
    public var remedy: LocalizedText
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var assistance: [AssistanceTypeID]
    /// Who lacks it.
    public var holders: [BeneficiaryType]
    /// The year in which it was said.
    public var year: Int?
    /// By when it has to be met.
    public var due: CalendarDay?
    /// Where it is said: a document and place, in words.
    public var source: String
    /// Where documents of this house say it.
    public var passages: [Passage]
    /// The request that asks for it, if there is one.
    public var request: RequestID?
    public var ended: Ending?

    public init(
        country: CountryCode, statement: LocalizedText, purpose: LocalizedText = LocalizedText(), lack: Lack,
        heading: NeedHeading? = nil, level: Level? = nil, conventions: [RioConvention] = [],
        priority: Priority? = nil, causes: LocalizedText = LocalizedText(), remedy: LocalizedText = LocalizedText(),
        subjects: [SubjectID] = [], targets: [FrameworkTarget] = [], assistance: [AssistanceTypeID] = [],
        holders: [BeneficiaryType] = [], year: Int? = nil, due: CalendarDay? = nil, source: String = "",
        passages: [Passage] = [], request: RequestID? = nil, ended: Ending? = nil
    ) {
        self.country = country
        self.statement = statement
        self.purpose = purpose
        self.lack = lack
        self.heading = heading
        self.level = level
        self.conventions = conventions
        self.priority = priority
        self.causes = causes
        self.remedy = remedy
        self.subjects = subjects
        self.targets = targets
        self.assistance = assistance
        self.holders = holders
        self.year = year
        self.due = due
        self.source = source
        self.passages = passages
        self.request = request
        self.ended = ended
    }
}

/// The three conventions of Rio; many a lack is one and the same under all of them.
public enum RioConvention: String, Codable, CaseIterable, Sendable { case biodiversity, climate, desertification }
