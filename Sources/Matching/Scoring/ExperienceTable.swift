import Cooperation
import SearchIndex
import Vocabulary

/// What it counts that a provider has worked before with the country that asks, or with its neighbours, on a theme of the
/// question (R6).
struct ExperienceTable {
    private struct Place {
        var country: CountryCode
        var codes: [(subject: SubjectID, code: UInt32)]
    }

    private let home: Place?
    private let neighbours: [Place]
    private let homeCodes: [UInt32]
    private let allCodes: [UInt32]
    private let full: Double
    private let near: Double

    /// - Parameter home: nil where the asker is nowhere in particular; then nothing counts.
    init(home: CountryCode?, subjects: some Sequence<SubjectID>, _ weights: Weights) {
        let subjects = subjects.sorted()
        func place(_ country: CountryCode) -> Place {
            Place(
                country: country,
                codes: subjects.map { ($0, Code.of(Experience(country: country, subject: $0))) })
        }
        self.home = home.map(place)
        neighbours = home.map { $0.country.neighbours.sorted().map(place) } ?? []
        homeCodes = self.home?.codes.map(\.code).sorted() ?? []
        allCodes = (homeCodes + neighbours.flatMap { $0.codes.map(\.code) }).sorted()
        near = max(0, weights.experienceNear)
        full = max(near, weights.experience)
    }

    func value(_ stored: DocumentValues) -> Double {
        guard !homeCodes.isEmpty else { return 0 }
        let row = stored.facets.row(Layout.worked)
        if row.isEmpty { return 0 }
        if row.contains(where: homeCodes.contains) { return full }
        return row.contains(where: allCodes.contains) ? near : 0
    }

    /// The same as sums of what a filter lets through.
    var bonuses: [Ranking.Bonus] {
        guard !homeCodes.isEmpty else { return [] }
        return [
            .init(.facet(Layout.worked, anyOf: allCodes), value: near),
            .init(.facet(Layout.worked, anyOf: homeCodes), value: full - near),
        ]
    }

    /// The country that asks, else the neighbour with most of the themes; ties by code.
    func reason(_ stored: DocumentValues) -> Reason? {
        func shared(_ place: Place) -> [SubjectID] {
            place.codes.filter { stored.facets.has($0.code, Layout.worked) }.map(\.subject)
        }
        if let home, case let subjects = shared(home), !subjects.isEmpty {
            return .hasWorkedHere(home.country, subjects)
        }
        let found = neighbours.map { ($0.country, shared($0)) }.filter { !$0.1.isEmpty }
        return found.min { ($1.1.count, $0.0) < ($0.1.count, $1.0) }.map { .hasWorkedNearby($0.0, $0.1) }
    }
}
