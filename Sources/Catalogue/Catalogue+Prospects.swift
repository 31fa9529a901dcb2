public import Cooperation
import GRDB

extension Catalogue {
    /// Every invitation to the roster with what came of it, the newest first.
    public func prospects() async throws(CatalogueError) -> [Prospect] {
        try await read { db in
            let invitations: [Filed<Invitation>] = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'invitation' AND json_extract(body, '$.engagement') IS NOT NULL ORDER BY begun DESC, id
                    """
            ).map { try PaperReader.filed($0) }
            let names = invitations.map(\.id.rawValue)
            let steps = try self.steps(of: names, db)
            let appointments = try self.appointments(of: names, db)
            let refused = try self.refused(steps.values.flatMap { $0 }.compactMap { $0.body.pass?.rawValue }, db)
            return try invitations.compactMap { invitation in
                guard let engagement = invitation.body.engagement else { return nil }
                let own = steps[invitation.id] ?? []
                let appointment = appointments[invitation.id]
                let last = own.last { $0.body.pass != nil }?.body.pass?.rawValue
                return Prospect(
                    invitation: invitation, engagement: engagement, steps: own, appointment: appointment,
                    offers: try appointment?.body.organisation.map { try self.offers(of: $0, db) } ?? [],
                    isUndelivered: last.map(refused.contains) ?? false)
            }
        }
    }

    private func steps(of names: [String], _ db: Database) throws -> [InvitationID: [Filed<Outreach>]] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT \(sql: PaperReader.columns) FROM paper
                WHERE kind = 'outreach' AND json_extract(body, '$.invitation') IN \(names) ORDER BY first
                """
        ).fetchAll(db)
        let all: [Filed<Outreach>] = try rows.map { try PaperReader.filed($0) }
        return Dictionary(grouping: all, by: \.body.invitation)
    }

    private func appointments(of names: [String], _ db: Database) throws -> [InvitationID: Filed<Appointment>] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT \(sql: PaperReader.columns) FROM paper
                WHERE kind = 'appointment' AND json_extract(body, '$.invitation') IN \(names) ORDER BY first
                """
        ).fetchAll(db)
        var found: [InvitationID: Filed<Appointment>] = [:]
        for row in rows {
            let filed: Filed<Appointment> = try PaperReader.filed(row)
            if let id = filed.body.invitation { found[id] = filed }
        }
        return found
    }

    /// Those of these links whose letter the mail server did not take.
    private func refused(_ passes: [String], _ db: Database) throws -> Set<String> {
        try SQLRequest<String>(
            literal: """
                SELECT json_extract(body, '$.about') FROM paper
                WHERE kind = 'dispatch' AND json_extract(body, '$.about') IN \(passes)
                    AND json_extract(body, '$.outcome') IN ('refused', 'givenUp')
                """
        ).fetchSet(db)
    }

    private func offers(of organisation: OrganisationID, _ db: Database) throws -> [(id: ProviderID, isListed: Bool)] {
        try SQLRequest<Row>(
            literal: """
                SELECT id, listing = 1 AS listed FROM paper
                WHERE \(ParticipantRows.offering(.provider)) AND json_extract(body, '$.organisation') IN
                    \(Merged.family(of: [organisation.rawValue])) ORDER BY first
                """
        ).fetchAll(db).compactMap { row in
            ProviderID(rawValue: row["id"]).map { ($0, row["listed"] as Bool) }
        }
    }
}
