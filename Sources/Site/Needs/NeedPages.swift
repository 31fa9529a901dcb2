internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Saying a need in the standard way: in steps on the web, or in a workbook that is filled in offline.
enum NeedPages {
    static func add(to routes: Routes) {
        routes.get(.newNeed) { request, _, visit, desk in
            let writer = try NeedWriter(visit, desk)
            return try await writer.page(writer.blank(country: try request.query().typed("country")), .what)
        }
        routes.post(.newNeed) { form, _, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            return try await NeedWriter(visit, desk).take(form)
        }
        routes.get(.editNeed) { _, context, visit, desk in
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            let writer = try await NeedWriter(visit, desk, revising: id)
            return try await writer.page(writer.filled(), .what)
        }
        routes.post(.editNeed) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            if try await Routes.wasTaken(form, desk) { return try visit.seeOther(.need(id)) }
            return try await NeedWriter(visit, desk, revising: id).take(form)
        }
        routes.post(.needEnding) { form, context, visit, desk in
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            try await desk.end(id, as: Need.Ending(rawValue: form.typed("ended")), by: visit.viewer, once: form.key)
            return try visit.seeOther(.need(id), done: Done.needEnded.rawValue)
        }
        routes.post(.needRequest) { form, context, visit, desk in
            let id = try context.pathParameter("id") { NeedID(own: $0) }
            return try await request(for: id, form, visit, desk)
        }
        NeedTemplatePages.add(to: routes)
    }

    /// To the draft; who speaks for no institution of the country begins with saying which one asks.
    private static func request(
        for id: NeedID, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        do {
            let draft = try await desk.draftRequest(for: id, by: visit.viewer, once: form.key)
            return try visit.seeOther(.request(draft, .editRequest), done: Done.saved.rawValue)
        } catch let error as DeskError {
            guard case .invalid = error else { throw error }
            let country = try await desk.record(id).body.country.description
            return try visit.seeOther(SitePath(.newRequest).with("country", country))
        }
    }
}

/// One person at the form of a need.
struct NeedWriter {
    let visit: Visit
    let desk: Desk
    /// The need that is revised.
    private(set) var filed: Filed<Need>?
    /// The countries she may say needs of; nil for all.
    let countries: Set<CountryCode>?

    init(_ visit: Visit, _ desk: Desk) throws(DeskError) {
        guard visit.viewer.may(.writeNeed) else {
            throw visit.viewer.isSignedIn ? .refused(Deed.writeNeed.rawValue) : .signInFirst
        }
        self.visit = visit
        self.desk = desk
        countries = visit.viewer.countries(for: .writeNeed)
    }

    init(_ visit: Visit, _ desk: Desk, revising id: NeedID) async throws(DeskError) {
        try self.init(visit, desk)
        let filed = try await desk.record(id)
        guard desk.mayRevise(filed, visit.viewer) else { throw .refused(Deed.writeNeed.rawValue) }
        self.filed = filed
    }

    func blank(country: String) -> Form {
        let own = countries.map { $0.count == 1 ? $0.first?.description ?? "" : "" } ?? ""
        return Form(fields: ["country": [country.isEmpty ? own : country], "lack": [""]])
    }

    func filled() -> Form {
        guard let filed else { return Form() }
        return NeedReading.form(of: filed.body, revision: filed.revision, visit)
    }

    func page(
        _ form: Form, _ step: NeedStep, problems: [Problem] = [], status: HTTPResponse.Status = .ok,
        notice: String? = nil
    ) async throws -> Response {
        let view = NeedFormView(
            visit: visit, form: form, step: step, problems: FormProblems(problems, visit.words), id: filed?.id,
            countries: countries, notice: notice)
        let path: SitePath = filed.map { .need($0.id, .editNeed) } ?? SitePath(.newNeed)
        var page = visit.page(visit.words(filed == nil ? "need.new" : "need.edit"), at: path, view.html())
        page.status = problems.isEmpty ? status : .unprocessableContent
        return page
    }

    /// The form as it was sent: to the step it asks for, or into the ledger.
    func take(_ form: Form) async throws -> Response {
        let step = NeedStep(rawValue: form.typed(NeedStep.fieldName)) ?? .what
        let reading = try NeedReading(form, base: filed?.body, visit)
        if let asked = NeedStep(rawValue: form.typed("go")) { return try await page(form, asked) }
        if form.typed("go") == "back" { return try await page(form, step.before ?? .what) }
        guard step == .review else {
            let here = reading.problemsOfFiling.filter { problem in
                step.fields.contains { problem.field == $0 || problem.field.hasPrefix($0 + ".") }
            }
            return try await page(form, here.isEmpty ? step.next : step, problems: here)
        }
        guard reading.problemsOfFiling.isEmpty else {
            return try await page(form, .review, problems: reading.problemsOfFiling)
        }
        return try await file(reading.need, form)
    }

    private func file(_ need: Need, _ form: Form) async throws -> Response {
        do {
            let base = Int(form.typed("base")) ?? filed?.revision ?? 0
            let id = try await desk.write(need, as: filed?.id, from: base, by: visit.viewer, once: form.key)
            return try visit.seeOther(.need(id), done: Done.needSaved.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone(let paper):
                guard let id = NeedID(rawValue: paper) else { throw error }
                return try visit.seeOther(.need(id))
            case .invalid(let problems): return try await page(form, .review, problems: problems)
            case .conflict(let current):
                var fields = form.fields
                fields["base"] = [String(current)]
                return try await page(
                    Form(fields: fields), .review, status: .conflict, notice: visit.words("need.conflict"))
            default: throw error
            }
        }
    }
}
