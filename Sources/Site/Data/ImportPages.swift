internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// Lists from elsewhere: choose a file, see what would come of it, take it in, undo it.
struct ImportPages {
    let pending = PendingFiles<PendingImport>()

    static func add(to routes: Routes) {
        let pages = ImportPages()
        routes.get(.imports) { request, _, visit, desk in
            try await pages.overview(ListQuery(request), ImportForm(), visit, desk)
        }
        routes.post(.imports, limits: .files) { form, _, visit, desk in try await pages.rehearse(form, visit, desk) }
        routes.post(.importing) { form, _, visit, desk in try await pages.carryOut(form, visit, desk) }
        routes.get(.importReport) { request, context, visit, desk in
            try pages.reportFile(try context.pathParameter("id") { $0 }, visit, desk)
        }
        routes.get(.intake) { _, context, visit, desk in
            let id = try context.pathParameter("id") { IntakeID(own: $0) }
            return try await IntakeView(id, visit, desk).page()
        }
        routes.post(.intakeUndo) { form, context, visit, desk in
            let id = try context.pathParameter("id") { IntakeID(own: $0) }
            try await desk.undo(id, by: visit.viewer, once: form.key)
            return try visit.seeOther(.intake(id), done: Done.undone.rawValue)
        }
    }

    private func overview(
        _ query: ListQuery, _ form: ImportForm, _ visit: Visit, _ desk: Desk,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let found = try await desk.intakes(for: visit.viewer, offset: query.offset)
        let view = ImportsView(visit: visit, form: form, found: found, page: query.page)
        var response = visit.page(
            visit.words("intake.title"), at: SitePath(.imports), summary: visit.words("intake.lead"), view.html())
        response.status = status
        return response
    }

    private func rehearse(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        try desk.mayTakeIn(visit.viewer)
        var filled = try ImportForm(form, visit)
        guard filled.problems.isEmpty, let options = filled.options, let file = filled.file else {
            return try await overview(ListQuery(), filled, visit, desk, status: .unprocessableContent)
        }
        do {
            let report = try await Import(desk).rehearse(file.data, options, by: visit.viewer)
            guard let account = visit.viewer.account else { throw DeskError.signInFirst }
            let name = pending.keep(
                PendingImport(data: file.data, options: options, report: report), for: account, at: visit.now)
            return ReportView(visit: visit, report: report, options: options, name: name).page()
        } catch let error as ImportError {
            filled.refuse("file", visit.sentence(error))
            return try await overview(ListQuery(), filled, visit, desk, status: .unprocessableContent)
        }
    }

    private func carryOut(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let name = form.typed("name")
        do {
            guard let found = pending.find(name, of: visit.viewer.account, at: visit.now) else {
                try desk.mayTakeIn(visit.viewer)
                if let key = form.key, let paper = try await desk.paper(ofForm: key) {
                    throw DeskError.alreadyDone(paper: paper)
                }
                var empty = ImportForm()
                empty.refuse("file", visit.words("intake.error-forgotten"))
                return try await overview(ListQuery(), empty, visit, desk, status: .unprocessableContent)
            }
            let report = try await Import(desk).carryOut(
                found.data, found.options, by: visit.viewer, once: form.key)
            pending.forget(name)
            guard let id = report.intake else { throw DeskError.notFound }
            return try visit.seeOther(.intake(id), done: Done.takenIn.rawValue)
        } catch DeskError.alreadyDone(let paper) {
            guard let id = IntakeID(rawValue: paper) else { throw DeskError.notFound }
            return try visit.seeOther(.intake(id))
        }
    }

    /// The report of a rehearsal, to work from.
    private func reportFile(_ name: String, _ visit: Visit, _ desk: Desk) throws -> Response {
        try desk.mayTakeIn(visit.viewer)
        guard let found = pending.find(name, of: visit.viewer.account, at: visit.now) else {
            throw WebProblem(.notFound)
        }
        let text = ReportFile.commaSeparated(found.report) { visit.sentence($0.reason) }
        return .download(
            Array(text.utf8), name: "bio-bridge-report-\(visit.today).csv", type: "text/csv; charset=utf-8")
    }
}

/// What somebody says about a file on the page of imports, as it was typed.
struct ImportForm {
    private(set) var form = Form()
    private(set) var options: Import.Options?
    private(set) var file: Form.File?
    private(set) var problems: [(field: String, sentence: String)] = []

    init() {}

    init(_ form: Form, _ visit: Visit) throws {
        self.form = form
        file = try form.file("file").flatMap { $0.data.isEmpty ? nil : $0 }
        let words = visit.words
        if file == nil { refuse("file", words("intake.error-file")) }
        let kind = PublicKind(rawValue: form.typed("kind"))
        if kind == nil { refuse("kind", words.problem(Problem(field: "kind", code: .notAChoice))) }
        let consent = Intake.Consent(rawValue: form.typed("consent"))
        if consent == nil { refuse("consent", words("intake.error-consent")) }
        let source = try form.text("source")
        if source.isEmpty { refuse("source", words.problem(Problem(field: "source", code: .missing))) }
        if source.count > 500 {
            refuse(
                "source",
                words.problem(
                    Problem(field: "source", code: .tooLong, figures: ["limit": 500, "count": source.count])))
        }
        let address = try form.text("address")
        if !address.isEmpty, SafeLink(address) == nil || !address.lowercased().hasPrefix("http") {
            refuse("address", words.problem(Problem(field: "address", code: .notAnAddress)))
        }
        guard problems.isEmpty, let kind, let consent, let file else { return }
        options = Import.Options(
            kind: kind, fileName: String(file.name.prefix(250)), source: source, address: address, consent: consent,
            language: Language(rawValue: form.typed("language")), takesAlike: form.flag("alike"))
    }

    mutating func refuse(_ field: String, _ sentence: String) { problems.append((field, sentence)) }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.sentence }
}
