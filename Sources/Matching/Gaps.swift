public import Cooperation
import SearchIndex
public import Vocabulary

/// Needs of one region against what is offered to it: whom to invite next (R1, M8).
public struct Gap: Hashable, Sendable {
    public enum Topic: Hashable, Sendable {
        case subject(SubjectID)
        case assistance(AssistanceTypeID)
        case language(LanguageCode)
    }

    public var topic: Topic
    public var region: Region
    /// Open requests and needs of the region.
    public var needs: Int
    /// Providers with their seat in the region.
    public var providersThere: Int
    /// All providers that serve the region, those there among them.
    public var providers: Int

    /// Needs for each provider; one from elsewhere counts a third, and nobody at all as a half.
    public var severity: Double {
        Double(needs) / (0.5 + Double(providersThere) + Double(providers - providersThere) / 3)
    }
}

extension MatchIndex {
    /// Where needs are many and offers few, the biggest gap first; only where there are needs.
    ///
    /// By theme, by type of assistance (the top of the tree) and by language, each in each of the Convention's regions.
    public func gaps(on day: CalendarDay) -> [Gap] {
        let reader = index.reader
        let providers = Filter.facet(Layout.kind, anyOf: [Code.of(.provider)])
        let spoken = Self.counts(providers, reader)[Layout.workingLanguage] ?? [:]
        var gaps: [Gap] = []
        for region in Region.allCases {
            let codes = region.countries.map { Code.of($0.code) }
            let there = Filter.facet(Layout.place, anyOf: codes)
            let serves = Filter.facet(Layout.covers, anyOf: codes + [Code.everywhere])
            let asking = Filter.all([
                .facet(Layout.kind, anyOf: Record.asking.map { Code.of($0) }.sorted()), there,
                .number(Layout.deadline, Double(day.ordinal)...Layout.always),
            ])
            let needs = Self.counts(asking, reader)
            let offersThere = Self.counts(.all([providers, serves, there]), reader)
            let offers = Self.counts(.all([providers, serves]), reader)
            for (facet, topic) in Self.topics {
                for (code, number) in needs[facet] ?? [:] {
                    guard let topic = topic(code) else { continue }
                    // The official languages of a country are many; those nobody works in are no gap by themselves.
                    if case .language(let language) = topic, language.language == nil, spoken[code] == nil { continue }
                    gaps.append(
                        Gap(
                            topic: topic, region: region, needs: number,
                            providersThere: offersThere[facet]?[code] ?? 0, providers: offers[facet]?[code] ?? 0))
                }
            }
        }
        return gaps.sorted { left, right in
            left.severity == right.severity
                ? (left.topic.name, left.region) < (right.topic.name, right.region) : left.severity > right.severity
        }
    }

    private static func counts(_ filter: Filter, _ reader: Reader) -> [FacetID: [UInt32: Int]] {
        reader.search(Query(filter: filter, limit: 0, counts: topics.map(\.facet))).counts
    }

    private static let languages = CodeTable(
        Set(Vocabulary.standard.countries.flatMap(\.languages)).sorted()
    ) { Code.of($0) }

    private static let topics: [(facet: FacetID, topic: @Sendable (UInt32) -> Gap.Topic?)] = [
        (Layout.subject, { CodeTables.subjects[$0].map(Gap.Topic.subject) }),
        (
            Layout.assistance,
            { code in
                CodeTables.assistance[code].flatMap { $0.level == 1 ? Gap.Topic.assistance($0) : nil }
            }
        ),
        (Layout.workingLanguage, { languages[$0].map(Gap.Topic.language) }),
    ]
}

extension Gap.Topic {
    /// For a steady order.
    fileprivate var name: String {
        switch self {
        case .subject(let id): "1" + id.description
        case .assistance(let id): "2" + id.description
        case .language(let code): "3" + code.description
        }
    }
}
