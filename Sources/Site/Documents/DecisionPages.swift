internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Deciding about potential needs: for one or many, with an edit, as several, and back again.
enum DecisionPages {
    static func add(to routes: Routes) {
        routes.post(.documentDecisions) { form, context, visit, desk in
            let id = try context.pathParameter("id") { DocumentID(own: $0) }
            try Routes.keepWhatWasTyped(form, visit)
            return try await DecisionTaker(visit: visit, desk: desk, form: form, document: id).take()
        }
        routes.post(.decisionUndoing) { form, context, visit, desk in
            let id = try context.pathParameter("id") { DecisionID(own: $0) }
            let document = try await desk.documentOfDecision(id, for: visit.viewer)
            try await desk.undo(id, by: visit.viewer, once: form.key)
            return try visit.seeOther(form.back(to: document), done: Done.undecided.rawValue)
        }
        routes.get(.potential) { _, context, visit, desk in
            let id = try context.pathParameter("id") { PotentialNeedID(own: $0) }
            return try await PotentialView(id, visit, desk).page()
        }
        routes.post(.potential) { form, context, visit, desk in
            let id = try context.pathParameter("id") { PotentialNeedID(own: $0) }
            try Routes.keepWhatWasTyped(form, visit)
            return try await PotentialView(id, visit, desk, form: form).take(desk)
        }
    }
}

/// One decision for all needs that were ticked.
struct DecisionTaker {
    let visit: Visit
    let desk: Desk
    let form: Form
    let document: DocumentID

    func take() async throws -> Response {
        let ids = form.all("potential").compactMap { PotentialNeedID(own: $0) }
        do {
            return try await decide(ids)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone: return try visit.seeOther(form.back(to: document))
            case .invalid(let problems):
                let query = DocumentQuery(form.backFields)
                let view = try await DocumentView(document, query, visit, desk, attempt: form)
                var page = view.page(problems.map(ofTicks))
                page.status = .unprocessableContent
                return page
            default: throw error
            }
        }
    }

    /// A problem of the needs as who ticks boxes meets it.
    private func ofTicks(_ problem: Problem) -> Problem {
        guard problem.field == "potential" else { return problem }
        return Problem(
            field: problem.field, code: problem.code == .tooFew ? .tooFewTicked : .noneTicked, figures: problem.figures)
    }

    private func decide(_ ids: [PotentialNeedID]) async throws -> Response {
        let viewer = visit.viewer
        switch form.typed("verdict") {
        case "merged":
            try await desk.merge(ids, in: document, by: viewer, once: form.key)
        case "declined":
            try await desk.decline(
                ids, in: document, because: Decision.Reason(rawValue: form.typed("reason")),
                saying: try visit.written(form, "note"), by: viewer, once: form.key)
        case "request":
            let needs = try await desk.accept(ids, in: document, by: viewer, once: form.key)
            if let need = needs.first, needs.count == 1 { return try await request(for: need) }
        default: try await desk.accept(ids, in: document, by: viewer, once: form.key)
        }
        return try visit.seeOther(form.back(to: document), done: Done.decided.rawValue)
    }

    /// From a passage to the draft of a request in one step. Where nobody can ask for it yet, the need says what is missing.
    func request(for need: NeedID) async throws -> Response {
        do {
            let draft = try await desk.draftRequest(for: need, by: visit.viewer)
            return try visit.seeOther(.request(draft, .editRequest), done: Done.drafted.rawValue)
        } catch let error as DeskError {
            guard case .invalid = error else { throw error }
            return try visit.seeOther(.need(need), done: Done.decided.rawValue)
        }
    }
}

extension Form {
    /// The page of the document as it was laid out when the form was sent.
    func back(to document: DocumentID) -> SitePath {
        DocumentQuery(backFields).fields.reduce(SitePath.document(document)) { $0.with($1.name, $1.value) }
    }

    var backFields: Form {
        Form(
            fields: fields.reduce(into: [:]) { back, field in
                if field.key.hasPrefix("back-") { back[String(field.key.dropFirst(5))] = field.value }
            })
    }
}
