public import Vocabulary

/// The places an offer is for.
public enum Coverage: Hashable, Sendable {
    case everywhere
    case countries(Set<CountryCode>)

    public func contains(_ country: CountryCode) -> Bool {
        switch self {
        case .everywhere: true
        case .countries(let list): list.contains(country)
        }
    }
}

extension Coverage: Codable {
    private enum CodingKeys: String, CodingKey { case everywhere, countries }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if try container.decodeIfPresent(Bool.self, forKey: .everywhere) == true {
            self = .everywhere
        } else {
            self = .countries(Set(try container.decode([CountryCode].self, forKey: .countries)))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .everywhere: try container.encode(true, forKey: .everywhere)
        case .countries(let list): try container.encode(list.sorted(), forKey: .countries)
        }
    }
}
