internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Practices that are being written: by who has an account, by who has the link of her draft, and read by a facilitator.
enum PracticeDraftPages {
    static func add(to routes: Routes) {
        let key = routes.site.settings.key
        routes.get(.practiceDraft) { _, context, visit, desk in
            try await DraftRoom(try id(context), nil, visit, desk).page()
        }
        routes.post(.practiceDraft) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await DraftRoom(try id(context), nil, visit, desk).save(form)
        }
        routes.post(.practiceDraftHandIn) { form, context, visit, desk in
            try await DraftRoom(try id(context), nil, visit, desk).handIn(form)
        }
        routes.post(.practiceDraftNotes) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await DraftRoom(try id(context), nil, visit, desk).comment(form)
        }
        routes.get(.draftByLink) { _, context, visit, desk in
            let pass = try context.pathParameter("id") { DraftPass($0, key: key) }
            return try await DraftRoom(pass.draft, pass, visit, desk).page()
        }
        routes.post(.draftByLink) { form, context, visit, desk in
            let pass = try context.pathParameter("id") { DraftPass($0, key: key) }
            return try await DraftRoom(pass.draft, pass, visit, desk).save(form)
        }
    }

    private static func id(_ context: SiteContext) throws(WebProblem) -> PracticeDraftID {
        try context.pathParameter("id") { PracticeDraftID(own: $0) }
    }
}

/// One draft, with who stands before it.
struct DraftRoom {
    let draft: Filed<PracticeDraft>
    /// Nil for who has signed in.
    let pass: DraftPass?
    let isWriter: Bool
    let visit: Visit
    let desk: Desk

    init(_ id: PracticeDraftID, _ pass: DraftPass?, _ visit: Visit, _ desk: Desk) async throws {
        self.pass = pass
        self.visit = visit
        self.desk = desk
        draft = try await desk.practiceDraft(id, for: pass == nil ? .person(visit.viewer) : .link)
        isWriter = pass != nil || desk.isWriter(visit.viewer, of: draft)
    }

    private var reader: DraftVisitor { pass == nil ? .person(visit.viewer) : .link }
    private var path: SitePath { pass.map { .draftByLink($0.text) } ?? .practiceDraft(draft.id) }

    // MARK: What is shown

    func page(
        _ problems: [Problem] = [], form: Form? = nil, status: HTTPResponse.Status = .ok, attempt: Attempt? = nil
    ) async throws -> Response {
        let notes = try await desk.notes(on: draft.id, for: reader)
        let title = visit.words(isWriter ? "shop.draft" : "shop.reading")
        let html: HTML
        if let became = draft.body.became {
            html = DraftReadView(draft: draft, notes: notes, visit: visit, problems: [], attempt: nil).ended(became)
        } else if isWriter, draft.body.isOpen {
            html = try await formView(problems, form, status, notes)
        } else {
            html = DraftReadView(
                draft: draft, notes: notes, visit: visit, problems: problems, attempt: attempt
            ).html()
        }
        var page = visit.page(title, at: path, html)
        page.status = status
        return page
    }

    private func formView(
        _ problems: [Problem], _ form: Form?, _ status: HTTPResponse.Status, _ notes: [Filed<DraftNote>]
    ) async throws -> HTML {
        var answers = draft.body.practice.answers(visit)
        answers["base"] = [String(draft.revision)]
        let words = visit.words
        let institutions = visit.viewer.organisations.union(draft.body.practice.institutions)
        let end: HTML = buttons(
            submitButton(words("shop.save"), .act),
            pass == nil ? submitButton(words("shop.hand-in"), name: "then", value: "hand-in") : HTML(),
            submitButton(words("shop.drop"), .plain, name: "then", value: "drop"))
        let view = RecordFormView<Practice>(
            visit: visit, form: form ?? Form(fields: answers), problems: FormProblems(problems, words), id: nil,
            institutions: try await desk.records(institutions.sorted()),
            notice: status == .conflict ? words("writing.conflict") : nil, target: path, ending: end,
            above: DraftProgress(draft: draft, notes: notes, pass: pass, visit: visit).html())
        return view.html()
    }

    // MARK: What is done

    func save(_ form: Form) async throws -> Response {
        guard isWriter else { throw DeskError.refused("practicedraft") }
        if let changed = form.withPartsChanged(Practice.questions(visit)) { return try await page(form: changed) }
        if form.typed("then") == "drop" {
            try await desk.drop(draft.id, by: reader)
            return try visit.seeOther(pass == nil ? SitePath(.work) : SitePath(.joinWriteShop))
        }
        let passages = Practice.questions(visit).compactMap { question in
            if case .passage = question.kind { question.name } else { nil as String? }
        }
        var reader = RecordReader(form, visit, longest: passages)
        var body = try Practice.read(&reader, base: draft.body.practice)
        body.request = draft.body.practice.request
        let own = PracticeDraft(owner: nil, practice: body).problems().map { $0.inParts(reader.places) }
        let problems = reader.problems + own.filter { new in !reader.problems.contains { $0.field == new.field } }
        guard problems.isEmpty else {
            return try await page(inForm(problems), form: form, status: .unprocessableContent)
        }
        do {
            let base = Int(form.typed("base")) ?? draft.revision
            try await desk.revise(draft.id, to: body, from: base, by: self.reader, once: form.key)
        } catch {
            switch error {
            case .conflict(let current):
                var fields = form.fields
                fields["base"] = [String(current)]
                return try await page(form: Form(fields: fields), status: .conflict)
            case .alreadyDone: break
            default: throw error
            }
        }
        if form.typed("then") == "hand-in" { return try await handIn(Form()) }
        return try visit.seeOther(path, done: Done.draftKept.rawValue)
    }

    /// What is kept becomes a practice; what it still lacks is said where it is asked.
    func handIn(_ form: Form) async throws -> Response {
        do {
            let made = try await desk.handIn(draft.id, by: visit.viewer, once: form.key)
            return try visit.seeOther(.practice(made), done: Done.saved.rawValue)
        } catch DeskError.invalid(let problems) {
            let fresh = try await DraftRoom(draft.id, pass, visit, desk)
            return try await fresh.page(inForm(problems), status: .unprocessableContent)
        }
    }

    func comment(_ form: Form) async throws -> Response {
        do {
            try await desk.comment(try visit.written(form, "text"), on: draft.id, by: visit.viewer, once: form.key)
        } catch DeskError.invalid(let problems) {
            let attempt = Attempt(.practiceDraftNotes, form, problems, visit.words)
            return try await page(status: .unprocessableContent, attempt: attempt)
        } catch DeskError.alreadyDone {
            // Said already.
        }
        return try visit.seeOther(path, done: Done.commented.rawValue)
    }

    /// Problems of parts stand with their question: `links.2` with `links`.
    private func inForm(_ problems: [Problem]) -> [Problem] {
        problems.map { problem in
            guard !problem.field.contains("-") else { return problem }
            let first = problem.field.split(separator: ".").first.map(String.init) ?? problem.field
            return Problem(field: first, code: problem.code, figures: problem.figures)
        }
    }
}
