internal import Cooperation
internal import Desk
internal import Vocabulary
internal import WebSupport

/// What a new practice begins with: another practice, to be changed for one's own place, or a finished request, whose story
/// it tells (P2).
extension Practice {
    static func beginnings(_ query: Form, _ visit: Visit, _ desk: Desk) async throws -> [String: [String]] {
        if let id = PracticeID(rawValue: query.typed("from")) {
            return try await desk.record(id, for: visit.viewer).body.copied(visit)
                .merging(["begunFrom": [id.rawValue]]) { $1 }
        }
        guard let view = try await desk.readable(RequestID(rawValue: query.typed("request")), for: visit.viewer),
            view.dossier.hasWorked
        else { return [:] }
        let begun = view.dossier.begunPractice()
        return begun.answers(visit).merging(["request": [view.dossier.id.rawValue]]) { $1 }
    }

    /// What may hold elsewhere, too. Where it was, what came of it and what it cost is for the new author to say.
    private func copied(_ visit: Visit) -> [String: [String]] {
        let kept: Set = [
            "title", "summary", "problem", "whatWasDone", "conditions", "subjects", "targets", "assistance",
        ]
        return answers(visit).filter { name, _ in
            // Blocks are there to be taken over; the place they had in the other practice is not hers.
            kept.contains(name) || name.hasPrefix("blocks-") && !name.hasSuffix("-\(PartField.origin)")
        }
    }
}
