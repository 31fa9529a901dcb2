import Catalogue
public import Cooperation
import Ledger
import TextAnalysis

extension Desk {
    /// Accepts potential needs, each as a need of its own.
    @discardableResult
    public func accept(
        _ ids: [PotentialNeedID], in document: DocumentID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> [NeedID] {
        let (paper, potentials) = try await undecided(ids, in: document, viewer, formKey)
        let needs = potentials.map { Need($0.body, of: paper.body) }
        return try await decide(.accepted, potentials, paper, as: needs, by: viewer, once: formKey)
    }

    /// Accepts one potential need as somebody has edited it; its country and passages stay.
    @discardableResult
    public func accept(
        _ id: PotentialNeedID, in document: DocumentID, as edited: Need, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> NeedID {
        try await split(id, in: document, into: [edited], by: viewer, once: formKey)[0]
    }

    /// Takes several potential needs for one. Without an edited text the first of them speaks.
    @discardableResult
    public func merge(
        _ ids: [PotentialNeedID], in document: DocumentID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> NeedID {
        let (paper, potentials) = try await undecided(ids, in: document, viewer, formKey)
        guard let need = Need(merging: potentials.map(\.body), of: paper.body), potentials.count > 1 else {
            throw .invalid([Problem(field: "potential", code: .tooFew, figures: ["least": 2, "count": ids.count])])
        }
        return try await decide(.merged, potentials, paper, as: [need], by: viewer, once: formKey)[0]
    }

    /// Takes one potential need for several; each has its passages.
    @discardableResult
    public func split(
        _ id: PotentialNeedID, in document: DocumentID, into edited: [Need], by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> [NeedID] {
        guard !edited.isEmpty, edited.count <= 10 else {
            throw .invalid([Problem(field: "statement", code: .missing)])
        }
        let (paper, potentials) = try await undecided([id], in: document, viewer, formKey)
        let original = Need(potentials[0].body, of: paper.body)
        let needs = edited.map { need in
            var own = need
            own.country = original.country
            own.passages = original.passages
            return own
        }
        return try await decide(
            needs.count > 1 ? .split : .accepted, potentials, paper, as: needs, by: viewer, once: formKey)
    }

    /// Declines potential needs, with a reason. They do not come back from the next version of the document.
    public func decline(
        _ ids: [PotentialNeedID], in document: DocumentID, because reason: Decision.Reason?,
        saying note: LocalizedText = LocalizedText(), by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let (paper, potentials) = try await undecided(ids, in: document, viewer, formKey)
        try await decide(
            .declined, potentials, paper, as: [], because: reason, saying: note, by: viewer, once: formKey)
    }

    /// Takes a decision back: what was decided about waits again, and needs that came of it are withdrawn. Requests that ask
    /// for them go on; their authors may withdraw them.
    public func undo(_ id: DecisionID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let decision = try await paper(id)
        _ = try await document(decision.body.document, for: viewer)
        guard !decision.body.isUndone else { return }
        var body = decision.body
        body.isUndone = true
        var sheets = [try Sheet(body, as: id, base: decision.revision, by: viewer.author)]
        for need in try await records(body.needs) where need.body.ended == nil {
            var withdrawn = need.body
            withdrawn.ended = .withdrawn
            sheets.append(try Sheet(withdrawn, as: need.id, base: need.revision, by: viewer.author))
        }
        try await file(sheets, releasing: body.potentials.map(Self.claim), once: formKey)
    }

    /// The document and those of its potential needs, all still waiting or decided only in an earlier version.
    private func undecided(
        _ ids: [PotentialNeedID], in id: DocumentID, _ viewer: Viewer, _ formKey: String?
    ) async throws(DeskError) -> (Filed<NationalDocument>, [Filed<PotentialNeed>]) {
        let document = try await document(id, for: viewer)
        try await checkNew(formKey)
        guard !ids.isEmpty else { throw .invalid([Problem(field: "potential", code: .missing)]) }
        let potentials = try await asking { try await catalogue.papers(ids) }.filter { $0.body.document == id }
        guard potentials.count == Set(ids).count else { throw .notFound }
        return (document, potentials)
    }

    @discardableResult
    private func decide(
        _ verdict: Decision.Verdict, _ potentials: [Filed<PotentialNeed>], _ document: Filed<NationalDocument>,
        as needs: [Need], because reason: Decision.Reason? = nil, saying note: LocalizedText = LocalizedText(),
        by viewer: Viewer, once formKey: String?
    ) async throws(DeskError) -> [NeedID] {
        try check(needs.flatMap { $0.problems() })
        var sheets: [Sheet] = []
        var ids: [NeedID] = []
        for need in needs {
            let id: NeedID = try newID()
            sheets.append(try Sheet(need, as: id, by: viewer.author))
            ids.append(id)
        }
        let decision = Decision(
            document: document.id, potentials: potentials.map(\.id), verdict: verdict, reason: reason, note: note,
            needs: ids, fingerprints: potentials.map(\.body.fingerprint))
        try check(decision.problems())
        // Of two people who decide at once, one decides.
        let claims = potentials.map { Self.claim($0.id) }
        sheets.insert(
            try Sheet(decision, as: try newID(), by: viewer.author, claims: claims), at: 0)
        try await file(sheets, once: formKey)
        return ids
    }

    static func claim(_ id: PotentialNeedID) -> Claim { Claim(space: "potential", key: id.rawValue) }
}
