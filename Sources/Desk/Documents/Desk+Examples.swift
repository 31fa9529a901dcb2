import Catalogue
public import Cooperation
public import NeedsMining
import Vocabulary

/// Statements of all documents of this node, as examples to learn from.
public struct JudgedStatements: Sendable {
    /// With the document of each as its group.
    public var decided: [NeedExample] = []
    /// Nobody has decided about them, or in a way that says nothing of whether they state a need.
    public var waiting: [NeedExample] = []
}

extension Desk {
    /// What people decided about potential needs: accepted, merged and split ones state a need, of the kind the need was given;
    /// those declined as no need, or as too vague, state none. Other reasons (met already, of others, said elsewhere) say
    /// nothing of the statement. For the office alone: it reads the documents of all countries.
    public func judgedStatements(for viewer: Viewer) async throws(DeskError) -> JudgedStatements {
        guard viewer == .office else { throw .notFound }
        var judged = JudgedStatements()
        var offset = 0
        while true {
            let page = try await asking { try await catalogue.documents(of: nil, limit: 50, offset: offset) }
            for document in page.items { try await add(document.id, to: &judged) }
            offset += page.items.count
            guard !page.items.isEmpty, offset < page.total else { return judged }
        }
    }

    private func add(_ document: DocumentID, to judged: inout JudgedStatements) async throws(DeskError) {
        let decisions = try await asking { try await catalogue.papers(Decision.self, about: document) }
        let decided = PotentialStanding.decided(decisions)
        for potential in try await potentials(of: document) {
            let decision = decided[potential.id]?.body
            var example = NeedExample(
                text: potential.body.text, language: potential.body.language, isNeed: false, kind: nil,
                group: document.description)
            switch decision?.verdict {
            case .accepted, .merged, .split:
                example.isNeed = true
                example.kind = NeedKind(try await lack(of: potential.id, in: decision) ?? potential.body.lack)
                judged.decided.append(example)
            case .declined where decision?.reason == .noNeed || decision?.reason == .tooVague:
                judged.decided.append(example)
            case .declined, nil:
                judged.waiting.append(example)
            }
        }
    }

    /// What the need lacks that came of a potential one, perhaps edited.
    private func lack(of id: PotentialNeedID, in decision: Decision?) async throws(DeskError) -> Need.Lack? {
        guard let decision, !decision.needs.isEmpty else { return nil }
        let place = decision.needs.count == decision.potentials.count ? decision.potentials.firstIndex(of: id) : 0
        guard let place else { return nil }
        let need = decision.needs[place]
        return try await asking { try await catalogue.paper(need) }?.body.lack
    }
}

extension NeedKind {
    init(_ lack: Need.Lack) {
        self = NeedKind.allCases.first { Need.Lack($0) == lack } ?? .barrier
    }
}
