/// What a letter about an account is about: a link it carries, or a tidings.
public enum LetterMatter: Hashable, Sendable {
    case pass(Pass.Purpose)
    case tidings(Tidings.Matter)

    /// As the ledger and the names of messages have it. Purposes of links and matters of tidings have no name in common.
    public var name: String {
        switch self {
        case .pass(let purpose): purpose.rawValue
        case .tidings(let matter): matter.rawValue
        }
    }

    public init?(name: String) {
        if let purpose = Pass.Purpose(rawValue: name) {
            self = .pass(purpose)
        } else if let matter = Tidings.Matter(rawValue: name) {
            self = .tidings(matter)
        } else {
            return nil
        }
    }

    public static let all: [LetterMatter] =
        Pass.Purpose.allCases.map { .pass($0) } + Tidings.Matter.allCases.map { .tidings($0) }
}

extension LetterMatter: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let matter = LetterMatter(name: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no letter is about \(text)")
        }
        self = matter
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
