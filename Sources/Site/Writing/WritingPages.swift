internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Writing records in a form: what an institution offers, calls, practices, partnerships, institutions themselves. What is
/// wrong comes back as it was typed.
enum WritingPages {
    static func add(to routes: Routes) {
        add(ProviderProfile.self, to: routes)
        add(Opportunity.self, to: routes)
        add(Practice.self, to: routes)
        add(Resource.self, to: routes)
        add(Partnership.self, to: routes)
        add(Event.self, to: routes)
        add(Project.self, to: routes)
        add(Organisation.self, to: routes)
        add(Hub.self, to: routes)
    }

    private static func add<Body: Writable>(_: Body.Type, to routes: Routes) {
        routes.get(Body.newPlace()) { request, _, visit, desk in
            guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
            let query = try request.query()
            let asked = query.typed("organisation")
            let own = ["organisation": [asked], "organisations": [asked]]
            let fields = try await Body.beginnings(query, visit, desk).merging(own) { $1 }
            return try await RecordWriting<Body>(Form(fields: fields), nil, visit, desk).page()
        }
        routes.post(Body.newPlace()) { form, _, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await RecordWriting<Body>(form, nil, visit, desk).save()
        }
        routes.get(Body.editPlace()) { _, context, visit, desk in
            let filed = try await revisable(try context.pathParameter("id") { ID<Body>(own: $0) }, visit, desk)
            var answers = filed.body.answers(visit)
            answers["base"] = [String(filed.revision)]
            return try await RecordWriting(Form(fields: answers), filed, visit, desk).page()
        }
        routes.post(Body.editPlace()) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            let filed = try await revisable(try context.pathParameter("id") { ID<Body>(own: $0) }, visit, desk)
            return try await RecordWriting(form, filed, visit, desk).save()
        }
    }

    private static func revisable<Body: Writable>(
        _ id: ID<Body>, _ visit: Visit, _ desk: Desk
    ) async throws(DeskError) -> Filed<Body> {
        guard visit.viewer.isSignedIn else { throw .signInFirst }
        let filed = try await desk.record(id, for: visit.viewer)
        guard desk.mayRevise(filed, visit.viewer) else { throw .refused(Body.kind.rawValue) }
        return filed
    }
}

/// One record on its way through the form.
struct RecordWriting<Body: Writable> {
    let form: Form
    /// The record that is revised; nil for a new one.
    let filed: Filed<Body>?
    let visit: Visit
    let desk: Desk

    init(_ form: Form, _ filed: Filed<Body>?, _ visit: Visit, _ desk: Desk) {
        self.form = form
        self.filed = filed
        self.visit = visit
        self.desk = desk
    }

    func page(_ problems: [Problem] = [], status: HTTPResponse.Status = .ok, form shown: Form? = nil) async throws
        -> Response
    {
        var institutions = try await Body.organisers(visit, desk).union(filed?.body.institutions ?? [])
        let asked = OrganisationID(rawValue: (shown ?? form).typed("organisation"))
        if let asked, visit.viewer.holds(.helpDesk) || visit.viewer.may(.writeHub) { institutions.insert(asked) }
        let view = RecordFormView<Body>(
            visit: visit, form: shown ?? form, problems: FormProblems(inForm(problems), visit.words), id: filed?.id,
            institutions: try await desk.records(institutions.sorted()),
            notice: status == .conflict ? visit.words("writing.conflict") : nil)
        let path = filed.map { Body.path($0.id, Body.editPlace()) } ?? SitePath(Body.newPlace())
        var page = visit.page(view.title, at: path, view.html())
        page.status = status
        return page
    }

    /// Saves the record; where a button asked for a part more or less, the form comes back with that and nothing is saved.
    func save() async throws -> Response {
        guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
        if let changed = form.withPartsChanged(Body.questions(visit)) { return try await page(form: changed) }
        let passages = Body.questions(visit).compactMap { question in
            if case .passage = question.kind { question.name } else { nil as String? }
        }
        var reader = RecordReader(form, visit, longest: passages)
        let body = try Body.read(&reader, base: filed?.body)
        if filed == nil, !form.typed("keep").isEmpty, reader.problems.isEmpty,
            let kept = try await keep(body)
        {
            return kept
        }
        let own = body.problems().map { $0.inParts(reader.places) }
        let problems = reader.problems + own.filter { new in !reader.problems.contains { $0.field == new.field } }
        guard problems.isEmpty else { return try await page(problems, status: .unprocessableContent) }
        do {
            let base = Int(form.typed("base")) ?? filed?.revision ?? 0
            let id = try await Body.file(body, as: filed?.id, from: base, for: visit, once: form.key, desk)
            return try visit.seeOther(Body.path(id), done: Done.saved.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone(let paper):
                guard let id = ID<Body>(rawValue: paper) else { throw error }
                return try visit.seeOther(Body.path(id))
            case .invalid(let problems): return try await page(problems, status: .unprocessableContent)
            case .conflict(let current):
                var fields = form.fields
                fields["base"] = [String(current)]
                return try await page(status: .conflict, form: Form(fields: fields))
            default: throw error
            }
        }
    }

    /// Nil where it has to be shown again.
    private func keep(_ body: Body) async throws -> Response? {
        do {
            let place = try await Body.keep(body, for: visit, once: form.key, desk)
            return try place.map { try visit.seeOther($0, done: Done.draftKept.rawValue) }
        } catch DeskError.alreadyDone(let paper) {
            return try PracticeDraftID(rawValue: paper).map { try visit.seeOther(.practiceDraft($0)) }
        } catch DeskError.invalid {
            return nil
        }
    }

    /// Problems of parts of a question stand with the question: `links.2` with `links`, `upTo` with its amount.
    private func inForm(_ problems: [Problem]) -> [Problem] {
        let names = Set(Body.questions(visit).map(\.name))
        return problems.map { problem in
            guard !names.contains(problem.field), !problem.field.contains("-"),
                let first = problem.field.split(separator: ".").first
            else {
                return problem
            }
            let name =
                names.contains(String(first)) ? String(first) : names.sorted().first { $0.hasPrefix(String(first)) }
            return Problem(field: name ?? problem.field, code: problem.code, figures: problem.figures)
        }
    }
}

extension Problem {
    /// `blocks.1.title`, the second block of the paper, as the field of the form in which that block was typed.
    func inParts(_ places: [String: [Int]]) -> Problem {
        let parts = field.split(separator: ".").map(String.init)
        guard parts.count == 3, let own = places[parts[0]], let index = Int(parts[1]), own.indices.contains(index)
        else {
            return self
        }
        return Problem(field: PartField.name(parts[0], own[index], parts[2]), code: code, figures: figures)
    }
}
