internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A centre's own dashboard: what waits in its countries, whose word is missing, dates, offers and gaps.
enum HubDeskPage {
    static func add(to routes: Routes) {
        routes.get(.hubDesk) { _, context, visit, desk in
            let id = try context.pathParameter("id") { HubID(own: $0) }
            let work = try await desk.hubDesk(id, for: visit.viewer)
            let cards =
                work.withDesk.items + work.withOthers.items + work.beforeCountries.items + work.referred.items
            let asked =
                cards.map(\.request.body.organisation) + work.providers.items.map(\.body.organisation)
                + work.dates.map(\.call.body.organisation)
            let view = HubDeskView(visit: visit, desk: work, institutions: try await desk.institutions(asked))
            return visit.page(view.title, at: .hubDesk(id), view.html())
        }
    }
}

struct HubDeskView {
    let visit: Visit
    let desk: HubDesk
    let institutions: Institutions

    private var words: Words { visit.words }
    private var hub: Hub { desk.hub.body }

    var title: String { words("hubdesk.title", ["name": visit.plain(hub.name)]) }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [
            visit.link(words("hub.all"), SitePath(.hubs)), visit.link(visit.plain(hub.name), .hub(desk.hub.id)),
        ]))
        <h1>\(title)</h1>
        <p class="lead">\(words("hubdesk.lead"))</p>
        <div class="trio">\(figures.map { figure(words.number($0.1), words($0.0)) })</div>
        <div class="beside"><div>\(waiting)\(silent)\
        \(section("hubdesk.referred", "referred", desk.referred))\
        \(section("hubdesk.with-others", "others", desk.withOthers))\
        \(section("hubdesk.before", "before", desk.beforeCountries))\
        \(dates)\(outreach)\(gaps)\(offers)</div>
        <aside>\(side)</aside></div>
        """
    }

    private var figures: [(MessageKey, Int)] {
        [
            ("hubdesk.with-us", desk.withDesk.total), ("hubdesk.late", desk.late),
            ("hubdesk.with-others", desk.withOthers.total), ("hubdesk.needs", desk.needs),
            ("hubdesk.providers", desk.providers.total), ("hubdesk.practices", desk.practices.total),
        ]
    }

    private var side: HTML {
        let staff = desk.officers.map(\.name)
        return facts([
            (
                words("hubdesk.staff"),
                HTML(text: staff.isEmpty ? words("hubdesk.nobody") : words.list(staff))
            ),
            (words("hubdesk.hours"), hub.hours.map { visit.hours($0) }),
            (words("record.languages"), HTML(text: visit.languages(hub.languages))),
            (words("hub.covers"), visit.places(hub.countries)),
        ])
            + buttons(
                visit.link(words("nav.queue"), SitePath(.queue)).button(.act),
                visit.link(words("hubdesk.page"), .hub(desk.hub.id)).button())
    }

    private var waiting: HTML {
        if desk.withDesk.items.isEmpty {
            return EmptyState(
                title: words("hubdesk.nothing-waits"), body: words("hubdesk.nothing-waits-body"),
                action: visit.link(words("casework.all-cases"), SitePath(.queue)).button()
            ).html()
        }
        return section("hubdesk.waiting", "waiting", desk.withDesk)
    }

    private func section(_ title: MessageKey, _ id: String, _ cards: Page<DossierCard>) -> HTML {
        if cards.items.isEmpty { return HTML() }
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(words(title)) \
            <span class="tag">\(words.number(cards.total))</span></h2>
            \(register(cards.items.map(row), isQueue: true))</section>
            """
    }

    private func row(_ card: DossierCard) -> RegisterRow {
        var row = visit.row(
            card, institutions: institutions,
            summary: visit.due(of: card).map { due in
                let days = due.ordinal - visit.today.ordinal
                return HTML(text: words("desk.due", ["date": visit.day(due), "when": words.relativeDay(days)]))
            })
        row.address = visit.address(.helpCase(card.request.id))
        return row
    }

    private var silent: HTML {
        let shown = desk.silent.prefix(Desk.shownOnHubDesk)
        return """
            <section aria-labelledby="silent"><h2 id="silent">\(words("hubdesk.silent")) \
            <span class="tag">\(words.number(desk.silent.count))</span></h2>
            \(if: shown.isEmpty, "<p class=\"quiet\">\(words("hubdesk.nobody-silent"))</p>")
            \(register(shown.map { silent in
                RegisterRow(
                    title: visit.title(of: silent.request.body),
                    address: visit.address(.helpCase(silent.request.id)),
                    facts: [
                        visit.name(silent.request.body.country),
                        words(MessageKey("history.value-\(silent.party.asked.rawValue)")),
                        words("hubdesk.since", ["date": words.date(silent.party.since)]),
                    ])
            }))
            \(if: !shown.isEmpty, buttons(visit.link(words("casework.silent"), SitePath(.silent)).button()))</section>
            """
    }

    private var dates: HTML {
        let table = DataTable(
            caption: words("hubdesk.dates-caption"),
            columns: [
                .init(title: words("hubdesk.what")), .init(title: words("hubdesk.apply-by")),
                .init(title: words("hubdesk.starts")),
            ],
            rows: desk.dates.map { date in
                let day = HTML(
                    text: visit.day(date.day) + " · " + words.relativeDay(date.day.ordinal - visit.today.ordinal))
                let call = visit.link(visit.plain(date.call.body.title), .opportunity(date.call.id)).html()
                return [call, date.isDeadline ? day : "–", date.isDeadline ? "–" : day]
            })
        return """
            <section aria-labelledby="dates"><h2 id="dates">\(words("hubdesk.dates"))</h2>
            \(if: desk.dates.isEmpty, "<p class=\"quiet\">\(words("hubdesk.no-dates"))</p>", else: table.html())</section>
            """
    }

    private var outreach: HTML {
        let shown = desk.outreach.prefix(Desk.shownOnHubDesk)
        let table = DataTable(
            caption: words("hubdesk.outreach-caption"),
            columns: [
                .init(title: words("engage.institution")), .init(title: words("engage.for")),
                .init(title: words("person.standing")),
            ],
            rows: shown.map { prospect in
                let standing = prospect.standing(at: visit.now)
                return [
                    "\(bdi: prospect.engagement.institution)",
                    HTML(text: prospect.engagement.subject.label(in: visit.language)),
                    Tag(text: words(MessageKey("engage.standing-\(standing.rawValue)"))).html(),
                ]
            })
        return """
            <section aria-labelledby="outreach"><h2 id="outreach">\(words("hubdesk.outreach")) \
            <span class="tag">\(words.number(desk.outreach.count))</span></h2>
            \(if: shown.isEmpty, "<p class=\"quiet\">\(words("hubdesk.no-outreach"))</p>", else: table.html())
            \(buttons(visit.link(words("engage.title"), SitePath(.engagement)).button()))</section>
            """
    }

    private var gaps: HTML {
        let view = GapsView(visit: visit, gaps: desk.gaps)
        return """
            <section aria-labelledby="gaps"><h2 id="gaps">\(words("hubdesk.gaps"))</h2>
            \(if: desk.gaps.isEmpty, "<p class=\"quiet\">\(words("hubdesk.no-gaps"))</p>", else: view.short())
            \(buttons(visit.link(words("gaps.title"), SitePath(.gaps)).button(.plain)))</section>
            """
    }

    private var offers: HTML {
        visit.related(words("hubdesk.providers"), desk.providers.items.map { visit.row($0, institutions) })
            + visit.related(words("hubdesk.practices"), desk.practices.items.map { visit.row($0) })
    }
}

extension Visit {
    /// `Monday, Tuesday and Friday, 09:00–17:00 (Africa/Dakar)`, and whether that is now.
    func hours(_ hours: OfficeHours) -> HTML {
        let days = words.list(Weekday.allCases.filter(hours.days.contains).map { weekday($0) })
        let line = words(
            "hubdesk.hours-line",
            [
                "days": days, "opens": hours.opens.text, "closes": hours.closes.text,
                "zone": hours.timeZone.replacing("_", with: " "),
            ])
        let now = words(hours.isOpen(at: now) ? "hubdesk.open-now" : "hubdesk.closed-now")
        return "\(line) <span class=\"tag\">\(now)</span>"
    }
}
