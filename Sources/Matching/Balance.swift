public import Cooperation
import SearchIndex
public import Vocabulary

/// The membership of the roster against the needs, cut in four ways (R4).
public struct Balance: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case region(Region)
        case group(CountryGroup)
        case subject(SubjectID)
        case language(LanguageCode)
    }

    public struct Row: Hashable, Sendable {
        public var part: Part
        /// Providers with their seat there, on that theme, or working in that language.
        public var members: Int
        /// Open requests and needs of there, on that theme, or in countries of that language.
        public var needs: Int
        /// Of all members, and of all needs; 0 to 1. A member of three themes counts in each.
        public var shareOfMembers: Double
        public var shareOfNeeds: Double

        /// Below 0 where there are fewer members than the needs would have it.
        public var surplus: Double { shareOfMembers - shareOfNeeds }
    }

    public var members: Int
    public var needs: Int
    /// Regions and groups in the order of their lists; themes and languages with the greatest lack first.
    public var regions: [Row]
    public var groups: [Row]
    public var subjects: [Row]
    public var languages: [Row]
}

extension MatchIndex {
    /// - Parameter day: decides what is open and which countries belong to a group.
    public func balance(on day: CalendarDay) -> Balance {
        let reader = index.reader
        let providers = Filter.facet(Layout.kind, anyOf: [Code.of(.provider)])
        let asking = Filter.all([
            .facet(Layout.kind, anyOf: Record.asking.map { Code.of($0) }.sorted()),
            .number(Layout.deadline, Double(day.ordinal)...Layout.always),
        ])
        func total(_ filter: Filter) -> Int {
            reader.search(Query(filter: filter, limit: 0, counts: [Layout.kind])).total ?? 0
        }
        let (members, needs) = (total(providers), total(asking))
        func row(_ part: Balance.Part, _ memberCount: Int, _ needCount: Int) -> Balance.Row {
            Balance.Row(
                part: part, members: memberCount, needs: needCount,
                shareOfMembers: members > 0 ? Double(memberCount) / Double(members) : 0,
                shareOfNeeds: needs > 0 ? Double(needCount) / Double(needs) : 0)
        }
        func row(_ part: Balance.Part, in countries: some Sequence<CountryCode>) -> Balance.Row {
            let there = Filter.facet(Layout.place, anyOf: countries.map { Code.of($0) }.sorted())
            return row(part, total(.all([providers, there])), total(.all([asking, there])))
        }
        let (offered, asked) = (Self.counts(providers, reader), Self.counts(asking, reader))
        func rows(_ facet: FacetID, _ part: (UInt32) -> Balance.Part?) -> [Balance.Row] {
            let codes = Set((offered[facet] ?? [:]).keys).union((asked[facet] ?? [:]).keys)
            let rows = codes.sorted().compactMap { code in
                part(code).map { row($0, offered[facet]?[code] ?? 0, asked[facet]?[code] ?? 0) }
            }
            return rows.enumerated().sorted { ($0.element.surplus, $0.offset) < ($1.element.surplus, $1.offset) }
                .map(\.element)
        }
        return Balance(
            members: members, needs: needs,
            regions: Region.allCases.map { row(.region($0), in: $0.countries.map(\.code)) },
            groups: CountryGroup.allCases.map { row(.group($0), in: $0.members(on: day.start)) },
            subjects: rows(Layout.subject) { CodeTables.subjects[$0].map(Balance.Part.subject) },
            languages: rows(Layout.workingLanguage) { code in
                // The six languages of the site and those somebody works in; the official ones of all countries are many.
                guard let language = Self.languages[code] else { return nil }
                return language.language != nil || offered[Layout.workingLanguage]?[code] != nil
                    ? .language(language) : nil
            })
    }
}
