import Catalogue
import Cooperation
import Matching

extension Desk {
    /// Up to so many papers of a narrowed list are named by the index and put in order by the catalogue; of more, the
    /// catalogue goes through the list in its order until a page is full.
    private static let mostNamed = 2_000

    /// What the index says about a narrowed list, so that nobody counts by reading every paper of a kind; nil where the
    /// catalogue has to say it.
    func narrowed(
        _ kind: PaperKind, _ filter: RecordFilter
    ) async throws(DeskError) -> (total: Int, keys: [String]?)? {
        guard let narrowing = Narrowing(kind, filter) else { return nil }
        return await offTheLoop { [index] in index.papers(narrowing, naming: Self.mostNamed) }
    }
}

extension Narrowing {
    /// Nil where the filter narrows nothing, or by something that the index does not keep as the papers say it.
    init?(_ kind: PaperKind, _ filter: RecordFilter) {
        var rest = filter
        rest.order = .newest
        guard rest != RecordFilter() else { return nil }
        rest.subject = nil
        rest.target = nil
        rest.assistance = nil
        rest.country = nil
        rest.countries = []
        if kind == .opportunity {
            rest.openOn = nil
            rest.closesUntil = nil
            rest.closedBefore = nil
        }
        guard Self.kinds.contains(kind), rest == RecordFilter() else { return nil }
        // Both at once means two conditions.
        guard filter.country == nil || filter.countries.isEmpty else { return nil }
        let lasts = [filter.closesUntil, filter.closedBefore.map { $0.adding(days: -1) }].compactMap(\.self)
        self.init(
            kind: kind, subject: filter.subject, target: filter.target, assistance: filter.assistance,
            countries: filter.country.map { [$0] } ?? filter.countries, openOn: filter.openOn,
            closesUntil: lasts.min())
    }
}
