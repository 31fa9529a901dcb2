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
        return view.dossier.beginnings(visit)
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

extension Dossier {
    /// Whether it came to an end by which somebody was helped.
    var hasWorked: Bool {
        closings.last.map { [.fulfilled, .partlyFulfilled].contains($0.body.outcome) } ?? false
    }

    /// The story as its papers tell it, to be gone over: the problem from the request, what was done from the plan, what came
    /// of it and what did not work from the last report and the end.
    fileprivate func beginnings(_ visit: Visit) -> [String: [String]] {
        let asked = request.body
        let done = plans.last.map { visit.plain($0.body.text) } ?? answers.last.map { visit.plain($0.body.text) }
        let results = [reports.last?.body.text, closings.last?.body.text].compactMap { $0.map { visit.plain($0) } }
        return [
            "request": [id.rawValue], "title": visit.answer(asked.title), "problem": visit.answer(asked.problem),
            "whatWasDone": [done ?? ""], "results": [results.filter { !$0.isEmpty }.joined(separator: "\n\n")],
            "whatDidNotWork": [reports.last.map { visit.plain($0.body.whatDidNotWork) } ?? ""],
            "countries": visit.answer([asked.country]), "subjects": asked.subjects.prefix(3).map(\.description),
            "targets": asked.targets.map(\.description), "assistance": asked.assistance.map(\.type.description),
        ]
    }
}
