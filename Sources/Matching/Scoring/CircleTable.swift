import SearchIndex
import Synchronization
import TextAnalysis
import Vocabulary

/// The circle of every country seen from one: read for every candidate that is shown.
struct CircleTable: Sendable {
    private let circles: [UInt32: (circle: Circle, country: CountryCode)]
    private let filters: [Circle: Filter]
    let home: CountryCode
    /// The terms of its name, by language.
    let names: [Language: Set<String>]
    /// What stands in more countries is at home in none of them.
    private static let mostHomes = 3

    private static let known = Mutex<[CountryCode: CircleTable]>([:])

    /// Each is made once: there are no more than countries.
    static func of(_ home: CountryCode) -> CircleTable {
        if let table = known.withLock({ $0[home] }) { return table }
        let made = CircleTable(from: home)
        known.withLock { $0[home] = made }
        return made
    }

    private init(from home: CountryCode) {
        self.home = home
        names = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                let terms = Analyzer.of(language).terms(in: home.country.name(in: language))
                return (language, Set(terms.map(\.text)))
            })
        let vocabulary = Vocabulary.standard
        circles = Dictionary(
            vocabulary.countries.map { country in
                (Code.of(country.code), (vocabulary.circle(of: country.code, from: home), country.code))
            }
        ) { first, _ in first }
        filters = Dictionary(
            uniqueKeysWithValues: Circle.byRank.map { [circles] circle in
                let codes = circles.filter { $0.value.circle == circle }.keys.sorted()
                let near = Filter.facet(Layout.place, anyOf: codes)
                return (circle, circle == .home ? .all([near, .facetCount(Layout.place, 0...Self.mostHomes)]) : near)
            })
    }

    /// The nearest of some places; ties by code. What stands in many countries, home among them, is not at home: it is
    /// where the nearest of the others is.
    func nearest(_ places: UnsafeBufferPointer<UInt32>) -> (circle: Circle, country: CountryCode?) {
        var best: (circle: Circle, country: CountryCode)?
        for place in places {
            guard let found = circles[place], places.count <= Self.mostHomes || found.circle != .home else { continue }
            if let known = best, (known.circle, known.country) <= (found.circle, found.country) { continue }
            best = found
        }
        return best.map { ($0.circle, $0.country) } ?? (.others, nil)
    }

    /// What stands in a circle, or in a nearer one: `nearest` as a filter, for those in none of the nearer circles.
    func filter(circle: Circle) -> Filter { filters[circle] ?? .any([]) }
}
