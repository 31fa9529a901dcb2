import Catalogue
public import Cooperation
public import Documents
import Foundation

extension Desk {
    /// A document with its potential needs, for who may decide about them.
    public func work(on id: DocumentID, for viewer: Viewer) async throws(DeskError) -> DocumentWork {
        let document = try await document(id, for: viewer)
        let reading = try await newestReading(of: id)
        let potentials = try await potentials(of: id)
        let decisions = try await asking { try await catalogue.papers(Decision.self, about: id) }
        let earlier = try await earlierDecisions(of: document, potentials)
        let decided = PotentialStanding.decided(decisions)
        var progress: DocumentMiner.Progress?
        if let reading { progress = await readings.progress(of: reading.id) }
        var before: Filed<NationalDocument>?
        if let follows = document.body.follows { before = try await asking { try await catalogue.paper(follows) } }
        let after = try await asking { try await catalogue.successor(of: id) }
        return DocumentWork(
            document: document, reading: reading, progress: progress,
            items: potentials.map { potential in
                let standing = decided[potential.id].map { PotentialStanding.decided($0) } ?? earlier[potential.id]
                return DocumentWork.Item(potential: potential, standing: standing ?? .waiting)
            }, decisions: decisions, before: before, after: after)
    }

    /// The text of a document that was read; nil before.
    public func text(of id: DocumentID, for viewer: Viewer) async throws(DeskError) -> SourceDocument? {
        _ = try await document(id, for: viewer)
        guard let digest = try await newestReading(of: id)?.body.text else { return nil }
        let data = try await stored(digest)
        let decoded = await offTheLoop { try? JSONDecoder().decode(SourceDocument.self, from: data) }
        guard let decoded else { throw .unavailable(Self.fileIsMissing) }
        return decoded
    }

    /// What is new, gone and reworded since the version before; nil where there is none.
    public func changes(
        in id: DocumentID, for viewer: Viewer
    ) async throws(DeskError) -> (before: Filed<NationalDocument>, comparison: VersionComparison)? {
        let document = try await document(id, for: viewer)
        guard let follows = document.body.follows else { return nil }
        let before = try await paper(follows)
        let old = try await potentials(of: follows)
        let new = try await potentials(of: id)
        return (before, await offTheLoop { VersionComparison(old: old, new: new) })
    }

    func potentials(of id: DocumentID) async throws(DeskError) -> [Filed<PotentialNeed>] {
        let all = try await asking { try await catalogue.papers(PotentialNeed.self, about: id) }
        return all.sorted { ($0.body.number, $0.id) < ($1.body.number, $1.id) }
    }

    /// What was decided about the same needs in the versions before, back to the first; the newest decision counts.
    private func earlierDecisions(
        of document: Filed<NationalDocument>, _ potentials: [Filed<PotentialNeed>]
    ) async throws(DeskError) -> [PotentialNeedID: PotentialStanding] {
        var known: [PotentialNeedID: PotentialStanding] = [:]
        var next = document.body.follows
        var seen: Set<DocumentID> = [document.id]
        while let id = next, seen.insert(id).inserted, seen.count <= Self.mostVersions {
            let old = try await self.potentials(of: id)
            let decided = PotentialStanding.decided(
                try await asking { try await catalogue.papers(Decision.self, about: id) })
            let open = potentials.filter { known[$0.id] == nil }
            let comparison = await offTheLoop { VersionComparison(old: old, new: open) }
            for pair in comparison.same + comparison.changed.filter({ $0.likeness >= Self.sameEnough }) {
                guard let decision = decided[pair.old.id] else { continue }
                known[pair.new.id] =
                    decision.body.verdict == .declined ? .declinedBefore(decision) : .acceptedBefore(decision)
            }
            next = try await asking { try await catalogue.paper(id) }?.body.follows
        }
        return known
    }

    /// Versions that are looked back at.
    static let mostVersions = 20
    /// Reworded no more than this, an old decision still holds.
    static let sameEnough = 0.8
}

extension Desk {
    /// One potential need with its document and where it stands, for who may decide about it.
    public func potential(
        _ id: PotentialNeedID, for viewer: Viewer
    ) async throws(DeskError) -> (
        potential: Filed<PotentialNeed>, document: Filed<NationalDocument>, standing: PotentialStanding
    ) {
        let potential = try await paper(id)
        let work = try await work(on: potential.body.document, for: viewer)
        let standing = work.items.first { $0.potential.id == id }?.standing ?? .waiting
        return (potential, work.document, standing)
    }

    /// The document a decision is about, for who may decide about its needs.
    public func documentOfDecision(_ id: DecisionID, for viewer: Viewer) async throws(DeskError) -> DocumentID {
        let decision = try await paper(id)
        return try await document(decision.body.document, for: viewer).id
    }
}
