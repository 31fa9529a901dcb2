public import Vocabulary

/// South-South, triangular or other, by the countries that cooperate. Which are developing is said by `Country.isDeveloping`.
public enum CooperationDirection: String, Codable, CaseIterable, Sendable {
    /// Two or more developing countries and no other.
    case southSouth
    /// Two or more developing countries with at least one that is not.
    case triangular
    /// One developing country with others that are not.
    case northSouth
    /// Only countries that are not developing.
    case northNorth

    /// Nil for fewer than two countries.
    public init?(of countries: some Collection<CountryCode>) {
        let places = Set(countries).map(\.country)
        guard places.count >= 2 else { return nil }
        let developing = places.filter(\.isDeveloping).count
        switch (developing, places.count - developing) {
        case (0, _): self = .northNorth
        case (1, _): self = .northSouth
        case (_, 0): self = .southSouth
        default: self = .triangular
        }
    }
}
