public import Cooperation
import Foundation
import GRDB
import Vocabulary

extension Catalogue {
    /// All needs as the matrix counts them, in the order of their identifiers. Only requests that everybody may read move a
    /// need's state, so that no figure tells of a confidential one.
    public func needEntries() async throws(CatalogueError) -> [NeedEntry] {
        try await read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT p.id, p.begun, json_extract(p.body, '$.country') AS country,
                        json_extract(p.body, '$.heading') AS heading, json_extract(p.body, '$.subjects') AS subjects,
                        json_extract(p.body, '$.targets') AS targets, json_extract(p.body, '$.priority') AS priority,
                        json_extract(p.body, '$.year') AS year, json_extract(p.body, '$.ended') AS ended, d.state
                    FROM paper p LEFT JOIN dossier d ON d.request = json_extract(p.body, '$.request')
                        AND d.passed IS NOT NULL AND d.confidential = 0
                    WHERE p.kind = 'need' ORDER BY p.id
                    """)
            var entries: [NeedEntry] = []
            while let row = try rows.next() {
                if let entry = try NeedEntry(row: row) { entries.append(entry) }
            }
            return entries
        }
    }
}

extension NeedEntry {
    /// Nil for a row that names a country of a newer list.
    fileprivate init?(row: Row) throws {
        let name: String = row["id"]
        guard let id = NeedID(rawValue: name), let country = CountryCode(row["country"] as String) else { return nil }
        let begun = CalendarDay(Date(milliseconds: row["begun"]))
        self.init(
            id: id, country: country, heading: (row["heading"] as String?).flatMap(NeedHeading.init(rawValue:)),
            subjects: try Self.list(row["subjects"]).compactMap { SubjectID($0) },
            targets: try Self.list(row["targets"]).compactMap { FrameworkTarget($0) },
            priority: (row["priority"] as String?).flatMap(Need.Priority.init(rawValue:)),
            year: row["year"] as Int? ?? begun.components.year,
            state: NeedState(
                ended: (row["ended"] as String?).flatMap(Need.Ending.init(rawValue:)),
                request: (row["state"] as String?).flatMap(State.init(rawValue:))))
    }

    private static func list(_ json: String?) throws -> [String] {
        guard let json, json != "[]" else { return [] }
        return try JSONDecoder().decode([String].self, from: Data(json.utf8))
    }
}
