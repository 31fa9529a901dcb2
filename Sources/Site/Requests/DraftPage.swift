internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Saying what one needs: a new request, or a draft gone over again. It can be saved at any time, with gaps.
enum DraftPage {
    static func add(to routes: Routes) {
        routes.get(.newRequest) { request, _, visit, desk in
            guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
            let query = try request.query()
            let own = try await desk.records(visit.viewer.organisations.sorted())
            let asked = query.typed("country")
            let seat = own.compactMap(\.body.country).first?.description ?? ""
            let form = DraftFormView.blank(visit, country: asked.isEmpty ? seat : asked)
            return try await page(form, of: nil, visit, desk)
        }
        routes.post(.newRequest) { form, _, visit, desk in try await save(form, of: nil, visit, desk) }
        routes.get(.editRequest) { _, context, visit, desk in
            let filed = try await revisable(try context.pathParameter("id") { RequestID(own: $0) }, visit, desk)
            return try await page(DraftFormView.form(of: filed, visit), of: filed, visit, desk)
        }
        routes.post(.editRequest) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            let id = try context.pathParameter("id") { RequestID(own: $0) }
            if try await Routes.wasTaken(form, desk) { return try visit.seeOther(.request(id)) }
            return try await save(form, of: try await revisable(id, visit, desk), visit, desk)
        }
    }

    private typealias RequestID = Cooperation.RequestID

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

    private static func page(
        _ form: Form, of filed: Filed<Cooperation.Request>?, _ visit: Visit, _ desk: Desk,
        problems: FormProblems = .none, notice: String? = nil
    ) async throws -> Response {
        var organisations = visit.viewer.organisations
        if let own = filed?.body.organisation { organisations.insert(own) }
        let institutions = try await desk.records(organisations.sorted())
        var readers: Set<AccountID> = []
        if case .named(let accounts) = filed?.body.visibility { readers = Set(accounts) }
        let view = DraftFormView(
            visit: visit, form: form, problems: problems, id: filed?.id, institutions: institutions,
            readers: try await visit.names(of: readers, desk), notice: notice)
        let path: SitePath = filed.map { .request($0.id, .editRequest) } ?? SitePath(.newRequest)
        return visit.page(visit.words(filed == nil ? "request.new" : "request.edit"), at: path, view.html())
    }

    private static func save(
        _ form: Form, of filed: Filed<Cooperation.Request>?, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
        let reading = try await DraftReading(form, base: filed?.body, visit, desk)
        guard reading.problems.isEmpty else {
            return try await again(form, filed, visit, desk, reading.problems, .unprocessableContent)
        }
        do {
            let id = try await file(reading, form, filed, visit, desk)
            return try visit.seeOther(.request(id), done: Done.saved.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone(let paper):
                guard let id = RequestID(rawValue: paper) else { throw error }
                return try visit.seeOther(.request(id))
            case .invalid(let problems):
                return try await again(form, filed, visit, desk, problems, .unprocessableContent)
            case .conflict(let current):
                var fields = form.fields
                fields["base"] = [String(current)]
                return try await again(Form(fields: fields), filed, visit, desk, [], .conflict)
            default: throw error
            }
        }
    }

    /// The same form with everything that was typed.
    private static func again(
        _ form: Form, _ filed: Filed<Cooperation.Request>?, _ visit: Visit, _ desk: Desk, _ problems: [Problem],
        _ status: HTTPResponse.Status
    ) async throws -> Response {
        var page = try await page(
            form, of: filed, visit, desk, problems: FormProblems(problems, visit.words),
            notice: status == .conflict ? visit.words("request.conflict") : nil)
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
