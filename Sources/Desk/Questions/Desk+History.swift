import Catalogue
public import Cooperation
public import Foundation
import Ledger

/// One paper as its history shows it: who filed it, when, and what it changed.
public struct PaperVersion: Sendable {
    public var kind: PaperKind
    public var paper: String
    /// 1 for the first.
    public var revision: Int
    public var author: Author
    public var at: Date
    /// Against the revision before it, or the paper of its kind that it replaces.
    public var changes: [FieldChange]
}

extension Desk {
    /// Every paper of a request that this person may read, in order, with what each changed. Of the request itself its author
    /// sees every revision; others those that were sent; the public those that its country let pass.
    public func history(of id: RequestID, for viewer: Viewer) async throws(DeskError) -> [PaperVersion] {
        let view = try await dossier(id, for: viewer)
        let dossier = view.dossier
        var versions = Desk.versions(of: try await readableRevisions(of: view))
        versions += Desk.single(dossier.submissions) + Desk.single(dossier.positions) + Desk.single(dossier.answers)
        // Whom the desk thought of is told to outsiders only once both sides said yes.
        let told = dossier.introductions.filter { view.isInside || dossier.fate(of: $0) == .accepted }
        versions += Desk.single(told) + Desk.single(dossier.replies) + Desk.single(dossier.pledges)
        versions += Desk.single(dossier.messages) + Desk.single(dossier.reminders) + Desk.single(dossier.closings)
        versions += Desk.single(dossier.referrals)
        versions += Desk.single(dossier.charges) + Desk.single(dossier.nudges) + Desk.single(dossier.reports)
        // A later assessment or plan takes the place of the one before.
        versions += Desk.versions(of: dossier.assessments) + Desk.versions(of: dossier.plans)
        for paper in dossier.tasks { versions += Desk.versions(of: try await revisions(of: paper.id)) }
        for paper in dossier.feedback { versions += Desk.versions(of: try await revisions(of: paper.id)) }
        for paper in dossier.holds {
            var all: [Filed<Hold>] = try await revisions(of: paper.id)
            if !view.standings.contains(.helpDesk) {
                for index in all.indices { all[index].body.reason = LocalizedText() }
            }
            versions += Desk.versions(of: all)
        }
        return versions.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private func readableRevisions(of view: DossierView) async throws(DeskError) -> [Filed<Request>] {
        let dossier = view.dossier
        let all: [Filed<Request>] = try await revisions(of: dossier.id)
        if view.standings.contains(.requester) { return all }
        let sent = dossier.submissions.enumerated().filter { index, _ in
            view.isInside
                || dossier.positions.contains {
                    $0.body.submission == index + 1
                        && ($0.body.stance == .endorsement || $0.body.stance == .silence)
                }
        }
        let numbers = Set(sent.map(\.element.body.revision))
        return all.filter { numbers.contains($0.revision) }
    }

    /// All revisions of a record that everybody may read, or of a ready text for the help desk, oldest first. The request a
    /// record names may be a draft or confidential: it is not told, nor a revision that did nothing else.
    /// - Throws: `notFound` for everything else.
    public func history(ofRecord key: String, for viewer: Viewer) async throws(DeskError) -> [PaperVersion] {
        if let id = WordingID(rawValue: key), viewer.may(.keepWordings) {
            return Desk.versions(of: try await self.versions(of: id, for: viewer))
        }
        guard let kind = PaperKind(rawValue: String(key.prefix { $0 != "-" })) else { throw .notFound }
        func told<Body: PublicPaper>(_: Body.Type) async throws(DeskError) -> [PaperVersion] {
            guard let id = ID<Body>(rawValue: key) else { throw .notFound }
            return Desk.versions(of: try await history(of: id, for: viewer), leavingOut: "request").filter {
                $0.revision == 1 || !$0.changes.isEmpty
            }
        }
        switch kind {
        case .organisation: return try await told(Organisation.self)
        case .hub: return try await told(Hub.self)
        case .provider: return try await told(ProviderProfile.self)
        case .opportunity: return try await told(Opportunity.self)
        case .practice: return try await told(Practice.self)
        case .need: return try await told(Need.self)
        case .resource: return try await told(Resource.self)
        case .partnership: return try await told(Partnership.self)
        case .event: return try await told(Event.self)
        case .project: return try await told(Project.self)
        case .rule: return try await told(NonObjectionRule.self)
        default: throw .notFound
        }
    }

    /// Papers of which each replaces the one before.
    private static func versions<Body: Paper>(
        of papers: [Filed<Body>], leavingOut hidden: String? = nil
    ) -> [PaperVersion] {
        var before: [PaperField] = []
        return papers.map { paper in
            // A body that was read can be written: it came out of JSON.
            let fields = ((try? paper.body.fields()) ?? []).filter { $0.name != hidden }
            defer { before = fields }
            return version(paper, FieldChange.changes(from: before, to: fields))
        }
    }

    /// Papers of which each stands for itself.
    private static func single<Body: Paper>(_ papers: [Filed<Body>]) -> [PaperVersion] {
        papers.map { paper in
            version(paper, FieldChange.changes(from: [], to: (try? paper.body.fields()) ?? []))
        }
    }

    private static func version<Body: Paper>(_ paper: Filed<Body>, _ changes: [FieldChange]) -> PaperVersion {
        PaperVersion(
            kind: Body.kind, paper: paper.id.rawValue, revision: paper.revision, author: paper.author, at: paper.at,
            changes: changes)
    }
}
