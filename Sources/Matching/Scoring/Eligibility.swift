import Cooperation
import SearchIndex

/// What may be proposed at all.
struct Eligibility {
    let wanted: Wanted
    let kinds: Set<PaperKind>

    init(_ wanted: Wanted, _ kinds: Set<PaperKind>) {
        self.wanted = wanted
        self.kinds = kinds
    }

    var filter: Filter {
        var filters: [Filter] = [
            .facet(Layout.kind, anyOf: kinds.map { Code.of($0) }.sorted()),
            .number(Layout.deadline, Double(wanted.day.ordinal)...Layout.always),
        ]
        if let country = wanted.country {
            let codes = [Code.everywhere, Code.of(country)]
            filters.append(.facet(Layout.covers, anyOf: codes))
            filters.append(.facet(Layout.eligible, anyOf: codes))
        }
        // Asked for once: kept apart, so that the rest is remembered.
        return wanted.leftOut.isEmpty ? .all(filters) : .all([.all(filters), .not(.keys(wanted.leftOut.sorted()))])
    }

    /// Nil where it may be proposed.
    func refusal(_ key: String, _ stored: StoredDocument) -> WhyNot? {
        if wanted.leftOut.contains(key) { return .leftOut }
        let kind = CodeTables.kinds.values(of: stored.facets[Layout.kind]).first
        guard let kind, kinds.contains(kind) else { return .otherKind }
        if let deadline = stored.numbers[Layout.deadline], deadline < Double(wanted.day.ordinal) {
            return .closed(CalendarDay(ordinal: Int(deadline)))
        }
        if let country = wanted.country {
            let eligible = stored.facets[Layout.eligible] ?? []
            if !eligible.contains(Code.everywhere) && !eligible.contains(Code.of(country)) {
                return .notOpenTo(country)
            }
            let covers = stored.facets[Layout.covers] ?? []
            if !covers.contains(Code.everywhere) && !covers.contains(Code.of(country)) {
                return .doesNotCover(country)
            }
        }
        return nil
    }
}
