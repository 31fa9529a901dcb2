internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Whom to look for and where, and what came of those who were asked (R1).
enum EngagementPages {
    static func add(to routes: Routes) {
        routes.get(.engagement) { _, _, visit, desk in try await list(visit, desk) }
        routes.get(.engagementFile) { _, _, visit, desk in
            let view = EngagementView(visit: visit, list: try await desk.engagement(for: visit.viewer))
            let name = "bio-bridge-engagement-\(visit.today).csv"
            return .download(Array(view.file().utf8), name: name, type: "text/csv; charset=utf-8")
        }
        routes.get(.engaging) { request, _, visit, desk in
            _ = try await desk.engagement(for: visit.viewer)
            return page(try request.query(), visit, nil)
        }
        routes.act(.engaging) { sent in
            var problems: [Problem] = []
            let invitation = try invitation(sent, &problems)
            guard problems.isEmpty, let invitation else {
                throw DeskError.invalid(problems + (invitation?.problems() ?? []))
            }
            try await sent.desk.engage(invitation, by: sent.visit.viewer, once: sent.key)
            return .invited
        } next: { _ in
            SitePath(.engagement)
        } again: { sent, attempt in
            page(sent.form, sent.visit, attempt)
        }
        routes.act(.prospect) { sent in
            let id = try sent.context.pathParameter("id") { InvitationID(own: $0) }
            let isBack = sent.form.typed("withdraw") == "on"
            if isBack {
                try await sent.desk.withdraw(id, by: sent.visit.viewer, once: sent.key)
            } else {
                try await sent.desk.remind(id, by: sent.visit.viewer, once: sent.key)
            }
            return isBack ? .invitationWithdrawn : .letterSent
        } next: { _ in
            SitePath(.engagement)
        } again: { sent, _ in
            // Somebody else was quicker: the list says what has become of it.
            try await list(sent.visit, sent.desk)
        }
    }

    private static func list(_ visit: Visit, _ desk: Desk) async throws -> Response {
        let view = EngagementView(visit: visit, list: try await desk.engagement(for: visit.viewer))
        return visit.page(visit.words("engage.title"), at: SitePath(.engagement), view.html())
    }

    private static func invitation(_ sent: Sent, _ problems: inout [Problem]) throws -> Invitation? {
        let form = sent.form
        func chosen<Value>(_ name: String, _ value: Value?) -> Value? {
            if value == nil { problems.append(Problem(field: name, code: .missing)) }
            return value
        }
        let region = chosen("region", Region(rawValue: form.typed("region")))
        let subject = chosen("subject", SubjectID(form.typed("subject")))
        let type = chosen("type", OrganisationType(rawValue: form.typed("type")))
        let country = chosen("country", CountryCode(form.typed("country")))
        let institution = try sent.text("institution")
        if institution.isEmpty { problems.append(Problem(field: "institution", code: .missing)) }
        guard let region, let subject, let type, let country else { return nil }
        return Invitation(
            name: try sent.text("name"), email: try sent.text("email"),
            language: Language(rawValue: form.typed("language")) ?? sent.visit.language, role: .representative,
            engagement: Engagement(
                region: region, subject: subject, assistance: AssistanceTypeID(form.typed("assistance")),
                languages: form.all("languages").compactMap { LanguageCode($0) }, institution: institution, type: type,
                country: country))
    }

    private static func page(_ form: Form, _ visit: Visit, _ attempt: Attempt?) -> Response {
        visit.page(
            visit.words("engage.invite"), at: SitePath(.engaging),
            EngagingView(visit: visit, form: form, attempt: attempt).html())
    }
}
