public import Catalogue
public import Cooperation
public import Vocabulary

/// By which values a list of events can be narrowed, each with how many events it would show then.
public struct EventCounts: Sendable {
    public var subjects: [SubjectID: Int]
    public var languages: [LanguageCode: Int]
    public var forms: [Event.Form: Int]
    public var free: Int
    /// Those for at least one country of the region, those for everybody among them.
    public var regions: [Region: Int]
}

extension Desk {
    /// How many events of a list have each value. Each field is counted as if the list were not narrowed by it, so that what
    /// else there is can be seen.
    public func eventCounts(_ filter: RecordFilter) async throws(DeskError) -> EventCounts {
        func count(_ facet: Catalogue.Facet, _ change: (inout RecordFilter) -> Void) async throws(DeskError) -> [String:
            Int]
        {
            var open = filter
            change(&open)
            let asked = open
            return try await asking { try await catalogue.valueCounts(of: .event, by: facet, asked) }
        }
        func keyed<Key: Hashable>(_ counts: [String: Int], _ key: (String) -> Key?) -> [Key: Int] {
            Dictionary(counts.compactMap { name, count in key(name).map { ($0, count) } }, uniquingKeysWith: +)
        }
        var regions: [Region: Int] = [:]
        for region in Region.allCases {
            var there = filter
            there.countries = Set(region.countries.map(\.code))
            regions[region] = try await records(Event.self, there, limit: 1).total
        }
        return EventCounts(
            subjects: keyed(try await count(.subjects) { $0.subject = nil }) { SubjectID($0) },
            languages: keyed(try await count(.languages) { $0.language = nil }) { LanguageCode($0) },
            forms: keyed(try await count(.form) { $0.form = nil }) { Event.Form(rawValue: $0) },
            free: try await count(.fee) { $0.isFree = false }[Event.Fee.free.rawValue] ?? 0, regions: regions)
    }
}
