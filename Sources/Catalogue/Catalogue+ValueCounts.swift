public import Cooperation
import GRDB

extension Catalogue {
    /// A field by whose values a list of one kind is narrowed.
    public enum Facet: String, CaseIterable, Sendable {
        case subjects, languages, form, fee

        /// Several values in one record, or one.
        var isList: Bool { self == .subjects || self == .languages }
    }

    /// How many records of a list have each value of a field, by the value as papers write it.
    public func valueCounts(
        of kind: PaperKind, by facet: Facet, _ filter: RecordFilter
    ) async throws(CatalogueError) -> [String: Int] {
        try await read { db in
            let condition = filter.condition(for: kind)
            let path = "$." + facet.rawValue
            let found: SQL =
                facet.isList
                ? """
                SELECT value, COUNT(*) AS count
                FROM (SELECT json_extract(body, \(path)) AS list FROM paper WHERE \(condition)), json_each(list)
                GROUP BY value
                """
                : """
                SELECT json_extract(body, \(path)) AS value, COUNT(*) AS count FROM paper WHERE \(condition) GROUP BY 1
                """
            var counts: [String: Int] = [:]
            for row in try SQLRequest<Row>(literal: found).fetchAll(db) {
                if let value: String = row["value"] { counts[value] = row["count"] }
            }
            return counts
        }
    }
}
