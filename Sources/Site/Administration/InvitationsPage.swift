internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Somebody is invited to any role, and what came of earlier invitations.
enum InvitationsPage {
    static func add(to routes: Routes) {
        routes.get(.invitations) { _, _, visit, desk in try await page(visit, desk, nil) }
        routes.invite(.invitations) { sent, attempt in try await page(sent.visit, sent.desk, attempt) }
    }

    private static func page(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        let words = visit.words
        let invitations = try await desk.invitations(for: visit.viewer)
        let choices = try await AppointmentChoices(visit, desk)
        let form: HTML = """
            \(visit.personFields(attempt))\(choices.fields(visit, attempt))\
            \(buttons(submitButton(words("person.send-invitation"), .act)))
            """
        return visit.administration(
            .invitations,
            """
            \(attempt?.summary(words))
            \(if: !invitations.isEmpty, InvitationTable(visit: visit, invitations: invitations, isOfCountry: false).html())
            <section aria-labelledby="invite"><h2 id="invite">\(words("person.invite"))</h2>
            \(visit.form(to: SitePath(.invitations), form))</section>
            """)
    }
}
