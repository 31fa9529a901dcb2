public import Cooperation
public import Foundation
import GRDB

/// A request as lists show it.
public struct DossierCard: Sendable {
    public var request: Filed<Request>
    public var state: State
    public var since: Date
    /// When whoever has it is late.
    public var due: Date?
    public var passedBySilence: Bool
    /// The officer of the help desk who has the case; for the help desk alone.
    public var officer: AccountID?
    /// The help desk waits for somebody.
    public var isHeld: Bool
    /// A centre has handed it over to the global help desk.
    public var isReferred: Bool
}

extension Catalogue {
    /// All papers of one request; nil where there is none. Asks nobody's right: the desk does.
    public func dossier(_ id: RequestID) async throws(CatalogueError) -> Dossier? {
        try await read { db in try DossierReader.dossier(id.rawValue, db) }
    }

    /// Requests this person may read, in pages of `limit`.
    public func requests(
        _ filter: RequestFilter, for viewer: Viewer, at now: Date, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<DossierCard> {
        try await read { db in
            let moment = now.milliseconds
            let condition = filter.condition(for: viewer, at: moment)
            let total =
                try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM dossier d WHERE \(condition)").fetchOne(db) ?? 0
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT d.*, p.*, \(DossierCard.state(at: moment)) AS stateNow, s.body AS sentBody
                    FROM dossier d JOIN paper p ON p.id = d.request
                    LEFT JOIN requestRevision s ON s.request = d.request AND s.revision = d.sentRevision
                    WHERE \(condition) ORDER BY \(sql: filter.order.clause) LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try DossierCard(row: $0, for: viewer) }, total: total, offset: offset)
        }
    }

    /// Requests to which the clock may owe something by then: windows that end, questions and objections left lying.
    public func requestsOwedByTheClock(at now: Date) async throws(CatalogueError) -> [RequestID] {
        try await read { db in
            let names = try String.fetchAll(
                db,
                sql: """
                    SELECT request FROM dossier
                    WHERE merged IS NULL AND (state = 'submitted' OR state IN ('questioned', 'objected', 'answered') AND due < ?)
                    ORDER BY request
                    """, arguments: [now.milliseconds])
            return names.compactMap(RequestID.init(rawValue:))
        }
    }

    /// The institutions behind those introduced in a request.
    public func introducedOrganisations(in request: RequestID) async throws(CatalogueError) -> Set<OrganisationID> {
        try await read { db in
            let names = try String.fetchAll(
                db, sql: "SELECT organisation FROM introduced WHERE request = ?", arguments: [request.rawValue])
            return Set(names.compactMap(OrganisationID.init(rawValue:)))
        }
    }
}

extension DossierCard {
    /// The state with the clock's say, as an expression over `dossier d`.
    static func state(at now: Int64) -> SQL {
        "CASE WHEN d.passes IS NOT NULL AND d.passes < \(now) THEN 'passedBySilence' ELSE d.state END"
    }

    /// Its author sees what she is writing, everybody else what was sent.
    init(row: Row, for viewer: Viewer) throws {
        request = try PaperReader.filed(row)
        let isMine = viewer.signed(request.author) || viewer.organisations.contains(request.body.organisation)
        if !isMine, let sent: String = row["sentBody"] { request.body = try Request.decoded(from: Data(sent.utf8)) }
        let name: String = row["stateNow"]
        guard let state = State(rawValue: name) else { throw CatalogueError.storage("not a state: \(name)") }
        self.state = state
        let passes: Int64? = row["passes"]
        let since: Int64 = row["since"]
        self.since = Date(milliseconds: state == .passedBySilence ? passes ?? since : since)
        due = (row["due"] as Int64?).map(Date.init(milliseconds:))
        passedBySilence = row["bySilence"]
        let officer: String? = viewer.holds(.helpDesk) ? row["officer"] : nil
        self.officer = officer.flatMap(AccountID.init(rawValue:))
        isHeld = row["held"]
        isReferred = row["referred"]
    }
}

extension RequestFilter {
    func condition(for viewer: Viewer, at now: Int64) -> SQL {
        var parts: [SQL] = [VisibleRequests.condition(for: viewer, at: now), "d.merged IS NULL"]
        if !states.isEmpty { parts.append("\(DossierCard.state(at: now)) IN \(states.map(\.rawValue).sorted())") }
        if !countries.isEmpty { parts.append("d.country IN \(countries.map(\.description).sorted())") }
        if !organisations.isEmpty {
            parts.append("d.organisation IN \(Merged.family(of: organisations.map(\.rawValue).sorted()))")
        }
        if !among.isEmpty { parts.append("d.request IN \(among.map(\.rawValue).sorted())") }
        if let author { parts.append("d.author = \(author.rawValue)") }
        if !introducedTo.isEmpty {
            let names = introducedTo.map(\.rawValue).sorted()
            parts.append(
                "EXISTS (SELECT 1 FROM introduced n WHERE n.request = d.request AND n.organisation IN \(Merged.family(of: names)))"
            )
        }
        if !helpedBy.isEmpty {
            let names = helpedBy.map(\.rawValue).sorted()
            parts.append(Self.accepted("h.organisation IN \(Merged.family(of: names))"))
        }
        if let using {
            parts.append(
                """
                (EXISTS (SELECT 1 FROM mention m WHERE m.request = d.request AND m.record = \(using))
                    OR \(Self.accepted("h.candidate = \(using)")))
                """)
        }
        if let helpedWith { parts.append(Self.accepted("h.candidate = \(helpedWith.name)")) }
        if let subject { parts.append(Self.lists("$.subjects", anyOf: [subject.description])) }
        if !targets.isEmpty { parts.append(Self.lists("$.targets", anyOf: targets.map(\.description).sorted())) }
        if passedOnly { parts.append("d.passed IS NOT NULL") }
        if !pledgedBy.isEmpty {
            let names = pledgedBy.map(\.rawValue).sorted()
            parts.append(
                """
                EXISTS (SELECT 1 FROM paper g WHERE g.request = d.request AND g.kind = 'pledge'
                    AND json_extract(g.body, '$.organisation') IN \(names))
                """)
        }
        if let officer { parts.append("d.officer = \(officer.rawValue)") }
        if isUnassigned { parts.append("d.officer IS NULL") }
        if let isHeld { parts.append("d.held = \(isHeld)") }
        if let isReferred { parts.append("d.referred = \(isReferred)") }
        if isWaiting {
            parts.append("(d.held = 1 OR d.state NOT IN ('endorsed', 'passedBySilence', 'triaged', 'submitted'))")
        }
        if let due {
            let (from, to) = (due.lowerBound.milliseconds, due.upperBound.milliseconds)
            // A window that the clock has closed is nobody's delay.
            parts.append("d.due >= \(from) AND d.due < \(to) AND (d.passes IS NULL OR d.passes >= \(now))")
        }
        return parts.joined(separator: " AND ")
    }

    /// What was sent counts; of a draft, its newest revision.
    private static func lists(_ path: String, anyOf values: [String]) -> SQL {
        """
        EXISTS (SELECT 1 FROM requestRevision v, json_each(v.body, \(path)) j WHERE v.request = d.request
            AND v.revision = ifnull(d.sentRevision, (SELECT revision FROM paper WHERE id = d.request))
            AND j.value IN \(values))
        """
    }

    private static func accepted(_ condition: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM introduced h WHERE h.request = d.request AND h.fate = 'accepted' AND \(condition))"
    }
}

extension RequestFilter.Order {
    var clause: String {
        switch self {
        case .newest: "d.since DESC, d.request"
        case .due: "d.due IS NULL, d.due, d.request"
        case .oldest: "d.begun, d.request"
        }
    }
}
