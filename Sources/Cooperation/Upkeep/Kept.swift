/// A record that somebody has to keep true: what a provider offers, a good practice, a resource. Before everybody sees it, it is
/// reviewed by published criteria; from then on it is good until a day, and its keeper is reminded before (R2, L2).
public enum Kept: Hashable, Sendable {
    case provider(ProviderID)
    case practice(PracticeID)
    case resource(ResourceID)

    public var name: String {
        switch self {
        case .provider(let id): id.rawValue
        case .practice(let id): id.rawValue
        case .resource(let id): id.rawValue
        }
    }

    public var kind: PaperKind {
        switch self {
        case .provider: .provider
        case .practice: .practice
        case .resource: .resource
        }
    }

    public init?(name: String) {
        if let id = ProviderID(rawValue: name) {
            self = .provider(id)
        } else if let id = PracticeID(rawValue: name) {
            self = .practice(id)
        } else if let id = ResourceID(rawValue: name) {
            self = .resource(id)
        } else {
            return nil
        }
    }
}

extension Kept: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let kept = Kept(name: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "nothing that is kept: \(text)")
        }
        self = kept
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
