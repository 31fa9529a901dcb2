import Cooperation
import GRDB

/// Which rows of `dossier d` somebody may read: the same rule as `Dossier.mayRead`, as a condition in SQL. A test holds the
/// two against each other for every standing.
enum VisibleRequests {
    static func condition(for viewer: Viewer, at now: Int64) -> SQL {
        var parts: [SQL] = ["(d.passed IS NOT NULL AND d.confidential = 0)"]
        if let account = viewer.account {
            parts.append("d.author = \(account.rawValue)")
            parts.append(
                """
                (d.submitted IS NOT NULL AND EXISTS
                    (SELECT 1 FROM reader r WHERE r.request = d.request AND r.account = \(account.rawValue)))
                """)
        }
        let organisations = viewer.organisations.map(\.rawValue).sorted()
        if !organisations.isEmpty {
            parts.append("d.organisation IN \(organisations)")
            parts.append(
                """
                (d.submitted IS NOT NULL AND EXISTS
                    (SELECT 1 FROM introduced i WHERE i.request = d.request AND i.organisation IN \(organisations)))
                """)
        }
        let countries = viewer.countries.map(\.description).sorted()
        if !countries.isEmpty { parts.append("(d.submitted IS NOT NULL AND d.country IN \(countries))") }
        if viewer.grants.contains(where: { $0.role == .helpDesk && $0.hub == nil }) {
            parts.append("d.submitted IS NOT NULL")
        }
        let hubs = Set(viewer.grants.filter { $0.role == .helpDesk && $0.hub != nil }.flatMap(\.hubCountries))
        if !hubs.isEmpty {
            parts.append("(d.submitted IS NOT NULL AND d.country IN \(hubs.map(\.description).sorted()))")
        }
        return "(" + parts.joined(separator: " OR ") + ")"
    }
}
