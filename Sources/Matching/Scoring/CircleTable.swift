import SearchIndex
import Vocabulary

/// The circle of every country seen from one: made once for a request, read for every candidate.
struct CircleTable {
    private let circles: [UInt32: (circle: Circle, country: CountryCode)]
    let home: CountryCode
    /// What stands in more countries is at home in none of them.
    private static let mostHomes = 3

    init(from home: CountryCode) {
        self.home = home
        let vocabulary = Vocabulary.standard
        circles = Dictionary(
            vocabulary.countries.map { country in
                (Code.of(country.code), (vocabulary.circle(of: country.code, from: home), country.code))
            }
        ) { first, _ in first }
    }

    /// The nearest of some places; ties by code. What stands in many countries, home among them, is not at home: it is
    /// where the nearest of the others is.
    func nearest(_ places: [UInt32]?) -> (circle: Circle, country: CountryCode?) {
        guard let places, !places.isEmpty else { return (.others, nil) }
        var best: (circle: Circle, country: CountryCode)?
        for place in places {
            guard let found = circles[place], places.count <= Self.mostHomes || found.circle != .home else { continue }
            if let known = best, (known.circle, known.country) <= (found.circle, found.country) { continue }
            best = found
        }
        return best.map { ($0.circle, $0.country) } ?? (.others, nil)
    }

    /// The codes of the countries in a circle.
    func codes(in circle: Circle) -> [UInt32] { circles.filter { $0.value.circle == circle }.keys.sorted() }

    /// What stands in a circle, or in a nearer one: `nearest` as a filter, for those in none of the nearer circles.
    func filter(circle: Circle) -> Filter {
        let near = Filter.facet(Layout.place, anyOf: codes(in: circle))
        return circle == .home ? .all([near, .facetCount(Layout.place, 0...Self.mostHomes)]) : near
    }
}
