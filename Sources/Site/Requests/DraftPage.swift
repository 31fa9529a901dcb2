internal import Catalogue
internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Saying what one needs: three plain questions, then the rest part by part. It can be begun by anybody and checked on the
/// way; to save it one signs in, and what was typed is still there. A draft can be saved at any time, with gaps.
enum DraftPage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.newRequest) { request, context, visit, desk in
            let query = try request.query()
            let form = try await blank(query.typed("country"), visit, desk)
            let kept = Routes.kept(query, visit, context, site)
            return try await page(DraftDesk(kept.map { $0.form } ?? form, of: nil, parts: [.need], visit, desk))
        }
        routes.post(.newRequest) { form, context, visit, desk in
            try await save(form, of: nil, visit, desk, context, site)
        }
        routes.get(.editRequest) { request, context, visit, desk in
            let filed = try await revisable(try context.pathParameter("id") { RequestID(own: $0) }, visit, desk)
            let query = try request.query()
            let part = DraftPart(rawValue: query.typed(DraftPart.fieldName))
            let whole = DraftFormView.form(of: filed, visit)
            let kept = Routes.kept(query, visit, context, site).map { DraftPart.merged($0.form, over: whole) }
            let parts = query.typed(DraftPart.fieldName) == "all" ? DraftPart.allCases : [part ?? .need]
            return try await page(DraftDesk(kept ?? whole, of: filed, parts: parts, visit, desk))
        }
        routes.post(.editRequest) { form, context, visit, desk in
            let id = try context.pathParameter("id") { RequestID(own: $0) }
            guard visit.viewer.isSignedIn else {
                return try Routes.keptUntilSignedIn(
                    form, of: .editRequest, then: back(to: .request(id, .editRequest), form), visit, context, site)
            }
            if try await Routes.wasTaken(form, desk) { return try visit.seeOther(.request(id)) }
            return try await save(form, of: try await revisable(id, visit, desk), visit, desk, context, site)
        }
        PaperPages.add(to: routes)
    }

    private typealias RequestID = Cooperation.RequestID

    /// An empty form with what most people choose, for the country asked for or that of her institution.
    private static func blank(_ country: String, _ visit: Visit, _ desk: Desk) async throws -> Form {
        let own = try await desk.records(visit.viewer.organisations.sorted())
        let seat = own.compactMap(\.body.country).first?.description ?? ""
        return DraftFormView.blank(visit, country: country.isEmpty ? seat : country)
    }

    private static func back(to path: SitePath, _ form: Form) -> SitePath {
        path.with(DraftPart.fieldName, form.typed(DraftPart.fieldName))
    }

    /// The request, if this person may revise it now.
    private static func revisable(
        _ id: RequestID, _ visit: Visit, _ desk: Desk
    ) async throws(DeskError) -> Filed<Cooperation.Request> {
        let view = try await desk.dossier(id, for: visit.viewer)
        guard view.steps.contains(.revise) else {
            guard visit.viewer.isSignedIn else { throw .signInFirst }
            throw view.standings.contains(.requester) ? .illegal(.revise, view.state) : .refused(Step.revise.rawValue)
        }
        return view.dossier.request
    }

    private static func page(_ draft: DraftDesk) async throws -> Response {
        let visit = draft.visit
        let view = try await draft.view()
        let path: SitePath = draft.filed.map { .request($0.id, .editRequest) } ?? SitePath(.newRequest)
        return visit.page(visit.words(draft.filed == nil ? "request.new" : "request.edit"), at: path, view.html())
    }

    private static func save(
        _ typed: Form, of filed: Filed<Cooperation.Request>?, _ visit: Visit, _ desk: Desk, _ context: SiteContext,
        _ site: Site
    ) async throws -> Response {
        let whole = filed.map { DraftFormView.form(of: $0, visit) } ?? DraftFormView.blank(visit, country: "")
        let form = DraftPart.merged(typed, over: whole)
        let part = DraftPart(rawValue: typed.typed(DraftPart.fieldName))
        let then = DraftThen(typed)
        var draft = DraftDesk(form, of: filed, parts: part.map { [$0] } ?? DraftPart.allCases, visit, desk)
        if then == .check {
            draft.wantsHelp = true
            return try await page(draft)
        }
        if filed == nil, !form.tellsOfARequest {
            draft.notice = visit.words("request.nothing-yet")
            var page = try await page(draft)
            page.status = .unprocessableContent
            return page
        }
        guard visit.viewer.isSignedIn else {
            return try Routes.keptUntilSignedIn(
                form, of: .newRequest, then: SitePath(.newRequest), visit, context, site)
        }
        let reading = try await DraftReading(form, base: filed?.body, visit, desk)
        guard reading.problems.isEmpty else {
            return try await again(draft, reading.problems, .unprocessableContent)
        }
        do {
            let id = try await file(reading, form, filed, visit, desk)
            return try visit.seeOther(then.path(after: part, of: id), done: Done.saved.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone(let paper):
                guard let id = RequestID(rawValue: paper) else { throw error }
                return try visit.seeOther(then.path(after: part, of: id))
            case .invalid(let problems):
                return try await again(draft, problems, .unprocessableContent)
            case .conflict(let current):
                var fields = form.fields
                fields["base"] = [String(current)]
                draft.form = Form(fields: fields)
                return try await again(draft, [], .conflict)
            default: throw error
            }
        }
    }

    /// The same form with everything that was typed, and the other parts that have a problem.
    private static func again(
        _ draft: DraftDesk, _ problems: [Problem], _ status: HTTPResponse.Status
    ) async throws -> Response {
        var draft = draft
        draft.problems = FormProblems(problems, draft.visit.words)
        let wrong = problems.map { DraftPart.part(of: $0.field) }
        draft.parts = DraftPart.allCases.filter { draft.parts.contains($0) || wrong.contains($0) }
        if status == .conflict { draft.notice = draft.visit.words("request.conflict") }
        var page = try await page(draft)
        page.status = status
        return page
    }

    private static func file(
        _ reading: DraftReading, _ form: Form, _ filed: Filed<Cooperation.Request>?, _ visit: Visit, _ desk: Desk
    ) async throws -> RequestID {
        var request = reading.request
        var viewer = visit.viewer
        if let made = reading.newInstitution {
            request.organisation = try await institution(made, form, viewer, desk)
            if let account = viewer.account { viewer = try await desk.viewer(account) }
        }
        guard let filed else { return try await desk.draft(request, by: viewer, once: form.key) }
        let base = Int(form.typed("base")) ?? filed.revision
        try await desk.revise(filed.id, to: request, from: base, by: viewer, once: form.key)
        return filed.id
    }

    /// Makes the institution once, however often the form is sent.
    private static func institution(
        _ organisation: Organisation, _ form: Form, _ viewer: Viewer, _ desk: Desk
    ) async throws -> OrganisationID {
        do {
            return try await desk.write(organisation, by: viewer, once: form.key.map { $0 + "-institution" })
        } catch {
            guard case .alreadyDone(let paper) = error, let id = OrganisationID(rawValue: paper) else { throw error }
            return id
        }
    }
}
