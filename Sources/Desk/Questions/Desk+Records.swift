public import Catalogue
public import Cooperation
import Foundation
import Ledger
public import Vocabulary

extension Desk {
    /// A paper of a kind everybody may read: institutions, hubs, providers, opportunities, practices, needs, rules. A provider
    /// or a practice that was not admitted yet is read by those alone who keep or review it.
    public func record<Body: PublicPaper>(
        _ id: ID<Body>, for viewer: Viewer = .visitor
    ) async throws(DeskError) -> Filed<Body> {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else {
            let past = try await asking { try await ledger.history(of: PaperID(id.rawValue)) }
            throw past.isEmpty ? .notFound : .gone
        }
        guard let record = Kept(name: id.rawValue),
            let upkeep = try await asking({ try await catalogue.upkeep(of: record) })
        else { return filed }
        guard upkeep.standing.isPublic || keeps(filed, viewer) || viewer.may(.review) else { throw .notFound }
        return filed
    }

    /// Whether this person keeps a record: she wrote it, or speaks for the institution it belongs to.
    func keeps<Body: Paper>(_ filed: Filed<Body>, _ viewer: Viewer) -> Bool {
        if viewer == .office { return true }
        guard viewer.isSignedIn else { return false }
        return viewer.signed(filed.author) || !filed.body.institutions.isDisjoint(with: viewer.organisations)
    }

    public func records<Body: PublicPaper>(_ ids: [ID<Body>]) async throws(DeskError) -> [Filed<Body>] {
        try await asking { try await catalogue.listed(ids) }
    }

    /// All of a kind, the newest first.
    public func records<Body: PublicPaper>(
        _ kind: Body.Type, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<Filed<Body>> {
        try await asking { try await catalogue.all(kind, limit: limit, offset: offset) }
    }

    /// Those of a kind that a list asks for.
    public func records<Body: PublicPaper>(
        _ kind: Body.Type, _ filter: RecordFilter, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<Filed<Body>> {
        guard let told = try await narrowed(Body.kind, filter) else {
            return try await asking { try await catalogue.papers(kind, filter, limit: limit, offset: offset) }
        }
        return try await asking {
            let items = try await catalogue.papers(
                kind, filter, among: told.keys, limit: limit, offset: offset)
            return Page(items: items, total: told.total, offset: offset)
        }
    }

    /// How long a country's focal point has, and which days count; the standard rule where it has set none.
    public func rule(of country: CountryCode) async throws(DeskError) -> NonObjectionRule {
        try await asking { try await catalogue.rule(of: country) }
    }

    /// Whether somebody is named here as focal point of a country today, and the institution that is her office where her
    /// appointment says so. Who she is nobody learns.
    public func focalPoint(of country: CountryCode) async throws(DeskError) -> (isNamed: Bool, office: OrganisationID?)
    {
        let held = try await asking { try await catalogue.appointments(for: country) }
            .filter { $0.body.role == .focalPoint && $0.body.country == country && $0.body.isHeld(on: today) }
        return (!held.isEmpty, held.lazy.compactMap(\.body.organisation).first)
    }

    /// What these institutions have put down of one kind, the newest first.
    public func records<Body: PublicPaper>(
        _ kind: Body.Type, of organisations: Set<OrganisationID>
    ) async throws(DeskError) -> [Filed<Body>] {
        try await asking { try await catalogue.papers(kind, of: organisations, listed: true) }
    }

    /// What an institution has put down of one kind.
    public func records<Body: PublicPaper>(
        _ kind: Body.Type, of organisation: OrganisationID
    ) async throws(DeskError) -> [Filed<Body>] {
        try await asking { try await catalogue.papers(kind, of: [organisation], listed: true) }
    }

    /// Practices that were begun from this one and that everybody can read.
    public func practices(begunFrom id: PracticeID, limit: Int = 5) async throws(DeskError) -> [Filed<Practice>] {
        try await asking { try await catalogue.practices(begunFrom: id, limit: limit) }
    }

    /// All revisions of a public record, oldest first: who wrote it, when, and what it said.
    public func history<Body: PublicPaper>(
        of id: ID<Body>, for viewer: Viewer = .visitor
    ) async throws(DeskError) -> [Filed<Body>] {
        _ = try await record(id, for: viewer)
        return try await revisions(of: id)
    }

    /// All revisions of a paper whose bodies are kept, oldest first. Asks nobody's right.
    func revisions<Body: Paper>(of id: ID<Body>) async throws(DeskError) -> [Filed<Body>] {
        let entries = try await asking { try await ledger.history(of: PaperID(id.rawValue)) }
        return entries.compactMap { entry in
            guard let body = entry.body, let author = Author(name: entry.author),
                let decoded = try? Body.decoded(from: body)
            else { return nil }
            return Filed(id: id, revision: entry.revision, author: author, at: entry.at, body: decoded)
        }
    }

    /// The names of people who wrote papers, for those who may know them: only who has signed in. Who was erased has the
    /// empty name.
    public func names(of accounts: Set<AccountID>, for viewer: Viewer) async throws(DeskError) -> [AccountID: String] {
        guard viewer.isSignedIn else { return [:] }
        let filed = try await asking { try await catalogue.papers(accounts.sorted()) }
        let names = Dictionary(uniqueKeysWithValues: filed.map { ($0.id, $0.body.name) })
        let missing = accounts.subtracting(names.keys)
        if missing.isEmpty { return names }
        let erased = try await asking { try await catalogue.erased(among: missing) }
        return names.merging(erased.map { ($0, "") }) { name, _ in name }
    }
}

/// Kinds of papers that everybody may read as they are. Requests are not among them: see `Desk.dossier`.
public protocol PublicPaper: Paper {}

extension Organisation: PublicPaper {}
extension Hub: PublicPaper {}
extension ProviderProfile: PublicPaper {}
extension Opportunity: PublicPaper {}
extension Practice: PublicPaper {}
extension Need: PublicPaper {}
extension Partnership: PublicPaper {}
extension Event: PublicPaper {}
extension Project: PublicPaper {}
extension NonObjectionRule: PublicPaper {}
