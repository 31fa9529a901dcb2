internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// A person's own account: who she is here, how she gets in, and what is hers.
enum AccountPage {
    static func add(to routes: Routes) {
        routes.get(.account) { _, _, visit, desk in try await page(visit, desk, nil) }
        routes.act(.account) { sent in
            try await sent.desk.change(
                name: try sent.text("name"),
                language: Language(rawValue: sent.form.typed("language")) ?? sent.visit.language, by: sent.viewer,
                once: sent.key)
            return .accountSaved
        } next: { _ in
            SitePath(.account)
        } again: { sent, attempt in
            try await page(sent.visit, sent.desk, attempt)
        }
        routes.act(.sessions) { sent in
            if let one = ID<Session>(rawValue: sent.form.typed("session")) {
                try await sent.desk.end(one, by: sent.viewer, once: sent.key)
            } else {
                try await sent.desk.endSessions(except: sent.visit.person?.session, by: sent.viewer, once: sent.key)
            }
            return .sessionEnded
        } next: { _ in
            SitePath(.account)
        } again: { sent, attempt in
            try await page(sent.visit, sent.desk, attempt)
        }
        routes.act(.ownAppointment) { sent in
            guard let id = ID<Appointment>(rawValue: sent.form.typed("appointment")) else { throw DeskError.notFound }
            try await sent.desk.relieve(id, by: sent.viewer, once: sent.key)
            return .relieved
        } next: { sent in
            sent.form.flag("people") ? SitePath(.countryPeople) : SitePath(.account)
        } again: { sent, attempt in
            try await page(sent.visit, sent.desk, attempt)
        }
        routes.get(.ownData) { _, _, visit, desk in
            let data = try await desk.ownData(for: visit.viewer)
            var answer = Response.download(
                Array(data), name: "bio-bridge-\(visit.today).json", type: "application/json; charset=utf-8")
            answer.headers[.cacheControl] = "no-store"
            return answer
        }
    }

    private static func page(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        let appointments = try await desk.ownAppointments(of: visit.viewer)
        let view = AccountPageView(
            visit: visit, account: try await desk.account(of: visit.viewer),
            factor: try await desk.factor(of: visit.viewer),
            sessions: try await desk.sessions(of: visit.viewer), appointments: appointments,
            institutions: try await desk.institutions(appointments.compactMap(\.body.organisation)), attempt: attempt)
        return visit.page(visit.words("person.account"), at: SitePath(.account), view.html())
    }
}

struct AccountPageView {
    let visit: Visit
    let account: Filed<Account>
    let factor: FactorView
    let sessions: [Filed<Session>]
    let appointments: [Filed<Appointment>]
    let institutions: Institutions
    let attempt: Attempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words("person.account"))</h1>
        \(attempt?.summary(words))
        <section aria-labelledby="who"><h2 id="who">\(words("person.who"))</h2>\(visit.form(to: SitePath(.account), names))</section>
        <section aria-labelledby="doors"><h2 id="doors">\(words("person.getting-in"))</h2>\(doors)</section>
        \(roles)
        <section aria-labelledby="sessions"><h2 id="sessions">\(words("person.sessions"))</h2>\(browsers)</section>
        <section aria-labelledby="data"><h2 id="data">\(words("person.data"))</h2><p>\(words("person.data-lead"))</p>
        \(buttons(
            visit.link(words("person.data-download"), SitePath(.ownData)).button(),
            visit.link(words("person.erase"), SitePath(.erasure)).button(.danger)))</section>
        """
    }

    private var names: HTML {
        """
        \(visit.field("name", words("person.name"), attempt, hint: words("person.name-hint"))
            .text(Attempt.typed(attempt, "name", or: account.body.name), autocomplete: "name"))
        \(visit.languageField(attempt, chosen: account.body.language))
        \(buttons(submitButton(words("person.save"))))
        """
    }

    private var doors: HTML {
        let factorLine: HTML =
            factor.isOn
            ? HTML(text: words("person.factor-on-left", count: factor.recoveryLeft))
            : HTML(text: words("person.factor-is-off"))
        return facts([
            (
                words("account.email"),
                """
                <bdi dir="ltr">\(account.body.email)</bdi><br>\(visit.link(words("person.change-email"), SitePath(.accountEmail)).html())
                """
            ),
            (words("account.password"), visit.link(words("person.change-password"), SitePath(.accountPassword)).html()),
            (
                words("person.factor"),
                "\(factorLine)<br>\(visit.link(words(factor.isOn ? "person.factor-change" : "person.factor-begin"), SitePath(.secondFactor)).html())"
            ),
        ])
    }

    private var roles: HTML {
        guard !appointments.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="roles"><h2 id="roles">\(words("person.roles"))</h2>
            \(DataTable(
                caption: words("person.roles-caption"),
                columns: [.init(title: words("person.role")), .init(title: words("person.for")), .init(title: words("person.lay-down"))],
                rows: appointments.map { appointment in
                    [
                        HTML(text: visit.role(appointment.body.role)), visit.reach(appointment.body, institutions),
                        layDown(appointment),
                    ]
                }).html())</section>
            """
    }

    private func layDown(_ appointment: Filed<Appointment>) -> HTML {
        visit.form(
            to: SitePath(.ownAppointment),
            """
            <input type="hidden" name="appointment" value="\(appointment.id.rawValue)">\
            \(submitButton(words("person.lay-down"), .plain))
            """)
    }

    private var browsers: HTML {
        let current = visit.person?.session
        let table = DataTable(
            caption: words("person.sessions-caption"),
            columns: [
                .init(title: words("person.browser")), .init(title: words("person.signed-in")),
                .init(title: words("person.last-used")), .init(title: words("person.end-session")),
            ],
            rows: sessions.map { session in
                let device = session.body.device ?? ""
                return [
                    "\(bdi: device.isEmpty ? words("person.unknown-browser") : device)",
                    HTML(text: words.dateAndTime(session.body.begun ?? session.at)),
                    HTML(text: words.dateAndTime(session.body.seen ?? session.at)),
                    session.id == current
                        ? Tag(text: words("person.this-browser"), tone: .strong).html()
                        : visit.form(
                            to: SitePath(.sessions),
                            """
                            <input type="hidden" name="session" value="\(session.id.rawValue)">\
                            \(submitButton(words("person.end-session"), .plain))
                            """),
                ]
            })
        return """
            <p>\(words("person.sessions-lead"))</p>\(table.html())
            \(if: sessions.count > 1, visit.form(to: SitePath(.sessions), submitButton(words("person.end-others"))))
            """
    }
}

extension Visit {
    /// For which country, institution or hub, and for how long a role is held.
    /// - Parameter names: of the institutions, as far as they are known.
    func reach(_ appointment: Appointment, _ names: Institutions = [:]) -> HTML {
        var parts: [HTML] = []
        if let country = appointment.country { parts.append(link(name(country), .country(country)).html()) }
        if let id = appointment.organisation {
            parts.append(link(names[id].map { plain($0) } ?? words("person.its-institution"), .organisation(id)).html())
        }
        if let hub = appointment.hub { parts.append(link(words("person.its-hub"), .hub(hub)).html()) }
        if let begins = appointment.begins {
            parts.append(HTML(text: words("person.from", ["day": words.date(begins.start)])))
        }
        if let ended = appointment.ended {
            parts.append(HTML(text: words("person.until", ["day": words.date(ended.adding(days: -1).start)])))
        }
        return parts.isEmpty ? HTML(text: words("person.everywhere")) : parts.joined(separator: " · ")
    }
}
