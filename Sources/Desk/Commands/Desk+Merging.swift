import Catalogue
public import Cooperation
import Ledger

extension Desk {
    /// Says that two records are one and the same: the first leads on to the second from now on. Both keep all their papers.
    /// - Throws: `invalid` where they cannot be merged: of other countries, differently readable, ended, or merged already.
    @discardableResult
    public func merge(_ merge: Merge, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) -> ID<
        Merge
    > {
        guard viewer.may(.merge) else { throw viewer.isSignedIn ? .refused("merge") : .signInFirst }
        try check(merge.problems())
        for (subject, field) in [(merge.merged, "merged"), (merge.into, "into")] {
            let target = try await asking { try await catalogue.target(of: subject.name) }
            if target != nil {
                try await checkNew(formKey)
                throw .invalid([Problem(field: field, code: .taken)])
            }
        }
        switch (merge.merged, merge.into) {
        case (.request(let one), .request(let other)): try await checkMergeable(one, other, viewer)
        case (.organisation(let one), .organisation(let other)):
            _ = try await record(one)
            _ = try await record(other)
        default: throw .invalid([Problem(field: "into", code: .notAChoice)])
        }
        let id: ID<Merge> = try newID()
        // Two officers who merge the same record at once make one merge; undoing it sets it free for another.
        let earlier = try await asking { try await catalogue.mergesEver(of: merge.merged.name) }
        let claim = Claim(space: "merged", key: "\(merge.merged.name) \(earlier)")
        try await file([Sheet(merge, as: id, by: viewer.author, claims: [claim])], once: formKey)
        return id
    }

    /// Takes a merge back: the record stands for itself again, with everything it had.
    public func undo(_ merge: ID<Merge>, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        guard viewer.may(.merge) else { throw viewer.isSignedIn ? .refused("merge") : .signInFirst }
        guard let filed = try await asking({ try await catalogue.paper(merge) }) else { throw .notFound }
        if case .request(let id) = filed.body.merged { _ = try await dossier(id, for: viewer) }
        guard !filed.body.isUndone else { return }
        var body = filed.body
        body.isUndone = true
        try await file([Sheet(body, as: merge, base: filed.revision, by: viewer.author)], once: formKey)
    }

    /// Requests of one country, both sent and neither at its end, read by the same people: so that a merge tells nobody
    /// anything new.
    private func checkMergeable(_ one: RequestID, _ other: RequestID, _ viewer: Viewer) async throws(DeskError) {
        let (first, second) = (try await dossier(one, for: viewer), try await dossier(other, for: viewer))
        for view in [first, second] where !view.standings.contains(.helpDesk) { throw .refused("merge") }
        let isSame = first.dossier.request.body.country == second.dossier.request.body.country
        let isReadAlike = first.dossier.request.body.visibility == second.dossier.request.body.visibility
        if !isSame || !isReadAlike { throw .invalid([Problem(field: "into", code: .notAChoice)]) }
        let isOver = first.state.isEnd || second.state.isEnd
        let hasPartner = !first.dossier.introductions.isEmpty || !first.dossier.answers.isEmpty
        // Who reads the one must read the other: what is public cannot lead on to what is not.
        let isHidden = first.dossier.hasEverPassed && !second.dossier.hasEverPassed
        if isOver || hasPartner || isHidden || !first.dossier.plans.isEmpty {
            throw .invalid([Problem(field: "merged", code: .notAChoice)])
        }
    }

    /// Where a record that may have been merged leads; itself where it was not.
    public func target(of organisation: OrganisationID) async throws(DeskError) -> OrganisationID {
        try await asking { try await catalogue.target(of: organisation.rawValue) }
            .flatMap(OrganisationID.init(rawValue:)) ?? organisation
    }

    /// Whether a public request leads on to another that is public, too.
    public func isMerged(_ key: String) async throws(DeskError) -> Bool {
        guard let id = RequestID(rawValue: key) else { return false }
        do {
            return try await dossier(id, for: .visitor).mergedInto != nil
        } catch {
            guard error == .notFound else { throw error }
            return false
        }
    }

    /// The requests that lead on to this one, of those this person may read.
    public func merged(into id: RequestID, for viewer: Viewer) async throws(DeskError) -> [DossierView] {
        var found: [DossierView] = []
        for name in try await asking({ try await catalogue.sources(of: id.rawValue) }) {
            guard let source = RequestID(rawValue: name) else { continue }
            do {
                found.append(try await dossier(source, for: viewer))
            } catch {
                guard error == .notFound else { throw error }
            }
        }
        return found
    }
}

extension Desk {
    /// The merges that hold, the newest first, with the names of both records; those of requests only where this person may
    /// read both.
    public func merges(for viewer: Viewer) async throws(DeskError) -> [(
        merge: Filed<Merge>, merged: LocalizedText, into: LocalizedText
    )] {
        guard viewer.may(.merge) else { throw viewer.isSignedIn ? .refused("merge") : .signInFirst }
        var found: [(merge: Filed<Merge>, merged: LocalizedText, into: LocalizedText)] = []
        for merge in try await asking({ try await catalogue.merges() }) {
            guard let merged = try await title(of: merge.body.merged, for: viewer),
                let into = try await title(of: merge.body.into, for: viewer)
            else { continue }
            found.append((merge, merged, into))
        }
        return found
    }

    private func title(of subject: Merge.Subject, for viewer: Viewer) async throws(DeskError) -> LocalizedText? {
        do {
            switch subject {
            case .request(let id): return try await dossier(id, for: viewer).dossier.request.body.title
            case .organisation(let id): return try await record(id).body.name
            }
        } catch {
            guard error == .notFound else { throw error }
            return nil
        }
    }
}
