internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Accounts: found by name or address and by role; one account with its roles; suspended and returned.
enum AccountsPages {
    static let perPage = 30

    static func add(to routes: Routes) {
        addRelease(to: routes)
        routes.get(.accounts) { request, _, visit, desk in
            let query = try request.query()
            let role = Role(rawValue: query.typed("role"))
            let page = max(1, Int(query.typed("page")) ?? 1)
            let found = try await desk.accounts(
                holding: try query.text("q"), role: role, for: visit.viewer, limit: perPage,
                offset: (page - 1) * perPage)
            return list(found, try query.text("q"), role, page, visit)
        }
        routes.get(.personAccount) { _, context, visit, desk in
            try await one(try context.pathParameter("id") { AccountID(own: $0) }, visit, desk, nil)
        }
        routes.post(.personAppointments) { form, context, visit, desk in
            let id = try context.pathParameter("id") { AccountID(own: $0) }
            return try await carryOut(id, .personAppointments, form, visit, desk) {
                if let ended = ID<Appointment>(rawValue: form.typed("appointment")) {
                    try await desk.relieve(ended, by: visit.viewer, once: form.key)
                    return .relieved
                }
                var problems: [Problem] = []
                let appointment = appointment(of: id, form, &problems)
                guard problems.isEmpty else { throw DeskError.invalid(problems) }
                try await desk.appoint(appointment, by: visit.viewer, once: form.key)
                return .appointed
            }
        }
        routes.post(.personSuspension) { form, context, visit, desk in
            let id = try context.pathParameter("id") { AccountID(own: $0) }
            return try await carryOut(id, .personSuspension, form, visit, desk) {
                if form.flag("return") {
                    try await desk.giveBack(id, by: visit.viewer, once: form.key)
                    return .returned
                }
                try await desk.suspend(id, because: try form.text("reason"), by: visit.viewer, once: form.key)
                return .suspended
            }
        }
    }

    /// Somebody who has lost her second factor.
    private static func addRelease(to routes: Routes) {
        routes.post(.personRelease) { form, context, visit, desk in
            let id = try context.pathParameter("id") { AccountID(own: $0) }
            return try await carryOut(id, .personRelease, form, visit, desk) {
                if form.flag("stop") {
                    try await desk.stopRelease(of: id, by: visit.viewer, once: form.key)
                    return .releaseStopped
                }
                try await desk.release(id, proof: try form.text("proof"), by: visit.viewer, once: form.key)
                return .released
            }
        }
    }

    private static func carryOut(
        _ id: AccountID, _ route: SiteRoute, _ form: Form, _ visit: Visit, _ desk: Desk, _ act: () async throws -> Done
    ) async throws -> Response {
        do {
            return try visit.seeOther(.account(id), done: try await act().rawValue)
        } catch let error as DeskError {
            if case .alreadyDone = error { return try visit.seeOther(.account(id)) }
            guard case .invalid(let problems) = error else { throw error }
            var answer = try await one(id, visit, desk, Attempt(route, form, problems, visit.words))
            answer.status = .unprocessableContent
            return answer
        }
    }

    private static func appointment(of id: AccountID, _ form: Form, _ problems: inout [Problem]) -> Appointment {
        let role = Role(rawValue: form.typed("role"))
        if role == nil { problems.append(Problem(field: "role", code: .missing)) }
        let place = role ?? .visitor
        return Appointment(
            account: id, role: place,
            organisation: place.needsOrganisation ? OrganisationID(rawValue: form.typed("organisation")) : nil,
            country: place.needsCountry ? CountryCode(form.typed("country")) : nil,
            hub: place == .helpDesk ? HubID(rawValue: form.typed("hub")) : nil,
            ended: form.day("last", &problems)?.adding(days: 1), begins: form.day("begins", &problems))
    }

    private static func list(
        _ found: Page<AccountView>, _ text: String, _ role: Role?, _ page: Int, _ visit: Visit
    ) -> Response {
        let words = visit.words
        let roles =
            [Choice(value: "", label: words("admin.any-role"))]
            + Role.given.map {
                Choice(value: $0.rawValue, label: visit.role($0))
            }
        let path = SitePath(.accounts).with("q", text).with("role", role?.rawValue)
        let table = DataTable(
            caption: words("admin.found", count: found.total),
            columns: [
                .init(title: words("person.name")), .init(title: words("account.email")),
                .init(title: words("person.roles")),
                .init(title: words("person.last-used")),
            ],
            rows: found.items.map { view in
                let names = view.appointments.filter { $0.body.isHeld(on: visit.today) }.map {
                    visit.role($0.body.role)
                }
                return [
                    """
                    \(visit.link(view.account.body.name, .account(view.account.id)).html())\
                    \(if: view.isSuspended, " " + Tag(text: words("admin.suspended"), tone: .error).html())
                    """,
                    emailAddress(view.account.body.email),
                    HTML(text: names.isEmpty ? words("person.role-member") : words.list(names)),
                    HTML(text: view.lastSeen.map { words.date($0) } ?? words("admin.never")),
                ]
            })
        return visit.administration(
            .accounts, at: path,
            """
            <form class="search" method="get" action="\(visit.address(SitePath(.accounts)))"><div>
            \(Field(words: words, name: "q", label: words("admin.search-accounts")).text(text, kind: .search))
            \(Field(words: words, name: "role", label: words("person.role")).select(roles, chosen: role?.rawValue ?? ""))</div>
            \(submitButton(words("admin.find")))</form>
            \(if: found.items.isEmpty, EmptyState(title: words("admin.nobody"), body: words("admin.nobody-body")).html())
            \(if: !found.items.isEmpty, table.html())
            \(Pager(words: words, page: page, pageCount: max(1, (found.total + perPage - 1) / perPage)) {
                visit.address(path.with("page", String($0)))
            }.html())
            \(buttons(visit.link(words("admin.invite-somebody"), SitePath(.invitations)).button()))
            """)
    }

    private static func one(
        _ id: AccountID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        let view = try await desk.account(id, for: visit.viewer)
        let page = AccountOfPersonView(
            visit: visit, account: view, choices: try await AppointmentChoices(visit, desk),
            institutions: try await desk.institutions(view.appointments.compactMap(\.body.organisation)),
            attempt: attempt)
        return visit.administration(
            .accounts, title: view.account.body.name, at: .account(id), page.html())
    }
}

extension Role {
    /// The roles somebody can be given.
    static var given: [Role] { allCases.filter { $0 != .visitor && $0 != .member } }
}

/// The institutions, countries and hubs a role can be for, as a form offers them.
struct AppointmentChoices: Sendable {
    let organisations: [Choice]
    let countries: [Choice]
    let hubs: [Choice]

    init(_ visit: Visit, _ desk: Desk) async throws {
        let words = visit.words
        let none = [Choice(value: "", label: words("admin.none"))]
        let known = try await desk.records(Organisation.self, limit: 2000).items
        organisations =
            none
            + words.sorted(known.map { Choice(value: $0.id.rawValue, label: visit.plain($0.body.name)) }) { $0.label }
        countries =
            none
            + words.sorted(
                Vocabulary.standard.countries.map {
                    Choice(value: $0.code.description, label: $0.name(in: visit.language))
                }
            ) { $0.label }
        hubs =
            [Choice(value: "", label: words("admin.global-desk"))]
            + (try await desk.records(Hub.self, limit: 300).items).map {
                Choice(value: $0.id.rawValue, label: visit.plain($0.body.name))
            }
    }

    /// The fields for a role and what it is for.
    func fields(_ visit: Visit, _ attempt: Attempt?) -> HTML {
        let words = visit.words
        let roles = Role.given.map {
            Choice(value: $0.rawValue, label: visit.role($0), hint: words(MessageKey("person.about-\($0.rawValue)")))
        }
        return """
            \(visit.field("role", words("person.role"), attempt).radios(roles, chosen: Attempt.typed(attempt, "role")))
            \(visit.field("country", words("common.country"), attempt, hint: words("admin.country-hint"), isOptional: true)
                .select(countries, chosen: Attempt.typed(attempt, "country")))
            \(visit.field("organisation", words("person.institution"), attempt, hint: words("admin.institution-hint"), isOptional: true)
                .select(organisations, chosen: Attempt.typed(attempt, "organisation")))
            \(visit.field("hub", words("admin.hub"), attempt, hint: words("admin.hub-hint"), isOptional: true)
                .select(hubs, chosen: Attempt.typed(attempt, "hub")))
            \(visit.dayFields(attempt))
            """
    }
}

struct AccountOfPersonView {
    let visit: Visit
    let account: AccountView
    let choices: AppointmentChoices
    let institutions: Institutions
    let attempt: Attempt?

    private var words: Words { visit.words }
    private var id: AccountID { account.account.id }

    func html() -> HTML {
        """
        \(attempt?.summary(words))
        \(facts([
            (words("account.email"), "<bdi dir=\"ltr\">\(account.account.body.email)</bdi>"),
            (words("person.language"), HTML(text: account.account.body.language.ownName)),
            (words("person.factor"), HTML(text: words(account.hasSecondFactor ? "person.factor-is-on" : "person.factor-is-off"))),
            (words("person.last-used"), HTML(text: account.lastSeen.map { words.dateAndTime($0) } ?? words("admin.never"))),
        ]))
        <section aria-labelledby="roles"><h2 id="roles">\(words("person.roles"))</h2>\(roles)</section>
        <section aria-labelledby="appoint"><h2 id="appoint">\(words("admin.appoint"))</h2>
        \(visit.form(to: .account(id, .personAppointments), """
            \(choices.fields(visit, attempt?.route == .personAppointments ? attempt : nil))\(buttons(submitButton(words("admin.appoint"), .act)))
            """))</section>
        \(if: account.hasSecondFactor && id != visit.viewer.account, "<section aria-labelledby=\"release\"><h2 id=\"release\">\(words("admin.release"))</h2>\(release)</section>")
        <section aria-labelledby="suspension"><h2 id="suspension">\(words("admin.suspension"))</h2>\(suspension)</section>
        """
    }

    private var roles: HTML {
        guard !account.appointments.isEmpty else { return "<p class=\"quiet\">\(words("admin.no-roles"))</p>" }
        return DataTable(
            caption: words("admin.roles-caption"),
            columns: [
                .init(title: words("person.role")), .init(title: words("person.for")),
                .init(title: words("person.end-role")),
            ],
            rows: account.appointments.map { appointment in
                [
                    HTML(text: visit.role(appointment.body.role)), visit.reach(appointment.body, institutions),
                    appointment.body.ended.map { $0 <= visit.today } ?? false
                        ? HTML(text: words("admin.ended")) : end(appointment),
                ]
            }
        ).html()
    }

    private func end(_ appointment: Filed<Appointment>) -> HTML {
        visit.form(
            to: .account(id, .personAppointments),
            """
            <input type="hidden" name="appointment" value="\(appointment.id.rawValue)">\
            \(submitButton(words("person.end-role"), .plain))
            """)
    }

    private var release: HTML {
        if let release = account.release {
            return """
                <p>\(words("admin.is-released", ["date": words.dateAndTime(release.body.effective)]))</p>\
                \(UserText(text: release.body.proof, language: nil).html())
                \(visit.form(to: .account(id, .personRelease), submitButton(words("admin.release-stop"), .act, name: "stop", value: "on")))
                """
        }
        let attempt = attempt?.route == .personRelease ? attempt : nil
        return visit.form(
            to: .account(id, .personRelease),
            """
            <p>\(words("admin.release-lead"))</p>
            \(visit.field("proof", words("admin.release-proof"), attempt, hint: words("admin.release-proof-hint"))
                .area(Attempt.typed(attempt, "proof"), lines: 3))
            \(buttons(submitButton(words("admin.release-do"), .danger)))
            """)
    }

    private var suspension: HTML {
        if account.isSuspended {
            let reason = account.suspension?.body.reason ?? ""
            return """
                <p>\(words("admin.is-suspended"))</p>\(UserText(text: reason, language: nil).html())
                \(visit.form(to: .account(id, .personSuspension), submitButton(words("admin.return"), .act, name: "return", value: "on")))
                """
        }
        return visit.form(
            to: .account(id, .personSuspension),
            """
            <p>\(words("admin.suspend-lead"))</p>
            \(visit.field("reason", words("admin.reason"), attempt?.route == .personSuspension ? attempt : nil)
                .area(Attempt.typed(attempt, "reason"), lines: 3))
            \(buttons(submitButton(words("admin.suspend"), .danger)))
            """)
    }
}
