internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A provider on one sheet, to be shared and printed; and until when it is full.
enum PromotionPages {
    static func add(to routes: Routes) {
        routes.get(.profile) { _, context, visit, desk in
            let id = try context.pathParameter("id") { ProviderID(own: $0) }
            let view = try await ProfileSheet(id, visit, desk)
            return visit.page(view.plainTitle, at: .provider(id, .profile), summary: view.summary, view.html())
        }
        routes.post(.capacity) { form, context, visit, desk in
            try await setCapacity(try context.pathParameter("id") { ProviderID(own: $0) }, form, visit, desk)
        }
    }

    private static func setCapacity(
        _ id: ProviderID, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        var problems: [Problem] = []
        let isOpen = form.typed("open") == "yes"
        let day = isOpen ? nil : form.day("full-until", &problems)
        if !isOpen, day == nil, problems.isEmpty { problems.append(Problem(field: "full-until", code: .missing)) }
        do {
            if !problems.isEmpty { throw DeskError.invalid(problems) }
            try await desk.setFull(id, until: day, by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                let provider = try await desk.record(id, for: visit.viewer)
                let own = FormProblems(problems, visit.words)
                let again = CapacityForm(
                    visit: visit, provider: provider, problem: own["full-until"], typed: form.typed("full-until"))
                var page = visit.page(
                    visit.words("promote.full-say"), at: .provider(id),
                    "<h1>\(visit.text(provider.body.title))</h1>\(again.html())")
                page.status = .unprocessableContent
                return page
            case .alreadyDone: break
            default: throw error
            }
        }
        return try visit.seeOther(.provider(id), done: (isOpen ? Done.open : Done.full).rawValue)
    }
}

/// One sheet of A4: what is offered, to whom, what came of it so far, and where it is found.
struct ProfileSheet {
    let provider: Filed<ProviderProfile>
    let institution: Filed<Organisation>
    let promotion: Promotion
    let practices: [Filed<Practice>]
    let helped: Page<DossierCard>
    let visit: Visit

    init(_ id: ProviderID, _ visit: Visit, _ desk: Desk) async throws {
        provider = try await desk.record(id, for: visit.viewer)
        institution = try await desk.record(provider.body.organisation)
        promotion = try await desk.promotion(of: id, for: visit.viewer)
        practices = try await desk.records(
            Practice.self, RecordFilter(organisation: provider.body.organisation), limit: 3
        ).items
        helped = try await desk.requests(RequestFilter(helpedWith: .provider(id)), for: .visitor, limit: 3)
        self.visit = visit
    }

    private var words: Words { visit.words }
    var plainTitle: String { visit.plain(provider.body.title) }
    var summary: String { visit.plain(provider.body.expertise.shortened(to: 160)) }

    /// The whole address, for who has it on paper.
    private var home: String { visit.publisher.address(path: visit.address(.provider(provider.id, .profile))) }

    func html() -> HTML {
        let body = provider.body
        return """
            \(trail(label: words("record.where"), [visit.link(words("provider.all"), SitePath(.providers))]))
            <article class="sheet">
            <p class="eyebrow">\(visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html())</p>
            <h1>\(visit.text(body.title))</h1>
            \(visit.paragraphs(body.expertise))
            \(facts([
                (words("provider.serves"), HTML(text: visit.coverage(body.coverage, most: 6))),
                (words("provider.free"), listed(body.free)), (words("provider.at-cost"), listed(body.atCost)),
                (words("record.subject"), HTML(text: words.list(visit.names(body.subjects)))),
                (words("record.languages"), HTML(text: visit.languages(body.languages))),
                (words("promote.people"), promotion.people.isEmpty ? nil : HTML(text: words.list(promotion.people))),
            ]))
            \(PromotionView(visit: visit, promotion: promotion).html())
            \(visit.related(words("promote.helped-with"), helped.items.map { visit.row($0) }))
            \(visit.related(words("provider.practices"), practices.map { visit.row($0) }))
            <p class="small">\(words("promote.found-at")) <bdi dir="ltr">\(home)</bdi></p>
            </article>
            <p class="quiet">\(words("promote.print"))</p>
            \(buttons(
                visit.link(words("promote.whole"), .provider(provider.id)).button(),
                visit.link(
                    words("enquiry.write"),
                    SitePath.organisation(institution.id, .newEnquiry).with("about", provider.id.rawValue)).button()))
            """
    }

    private func listed(_ types: [AssistanceTypeID]) -> HTML? {
        types.isEmpty ? nil : HTML(text: words.list(types.map { $0.label(in: visit.language) }))
    }
}
