public import Cooperation
import GRDB
public import Vocabulary

extension Catalogue {
    /// With which countries each of these providers has worked, on what themes: in partnerships of its institution that have
    /// begun, and in requests it helped with that everybody may read and whose work is under way or came to an end.
    ///
    /// - Parameter seats: where the institutions stand.
    public func experience(
        of providers: [Filed<ProviderProfile>], seats: [OrganisationID: CountryCode], on day: CalendarDay
    ) async throws(CatalogueError) -> [ProviderID: Set<Experience>] {
        if providers.isEmpty { return [:] }
        return try await read { db in
            let heads = try Heads(db)
            var found = try self.helped(providers.map(\.id.rawValue), db)
            let partnerships = try self.partnerships(db)
            var ofHead: [String: [Partnership]] = [:]
            for partnership in partnerships {
                for head in Set(partnership.organisations.map({ heads.of($0.rawValue) })) {
                    ofHead[head, default: []].append(partnership)
                }
            }
            for provider in providers {
                let organisation = provider.body.organisation
                for partnership in ofHead[heads.of(organisation.rawValue)] ?? [] {
                    let worked = partnership.experience(ofOneIn: seats[organisation], on: day)
                    found[provider.id, default: []].formUnion(worked)
                }
            }
            return found
        }
    }

    private func partnerships(_ db: Database) throws -> [Partnership] {
        try Row.fetchAll(db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE kind = 'partnership'")
            .map { try PaperReader.filed($0, as: Partnership.self).body }
    }

    /// As the request was sent: what its author changed since is not everybody's yet.
    private func helped(_ names: [String], _ db: Database) throws -> [ProviderID: Set<Experience>] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT i.candidate, d.country, s.value AS subject
                FROM introduced i JOIN dossier d ON d.request = i.request
                JOIN requestRevision r ON r.request = d.request AND r.revision = d.sentRevision,
                    json_each(r.body, '$.subjects') s
                WHERE i.candidate IN \(names) AND i.fate = 'accepted' AND d.confidential = 0 AND d.passed IS NOT NULL
                    AND d.state IN ('underWay', 'reported', 'closed')
                """
        ).fetchAll(db)
        var found: [ProviderID: Set<Experience>] = [:]
        for row in rows {
            guard let id = ProviderID(rawValue: row["candidate"]), let country = CountryCode(row["country"] as String),
                let subject = SubjectID(row["subject"] as String)
            else { continue }
            found[id, default: []].insert(Experience(country: country, subject: subject))
        }
        return found
    }
}

/// Which record each merged one leads on to in the end.
private struct Heads {
    private let targets: [String: String]

    init(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT record, target FROM merged")
        targets = Dictionary(rows.map { ($0["record"], $0["target"]) }) { first, _ in first }
    }

    func of(_ record: String) -> String {
        var head = record
        for _ in 0..<20 {
            guard let next = targets[head] else { break }
            head = next
        }
        return head
    }
}
