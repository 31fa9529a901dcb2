/// The help desk brings a requester and a candidate together, with the reasons it gives to both.
public struct Introduction: Paper {
    public static let kind = PaperKind.introduction

    /// What may answer a need.
    public enum Candidate: Hashable, Sendable {
        case provider(ProviderID)
        case opportunity(OpportunityID)
        case practice(PracticeID)
        case resource(ResourceID)

        public var name: String {
            switch self {
            case .provider(let id): id.rawValue
            case .opportunity(let id): id.rawValue
            case .practice(let id): id.rawValue
            case .resource(let id): id.rawValue
            }
        }

        /// A record of the library: it can be handed out at once, and nobody speaks for it, so that it is used or not.
        public var isOfLibrary: Bool {
            switch self {
            case .practice, .resource: true
            case .provider, .opportunity: false
            }
        }

        public init?(name: String) {
            if let id = ProviderID(rawValue: name) {
                self = .provider(id)
            } else if let id = OpportunityID(rawValue: name) {
                self = .opportunity(id)
            } else if let id = PracticeID(rawValue: name) {
                self = .practice(id)
            } else if let id = ResourceID(rawValue: name) {
                self = .resource(id)
            } else {
                return nil
            }
        }
    }

    /// What the machine said of this candidate when it was chosen, kept as it was.
    public struct Suggestion: Hashable, Codable, Sendable {
        /// The version of the weights that ranked it.
        public var weights: String
        /// 1 for the first.
        public var rank: Int
        public var score: Double

        public init(weights: String, rank: Int, score: Double) {
            self.weights = weights
            self.rank = rank
            self.score = score
        }
    }

    public var request: RequestID
    public var candidate: Candidate
    /// The letter both sides read, with the reasons.
    public var letter: LocalizedText
    public var suggestion: Suggestion?

    public init(request: RequestID, candidate: Candidate, letter: LocalizedText, suggestion: Suggestion? = nil) {
        self.request = request
        self.candidate = candidate
        self.letter = letter
        self.suggestion = suggestion
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(letter, "letter", upTo: 8000)
        return check.problems
    }
}

extension Introduction.Candidate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let candidate = Introduction.Candidate(name: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a candidate: \(text)")
        }
        self = candidate
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
