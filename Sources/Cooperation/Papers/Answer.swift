/// The help desk's direct answer, where no partner is needed: words, and what goes with them from the library.
public struct Answer: Paper {
    public static let kind = PaperKind.answer
    /// How many practices go with an answer at most, and how many resources.
    public static let most = 20

    public var request: RequestID
    public var text: LocalizedText
    public var practices: [PracticeID]
    public var resources: [ResourceID]

    public init(
        request: RequestID, text: LocalizedText, practices: [PracticeID] = [], resources: [ResourceID] = []
    ) {
        self.request = request
        self.text = text
        self.practices = practices
        self.resources = resources
    }

    /// With everything that is handed out sorted into its kind; what is not of the library is left out.
    public init(request: RequestID, text: LocalizedText, handingOut records: [Introduction.Candidate]) {
        self.init(request: request, text: text)
        for record in records {
            switch record {
            case .practice(let id): practices.append(id)
            case .resource(let id): resources.append(id)
            case .provider, .opportunity: break
            }
        }
    }

    /// What is handed out, practices first.
    public var handedOut: [Introduction.Candidate] {
        practices.map { .practice($0) } + resources.map { .resource($0) }
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 8000)
        check.count(practices, "practices", 0...Self.most)
        check.count(resources, "resources", 0...Self.most)
        return check.problems
    }
}

extension Answer {
    private enum Field: String, CodingKey { case request, text, practices, resources }

    /// Answers filed before resources could be handed out do not name any.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            request: try fields.decode(RequestID.self, forKey: .request),
            text: try fields.decode(LocalizedText.self, forKey: .text),
            practices: try fields.decode([PracticeID].self, forKey: .practices),
            resources: try fields.decodeIfPresent([ResourceID].self, forKey: .resources) ?? [])
    }

    /// Without resources it has the bytes it had before there were any.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(request, forKey: .request)
        try fields.encode(text, forKey: .text)
        try fields.encode(practices, forKey: .practices)
        if !resources.isEmpty { try fields.encode(resources, forKey: .resources) }
    }
}
