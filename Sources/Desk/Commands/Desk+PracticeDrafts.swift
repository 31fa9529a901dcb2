import Catalogue
public import Cooperation
import Foundation
import Ledger

/// Who opens a draft: somebody signed in, or whoever has the link of this very draft.
public enum DraftVisitor: Sendable {
    case person(Viewer)
    /// The caller has checked that the link is this node's and names the draft.
    case link
}

extension Desk {
    /// Keeps a practice that is not ready, for its writer alone.
    @discardableResult
    public func keep(
        _ practice: Practice, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> PracticeDraftID {
        guard let account = viewer.account else { throw .signInFirst }
        guard viewer.may(.writePractice) else { throw .refused("writePractice") }
        let draft = PracticeDraft(owner: account, practice: practice)
        try check(draft.problems())
        let id: PracticeDraftID = try newID()
        try await file([Sheet(draft, as: id, by: viewer.author)], once: formKey)
        return id
    }

    /// A draft, for its writer, for the facilitator of its write-shop, and for who has its link.
    public func practiceDraft(
        _ id: PracticeDraftID, for reader: DraftVisitor
    ) async throws(DeskError) -> Filed<PracticeDraft> {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        switch reader {
        case .link: return filed
        case .person(let viewer):
            guard viewer.isSignedIn else { throw .signInFirst }
            // Nobody else learns that it is there.
            let isFacilitator = try await isFacilitator(viewer, of: filed)
            guard isFacilitator || isWriter(viewer, of: filed) else { throw .notFound }
            return filed
        }
    }

    /// Whether this person may change it: its writer; a facilitator reads and comments. What came in a bundle has left its
    /// writer behind: who took it in, and nobody else, has signed it here.
    public func isWriter(_ viewer: Viewer, of draft: Filed<PracticeDraft>) -> Bool {
        guard let account = viewer.account else { return false }
        guard let owner = draft.body.owner else { return draft.body.origin != nil && draft.author == viewer.author }
        return owner == account
    }

    public func isFacilitator(_ viewer: Viewer, of draft: Filed<PracticeDraft>) async throws(DeskError) -> Bool {
        guard let shop = draft.body.shop, viewer.isSignedIn else { return false }
        return try await asking { try await catalogue.paper(shop) }?.author == viewer.author
    }

    /// Keeps what its writer has changed.
    public func revise(
        _ id: PracticeDraftID, to practice: Practice, writer: String? = nil, from base: Int, by reader: DraftVisitor,
        once formKey: String? = nil
    ) async throws(DeskError) {
        let filed = try await writable(id, by: reader)
        var body = filed.body
        body.practice = practice
        if let writer, !writer.isEmpty { body.writer = writer }
        try check(body.problems())
        try await file([Sheet(body, as: id, base: base, by: try await author(of: filed, reader))], once: formKey)
    }

    /// Its writer puts it away.
    public func drop(_ id: PracticeDraftID, by reader: DraftVisitor) async throws(DeskError) {
        let filed = try await writable(id, by: reader)
        var body = filed.body
        body.isDropped = true
        try await file([Sheet(body, as: id, base: filed.revision, by: try await author(of: filed, reader))])
    }

    /// Sends a draft on its way: it becomes a practice of whoever hands it in and waits for review. Its writer does, or, for
    /// somebody of a write-shop without an account, the facilitator.
    public func handIn(
        _ id: PracticeDraftID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> PracticeID {
        let filed = try await practiceDraft(id, for: .person(viewer))
        guard viewer.may(.writePractice) else { throw .refused("writePractice") }
        guard filed.body.isOpen else { throw .refused("draftIsOver") }
        let mayHandIn = isWriter(viewer, of: filed) || filed.body.owner == nil
        guard mayHandIn else { throw .refused("handIn") }
        let practice = filed.body.practice
        try check(practice.problems())
        let made: PracticeID = try newID()
        var body = filed.body
        body.became = made
        try await file(
            [
                Sheet(practice, as: made, by: viewer.author),
                Sheet(body, as: id, base: filed.revision, by: viewer.author),
            ], once: formKey)
        return made
    }

    public func practiceDrafts(of viewer: Viewer) async throws(DeskError) -> [Filed<PracticeDraft>] {
        guard let account = viewer.account else { throw .signInFirst }
        return try await asking { try await catalogue.practiceDrafts(of: account) }
    }

    public func notes(on id: PracticeDraftID, for reader: DraftVisitor) async throws(DeskError) -> [Filed<DraftNote>] {
        _ = try await practiceDraft(id, for: reader)
        return try await asking { try await catalogue.notes(on: id) }
    }

    private func writable(_ id: PracticeDraftID, by reader: DraftVisitor) async throws(DeskError) -> Filed<
        PracticeDraft
    > {
        let filed = try await practiceDraft(id, for: reader)
        if case .person(let viewer) = reader, !isWriter(viewer, of: filed) { throw .refused("practicedraft") }
        guard filed.body.isOpen else { throw .refused("draftIsOver") }
        return filed
    }

    /// Who writes by a link signs nothing: the paper stays her facilitator's.
    private func author(of draft: Filed<PracticeDraft>, _ reader: DraftVisitor) async throws(DeskError) -> Author {
        switch reader {
        case .person(let viewer): return viewer.author
        case .link: return draft.author
        }
    }

    /// The papers by which a request that has ended well begins its practice by itself (P2): the draft for its author, and the
    /// letter that tells her. Empty where it has begun already, or is confidential.
    func practiceToBegin(
        _ dossier: Dossier, _ outcome: Closing.Outcome, _ text: LocalizedText
    ) async throws(DeskError) -> [Sheet] {
        guard [.fulfilled, .partlyFulfilled].contains(outcome), !dossier.isConfidential,
            let owner = dossier.request.author.account
        else { return [] }
        let claim = Claim(space: "practicebegun", key: dossier.id.rawValue)
        guard try await asking({ try await ledger.holder(of: claim) }) == nil else { return [] }
        let draft = PracticeDraft(owner: owner, practice: dossier.begunPractice(ending: text))
        guard draft.problems().isEmpty else { return [] }
        let id: PracticeDraftID = try newID()
        let tidings = Tidings(account: owner, matter: .practiceBegun, record: id.rawValue)
        return [
            try Sheet(draft, as: id, by: .clock, claims: [claim]), try Sheet(tidings, as: try newID(), by: .clock),
        ]
    }
}
