public import Cooperation
import SearchIndex
public import Vocabulary

/// Whom to look for, and where: a theme in a region on which more is asked than offered, with the kind of help and the
/// languages that are asked for most and offered least (R1).
public struct Sought: Hashable, Sendable {
    public var region: Region
    public var subject: SubjectID
    /// The kind of help; nil where those who ask have named none.
    public var assistance: AssistanceTypeID?
    /// At most two, the most wanted first.
    public var languages: [LanguageCode]
    /// Open requests and needs on the theme in the region.
    public var needs: Int
    /// Providers on the theme with their seat there.
    public var providersThere: Int
    /// All providers on the theme that serve the region.
    public var providers: Int

    /// As of a gap.
    public var severity: Double {
        Gap(
            topic: .subject(subject), region: region, needs: needs, providersThere: providersThere, providers: providers
        )
        .severity
    }
}

extension MatchIndex {
    /// Whom to look for, where it is needed most first: only where there is at least one need for each provider.
    public func sought(on day: CalendarDay) -> [Sought] {
        let reader = index.reader
        return gaps(on: day).compactMap { gap in
            guard case .subject(let subject) = gap.topic, let region = gap.region, gap.severity >= 1 else {
                return nil
            }
            return Self.sought(gap, subject, region, on: day, reader)
        }
    }

    private static func sought(
        _ gap: Gap, _ subject: SubjectID, _ region: Region, on day: CalendarDay, _ reader: Reader
    ) -> Sought {
        let codes = region.countries.map { Code.of($0.code) }
        let theme = Filter.facet(Layout.subject, anyOf: [Code.of(subject)])
        let asked = counts(
            .all([
                .facet(Layout.kind, anyOf: Record.asking.map { Code.of($0) }.sorted()), theme,
                .facet(Layout.place, anyOf: codes), .number(Layout.deadline, Double(day.ordinal)...Layout.always),
            ]), reader)
        let offered = counts(
            .all([
                .facet(Layout.kind, anyOf: [Code.of(.provider)]), theme,
                .facet(Layout.covers, anyOf: codes + [Code.everywhere]),
            ]), reader)
        /// Most wanted for what is offered; ties by name.
        func scarce<Value: Comparable>(_ facet: FacetID, _ value: (UInt32) -> Value?) -> [Value] {
            var rows: [(value: Value, lack: Double)] = []
            for (code, number) in asked[facet] ?? [:] {
                guard let value = value(code) else { continue }
                rows.append((value, Double(number) / (0.5 + Double(offered[facet]?[code] ?? 0))))
            }
            return rows.sorted { ($1.lack, $0.value) < ($0.lack, $1.value) }.map(\.value)
        }
        return Sought(
            region: region, subject: subject,
            assistance: scarce(Layout.assistance) { code in
                CodeTables.assistance[code].flatMap { $0.level == 1 ? $0 : nil }
            }.first,
            languages: Array(
                scarce(Layout.workingLanguage) { code in languages[code].flatMap { $0.language == nil ? nil : $0 } }
                    .prefix(2)),
            needs: gap.needs, providersThere: gap.providersThere, providers: gap.providers)
    }
}
