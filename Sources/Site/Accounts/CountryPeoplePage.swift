internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Who acts for a country: the focal point names authorised users and representatives, for good or while she travels.
enum CountryPeoplePage {
    static func add(to routes: Routes) {
        routes.get(.countryPeople) { request, _, visit, desk in
            let role = Role(rawValue: try request.query().typed("role"))
            return try await page(visit, desk, nil, naming: role ?? .authorisedUser)
        }
        routes.invite(.countryPeople) { sent, attempt in try await page(sent.visit, sent.desk, attempt) }
        routes.post(.invitation) { form, context, visit, desk in
            let id = try context.pathParameter("id") { InvitationID(own: $0) }
            let isWithdrawal = form.flag("withdraw")
            if isWithdrawal {
                try await desk.withdraw(id, by: visit.viewer, once: form.key)
            } else {
                try await desk.inviteAgain(id, by: visit.viewer, once: form.key)
            }
            let next: SiteRoute = form.flag("people") ? .countryPeople : .invitations
            return try visit.seeOther(
                SitePath(next), done: (isWithdrawal ? Done.invitationWithdrawn : .invited).rawValue)
        }
    }

    /// The page with this role chosen for whom she is about to name.
    static func naming(_ role: Role) -> SitePath { SitePath(.countryPeople).with("role", role.rawValue) }

    private static func page(
        _ visit: Visit, _ desk: Desk, _ attempt: Attempt?, naming role: Role = .authorisedUser
    ) async throws -> Response {
        let people = try await desk.countryPeople(for: visit.viewer)
        return visit.page(
            visit.words("person.people"), at: SitePath(.countryPeople),
            CountryPeopleView(visit: visit, people: people, attempt: attempt, naming: role).html())
    }
}

struct CountryPeopleView {
    let visit: Visit
    let people: CountryPeople
    let attempt: Attempt?
    /// The role that is chosen when the page opens.
    let naming: Role

    private var words: Words { visit.words }

    func html() -> HTML {
        let countries = words.list(people.countries.map { visit.name($0) })
        return """
            \(trail(label: words("person.trail"), [visit.link(words("nav.country-desk"), SitePath(.countryDesk))]))
            <h1>\(words("person.people-of", ["country": countries]))</h1>
            <p class="lead">\(words("person.people-lead"))</p>
            \(attempt?.summary(words))
            <section aria-labelledby="now"><h2 id="now">\(words("person.people-now"))</h2>\(now)</section>
            \(if: !people.invitations.isEmpty, invited)
            <section aria-labelledby="name-somebody"><h2 id="name-somebody">\(words("person.invite"))</h2>
            <p>\(words("person.invite-lead"))</p>\(visit.form(to: SitePath(.countryPeople), form))</section>
            """
    }

    private var now: HTML {
        DataTable(
            caption: words("person.people-caption", ["country": words.list(people.countries.map { visit.name($0) })]),
            columns: [
                .init(title: words("person.name")), .init(title: words("person.role")),
                .init(title: words("person.for")),
                .init(title: words("person.end-role")),
            ],
            rows: people.people.map { person in
                [
                    "\(bdi: person.name.isEmpty ? words("person.erased-name") : person.name)",
                    HTML(text: visit.role(person.appointment.body.role)), visit.reach(person.appointment.body, names),
                    person.mayEnd ? end(person.appointment.id) : HTML(text: "–"),
                ]
            }
        ).html()
    }

    private var names: Institutions {
        Dictionary(people.organisations.map { ($0.id, $0.body.name) }) { first, _ in first }
    }

    private func end(_ id: ID<Appointment>) -> HTML {
        visit.form(
            to: SitePath(.ownAppointment),
            """
            <input type="hidden" name="appointment" value="\(id.rawValue)"><input type="hidden" name="people" value="on">\
            \(submitButton(words("person.end-role"), .plain))
            """)
    }

    private var invited: HTML {
        """
        <section aria-labelledby="asked"><h2 id="asked">\(words("person.invitations"))</h2>
        \(InvitationTable(visit: visit, invitations: people.invitations, isOfCountry: true).html())</section>
        """
    }

    private var form: HTML {
        let roles = [
            Choice(
                value: Role.authorisedUser.rawValue, label: visit.role(.authorisedUser),
                hint: words("person.authorised-hint")),
            Choice(
                value: Role.representative.rawValue, label: visit.role(.representative),
                hint: words("person.representative-hint")),
        ]
        let organisations = words.sorted(
            people.organisations.map { Choice(value: $0.id.rawValue, label: visit.plain($0.body.name)) }
        ) {
            $0.label
        }
        let countries = people.countries.map { Choice(value: $0.description, label: visit.name($0)) }
        return """
            \(visit.personFields(attempt))
            \(visit.field("role", words("person.role"), attempt)
                .radios(roles, chosen: Attempt.typed(attempt, "role", or: naming.rawValue)))
            \(if: countries.count > 1, visit.field("country", words("common.country"), attempt)
                .select(countries, chosen: Attempt.typed(attempt, "country")))
            \(if: countries.count == 1, "<input type=\"hidden\" name=\"country\" value=\"\(people.countries.first?.description ?? "")\">")
            \(if: !organisations.isEmpty, visit.field("organisation", words("person.institution"), attempt, isOptional: true)
                .select([Choice(value: "", label: words("person.no-institution"))] + organisations, chosen: Attempt.typed(attempt, "organisation")))
            \(visit.dayFields(attempt))
            \(buttons(submitButton(words("person.send-invitation"), .act)))
            """
    }
}

/// Invitations and what came of them.
struct InvitationTable {
    let visit: Visit
    let invitations: [InvitationView]
    let isOfCountry: Bool

    func html() -> HTML {
        let words = visit.words
        return DataTable(
            caption: words("person.invitations-caption"),
            columns: [
                .init(title: words("person.name")), .init(title: words("person.role")),
                .init(title: words("person.sent-on")),
                .init(title: words("person.standing")), .init(title: words("person.what-to-do")),
            ],
            rows: invitations.map { view in
                let body = view.invitation.body
                return [
                    "\(bdi: body.name) <bdi dir=\"ltr\">\(body.email)</bdi>", HTML(text: visit.role(body.role)),
                    HTML(text: words.date(view.invitation.at)),
                    Tag(
                        text: words(MessageKey("person.standing-\(view.standing.rawValue)")),
                        tone: view.standing == .open ? .act : .quiet
                    ).html(), view.standing == .open || view.standing == .runOut ? steps(view) : HTML(text: "–"),
                ]
            }
        ).html()
    }

    private func steps(_ view: InvitationView) -> HTML {
        let words = visit.words
        let place: HTML = isOfCountry ? "<input type=\"hidden\" name=\"people\" value=\"on\">" : HTML()
        return visit.form(
            to: SitePath.invitation(view.invitation.id),
            """
            \(place)\(buttons(
                submitButton(words("person.send-again"), .plain),
                submitButton(words("person.take-back"), .plain, name: "withdraw", value: "on")))
            """)
    }
}

extension Visit {
    /// Who is invited.
    func personFields(_ attempt: Attempt?) -> HTML {
        """
        \(field("name", words("person.their-name"), attempt).text(Attempt.typed(attempt, "name"), autocomplete: "off"))
        \(field("email", words("person.their-email"), attempt).text(Attempt.typed(attempt, "email"), kind: .email, autocomplete: "off"))
        \(languageField(attempt, chosen: language, label: "person.their-language"))
        """
    }

    /// For how long.
    func dayFields(_ attempt: Attempt?) -> HTML {
        """
        \(field("begins", words("person.first-day"), attempt, hint: words("person.first-day-hint"), isOptional: true)
            .text(Attempt.typed(attempt, "begins"), kind: .date, isShort: true))
        \(field("last", words("person.last-day"), attempt, hint: words("person.last-day-hint"), isOptional: true)
            .text(Attempt.typed(attempt, "last"), kind: .date, isShort: true))
        """
    }
}

extension Routes {
    /// A form by which somebody is invited: sent, it leads back to its page.
    func invite(
        _ route: SiteRoute, again: @escaping @Sendable (Sent, Attempt) async throws -> Response
    ) {
        act(route) { sent in
            var problems: [Problem] = []
            let invitation = try sent.invitation(&problems)
            guard problems.isEmpty else { throw DeskError.invalid(problems + invitation.problems()) }
            try await sent.desk.invite(invitation, by: sent.viewer, once: sent.key)
            return .invited
        } next: { _ in
            SitePath(route)
        } again: {
            try await again($0, $1)
        }
    }
}

extension Sent {
    /// The invitation a form describes; what cannot be read becomes problems of its fields.
    func invitation(_ problems: inout [Problem]) throws(WebProblem) -> Invitation {
        let role = Role(rawValue: form.typed("role"))
        if role == nil { problems.append(Problem(field: "role", code: .missing)) }
        let place = role ?? .authorisedUser
        return Invitation(
            name: try form.text("name"), email: try form.text("email"),
            language: Language(rawValue: form.typed("language")) ?? visit.language, role: place,
            organisation: place.needsOrganisation ? OrganisationID(rawValue: form.typed("organisation")) : nil,
            country: place.needsCountry ? CountryCode(form.typed("country")) : nil,
            hub: place == .helpDesk ? HubID(rawValue: form.typed("hub")) : nil, begins: form.day("begins", &problems),
            ended: form.day("last", &problems)?.adding(days: 1))
    }
}
