internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Practices that editors show first: those of today, those of before, and the choice itself.
enum BrightSpotPages {
    static func add(to routes: Routes) {
        routes.get(.brightSpots) { request, _, visit, desk in
            try await page(try ListQuery(request), visit, desk)
        }
        routes.post(.practiceBrightSpot) { form, context, visit, desk in
            try Routes.keepWhatWasTyped(form, visit)
            let id = try context.pathParameter("id") { PracticeID(own: $0) }
            return try await choose(id, form, visit, desk)
        }
        routes.post(.brightSpotEnd) { form, context, visit, desk in
            let id = try context.pathParameter("id") { BrightSpotID(own: $0) }
            try await desk.end(id, by: visit.viewer, once: form.key)
            return try visit.seeOther(SitePath(.brightSpots), done: Done.unchosen.rawValue)
        }
    }

    private static func choose(
        _ id: PracticeID, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        var problems: [Problem] = []
        let from = form.day("from", &problems) ?? visit.today
        let until = form.day("until", &problems) ?? from.adding(days: 90)
        do {
            if !problems.isEmpty { throw DeskError.invalid(problems) }
            let spot = BrightSpot(practice: id, reason: try visit.written(form, "reason"), from: from, until: until)
            try await desk.choose(spot, by: visit.viewer, once: form.key)
        } catch DeskError.invalid(let problems) {
            let attempt = Attempt(.practiceBrightSpot, form, problems, visit.words)
            var page = try await PracticeView(id, attempt: attempt, visit, desk)
                .page(try await visit.head(of: id.rawValue, desk))
            page.status = .unprocessableContent
            return page
        } catch DeskError.alreadyDone {
            // Her first click was taken.
        }
        return try visit.seeOther(.practice(id), done: Done.chosen.rawValue)
    }

    private static func page(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let (spots, total) = try await desk.allBrightSpots(offset: query.offset)
        let words = visit.words
        let (shown, before) = (
            spots.filter { $0.spot.body.isShown(on: visit.today) || $0.spot.body.from > visit.today },
            spots.filter { $0.spot.body.until < visit.today }
        )
        let pager = Pager(
            words: words, page: query.page, pageCount: (total + ListQuery.pageLength - 1) / ListQuery.pageLength
        ) { visit.address(SitePath(.brightSpots).with("page", $0 == 1 ? nil : String($0))) }
        let none = EmptyState(title: words("bright.none"), body: words("bright.none-body")).html()
        return visit.page(
            words("bright.title"), at: SitePath(.brightSpots), summary: words("bright.lead"),
            """
            <h1>\(words("bright.title"))</h1><p class="lead">\(words("bright.lead"))</p>
            \(if: spots.isEmpty, none)
            \(if: !shown.isEmpty, "<section><h2>\(words("bright.now"))</h2>\(register(shown.map { visit.row($0.spot, $0.practice) }))</section>")
            \(if: !before.isEmpty, "<section><h2>\(words("bright.before"))</h2>\(register(before.map { visit.row($0.spot, $0.practice) }))</section>")
            \(pager.html())
            """)
    }
}

extension Visit {
    func row(_ spot: Filed<BrightSpot>, _ practice: Filed<Practice>) -> RegisterRow {
        let days = words("bright.days", ["from": day(spot.body.from), "until": day(spot.body.until)])
        let end = form(to: .brightSpot(spot.id), buttons(submitButton(words("bright.end"), .plain)))
        let mayEnd = viewer.may(.chooseBrightSpots) && spot.body.until >= today
        return RegisterRow(
            title: text(practice.body.title), address: address(.practice(practice.id)), summary: text(spot.body.reason),
            facts: [days] + practice.body.countries.prefix(4).map { name($0) }, below: mayEnd ? end : HTML())
    }
}

/// Beside a practice: that it is a bright spot and why; for editors, the form that makes it one.
struct BrightSpotPanel {
    let practice: Filed<Practice>
    let spots: [Filed<BrightSpot>]
    let attempt: Attempt?
    let visit: Visit

    private var words: Words { visit.words }

    func html() -> HTML {
        let shown = spots.filter { $0.body.isShown(on: visit.today) }
        return shown.map { spot in
            let days = words("bright.days", ["from": visit.day(spot.body.from), "until": visit.day(spot.body.until)])
            return Notice(
                title: words("bright.one"),
                body: """
                    \(visit.paragraphs(spot.body.reason))<p class="small quiet">\(days) \
                    \(visit.link(words("bright.title"), SitePath(.brightSpots)).html())</p>
                    """
            ).html()
        }.joined() + (shown.isEmpty && visit.viewer.may(.chooseBrightSpots) ? form : HTML())
    }

    private var form: HTML {
        func field(_ name: String, _ label: MessageKey, isOptional: Bool = false) -> Field {
            Field(
                words: words, name: name, label: words(label), problem: attempt?.problems[name],
                isOptional: isOptional)
        }
        func typed(_ name: String) -> String { attempt?.form.typed(name) ?? "" }
        let content: HTML = """
            \(field("reason", "bright.reason").area(typed("reason"), lines: 3))
            \(field("from", "bright.from", isOptional: true).text(typed("from"), kind: .date, isShort: true))
            \(field("until", "bright.until", isOptional: true).text(typed("until"), kind: .date, isShort: true))
            \(buttons(submitButton(words("bright.choose"), .ordinary)))
            """
        return fold(
            words("bright.choose"), isOpen: attempt != nil,
            (attempt?.problems.summary(words).html() ?? HTML())
                + visit.form(to: .practice(practice.id, .practiceBrightSpot), key: attempt?.form.key, content))
    }
}
