public import TextAnalysis
public import Vocabulary

/// What the machine takes for a need in a document, with the passages that say it. A person decides whether it is one.
public struct PotentialNeed: Paper {
    public static let kind = PaperKind.potential

    public var document: DocumentID
    public var country: CountryCode
    /// Its place among those of the document, from 1, in the order they are first said.
    public var number: Int
    public var text: String
    public var language: Language
    /// Never empty.
    public var passages: [Passage]
    public var lack: Need.Lack
    public var heading: NeedHeading?
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var assistance: [AssistanceTypeID]
    public var holders: [BeneficiaryType]
    public var isUrgent: Bool
    /// The year by which it is to be met, where the text names one.
    public var dueYear: Int?
    /// 0 to 1: how sure the machine is. The sum of the values of `why`.
    public var score: Double
    public var why: [Reason]
    /// The same for the same words in whatever document.
    public var fingerprint: String

    /// One part of the score.
    public struct Reason: Hashable, Codable, Sendable {
        /// As the miner names its parts: `cues`, `words`, `meaning`…
        public var part: String
        public var value: Double
        /// The words of the text that count here.
        public var words: [String]

        public init(part: String, value: Double, words: [String] = []) {
            self.part = part
            self.value = value
            self.words = words
        }
    }

    public init(
        document: DocumentID, country: CountryCode, number: Int, text: String, language: Language,
        passages: [Passage], lack: Need.Lack, heading: NeedHeading? = nil, subjects: [SubjectID] = [],
        targets: [FrameworkTarget] = [], assistance: [AssistanceTypeID] = [], holders: [BeneficiaryType] = [],
        isUrgent: Bool = false, dueYear: Int? = nil, score: Double, why: [Reason] = [], fingerprint: String
    ) {
        self.document = document
        self.country = country
        self.number = number
        self.text = text
        self.language = language
        self.passages = passages
        self.lack = lack
        self.heading = heading
        self.subjects = subjects
        self.targets = targets
        self.assistance = assistance
        self.holders = holders
        self.isUrgent = isUrgent
        self.dueYear = dueYear
        self.score = score
        self.why = why
        self.fingerprint = fingerprint
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 4000)
        check.count(passages, "passages", 1...100)
        return check.problems
    }
}
