internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// Registering and getting back in: both by a letter.
enum JoinPages {
    static func add(to routes: Routes) {
        let limits = routes.site.accountLimits
        routes.get(.join) { _, _, visit, _ in join(visit, nil) }
        routes.act(.join) { sent in
            let email = EmailAddress.normalised(try sent.text("email"))
            if try limits.mayWrite(to: email, from: sent.visit.clientAddress) {
                try await sent.desk.askToJoin(
                    name: try sent.text("name"), email: email,
                    language: Language(rawValue: sent.form.typed("language")) ?? sent.visit.language, once: sent.key)
            }
            return .letterSent
        } next: { _ in
            SitePath(.join)
        } again: { sent, attempt in
            join(sent.visit, attempt)
        }
        routes.get(.forgotten) { _, _, visit, _ in forgotten(visit, nil) }
        routes.act(.forgotten) { sent in
            let email = EmailAddress.normalised(try sent.text("email"))
            if try limits.mayWrite(to: email, from: sent.visit.clientAddress) {
                try await sent.desk.askToReset(email: email, once: sent.key)
            }
            return .letterSent
        } next: { _ in
            SitePath(.forgotten)
        } again: { sent, attempt in
            forgotten(sent.visit, attempt)
        }
    }

    private static func join(_ visit: Visit, _ attempt: Attempt?) -> Response {
        let words = visit.words
        let title = words("person.join")
        if visit.done == Done.letterSent.rawValue { return sent(title, .join, "person.join-sent", visit) }
        let form: HTML = """
            \(visit.field("name", words("person.name"), attempt, hint: words("person.name-hint"))
                .text(Attempt.typed(attempt, "name"), autocomplete: "name"))
            \(visit.field("email", words("account.email"), attempt, hint: words("person.email-hint"))
                .text(Attempt.typed(attempt, "email"), kind: .email, autocomplete: "email"))
            \(visit.languageField(attempt, chosen: visit.language))
            \(buttons(submitButton(words("person.send-letter"), .act)))
            """
        return visit.page(
            title, at: SitePath(.join),
            """
            <h1>\(title)</h1><p class="lead">\(words("person.join-lead"))</p>
            \(attempt?.summary(words))
            \(visit.form(to: SitePath(.join), form))
            <p>\(words("person.have-account")) \(visit.link(words("account.sign-in"), SitePath(.signIn)).html())</p>
            """)
    }

    private static func forgotten(_ visit: Visit, _ attempt: Attempt?) -> Response {
        let words = visit.words
        let title = words("person.forgotten")
        if visit.done == Done.letterSent.rawValue { return sent(title, .forgotten, "person.forgotten-sent", visit) }
        let form: HTML = """
            \(visit.field("email", words("account.email"), attempt)
                .text(Attempt.typed(attempt, "email"), kind: .email, autocomplete: "email"))
            \(buttons(submitButton(words("person.send-letter"), .act)))
            """
        return visit.page(
            title, at: SitePath(.forgotten),
            """
            <h1>\(title)</h1><p class="lead">\(words("person.forgotten-lead"))</p>
            \(attempt?.summary(words))
            \(visit.form(to: SitePath(.forgotten), form))
            """)
    }

    private static func sent(_ title: String, _ route: SiteRoute, _ message: MessageKey, _ visit: Visit) -> Response {
        let words = visit.words
        return visit.page(
            title, at: SitePath(route),
            """
            <h1>\(title)</h1><p>\(words(message))</p><p>\(words("person.no-letter"))</p>
            \(buttons(
                visit.link(words("person.once-more"), SitePath(route)).button(),
                visit.link(words("errors.go-home"), SitePath(.home)).button()))
            """)
    }
}
