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
    /// Nil: of the countries asked for.
    public var region: Region?
    /// Open requests and needs of the region, or of those countries.
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
        return Self.sorted(
            Region.allCases.flatMap { region in
                Self.gaps(of: region.countries.map { Code.of($0.code) }, in: region, on: day, reader)
            })
    }

    /// The same for some countries together.
    public func gaps(on day: CalendarDay, in countries: Set<CountryCode>) -> [Gap] {
        Self.sorted(Self.gaps(of: countries.sorted().map { Code.of($0) }, in: nil, on: day, index.reader))
    }

    private static func sorted(_ gaps: [Gap]) -> [Gap] {
        gaps.sorted { left, right in
            left.severity == right.severity
                ? (left.topic.name, left.region?.rawValue ?? "") < (right.topic.name, right.region?.rawValue ?? "")
                : left.severity > right.severity
        }
    }

    private static func gaps(
        of codes: [UInt32], in region: Region?, on day: CalendarDay, _ reader: Reader
    ) -> [Gap] {
        let providers = Filter.facet(Layout.kind, anyOf: [Code.of(.provider)])
        let spoken = counts(providers, reader)[Layout.workingLanguage] ?? [:]
        let there = Filter.facet(Layout.place, anyOf: codes)
        let serves = Filter.facet(Layout.covers, anyOf: codes + [Code.everywhere])
        let asking = Filter.all([
            .facet(Layout.kind, anyOf: Record.asking.map { Code.of($0) }.sorted()), there,
            .number(Layout.deadline, Double(day.ordinal)...Layout.always),
        ])
        let needs = counts(asking, reader)
        let offersThere = counts(.all([providers, serves, there]), reader)
        let offers = counts(.all([providers, serves]), reader)
        var gaps: [Gap] = []
        for (facet, topic) in topics {
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
        return gaps
    }

    static func counts(_ filter: Filter, _ reader: Reader) -> [FacetID: [UInt32: Int]] {
        reader.search(Query(filter: filter, limit: 0, counts: topics.map(\.facet))).counts
    }

    static let languages = CodeTable(
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
