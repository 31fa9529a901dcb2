internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Where the link of a letter leads. Opening it changes nothing (programs that look at mail open links, too); the button does.
enum LinkPage {
    static func add(to routes: Routes) {
        routes.get(.link) { _, context, visit, desk in
            try await page(try context.pathParameter("id"), visit, desk, nil)
        }
        routes.post(.link) { form, context, visit, desk in
            let token = try context.pathParameter("id")
            let sent = Sent(form: form, context: context, visit: visit, desk: desk)
            do {
                return try await open(token, sent)
            } catch let error as DeskError {
                guard case .invalid(let problems) = error else { throw error }
                var answer = try await page(token, visit, desk, Attempt(.link, form, problems, visit.words))
                answer.status = .unprocessableContent
                return answer
            }
        }
    }

    private static func open(_ token: String, _ sent: Sent) async throws -> Response {
        let visit = sent.visit
        let pass = try await sent.desk.openPass(token)
        let password = sent.secret("password")
        switch pass.purpose {
        case .join:
            _ = try await sent.withNewSession { browser in
                try await sent.desk.join(token: token, password: password, browser: browser, once: sent.key)
            }
            sent.context.web.remember(pass.email)
            return try visit.seeOther(SitePath(.work), done: Done.joined.rawValue)
        case .reset:
            try await sent.desk.reset(token: token, password: password, once: sent.key)
            sent.context.web.endSession()
            return try visit.seeOther(SitePath(.signIn), done: Done.passwordChanged.rawValue)
        case .address:
            try await sent.desk.move(token: token, once: sent.key)
            let next: SitePath = visit.viewer.isSignedIn ? SitePath(.account) : SitePath(.signIn)
            return try visit.seeOther(next, done: Done.moved.rawValue)
        case .invitation where pass.invitation?.body.engagement != nil && sent.form.typed("decline") == "on":
            try await sent.desk.decline(
                token: token, because: try visit.written(sent.form, "reason"), by: visit.viewer, once: sent.key)
            return try visit.seeOther(SitePath(.home), done: Done.regretted.rawValue)
        case .invitation:
            let name = pass.hasAccount ? "" : try sent.text("name")
            if pass.hasAccount {
                try await sent.desk.accept(
                    token: token, as: visit.viewer, name: name, password: password,
                    browser: Desk.Browser(tokenHash: ""),
                    once: sent.key)
            } else {
                _ = try await sent.withNewSession { browser in
                    try await sent.desk.accept(
                        token: token, as: visit.viewer, name: name, password: password, browser: browser, once: sent.key
                    )
                }
                sent.context.web.remember(pass.email)
            }
            // Who came for the roster writes down what the institution offers.
            let next = SitePath(pass.invitation?.body.engagement == nil ? .work : .newProvider)
            return try visit.seeOther(next, done: Done.accepted.rawValue)
        }
    }

    private static func page(
        _ token: String, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        let pass = try await desk.openPass(token)
        let words = visit.words
        let path = SitePath.link(token)
        let title = words(MessageKey("person.link-\(pass.purpose.rawValue)"))
        let isOwn = visit.person?.account.body.email == pass.email
        let needsSignIn = pass.purpose == .invitation && pass.hasAccount && !isOwn
        let body: HTML
        if needsSignIn {
            let signIn = SitePath(.signIn).with(LocalPath.fieldName, visit.address(path))
            body = """
                <p>\(words("person.link-sign-in"))</p>\(buttons(visit.link(words("account.sign-in"), signIn).button(.act)))
                """
        } else {
            body = visit.form(to: path, fields(pass, visit, attempt))
        }
        // The token must not go elsewhere with a link that is followed from here.
        var answer = visit.page(
            title, at: path,
            """
            <h1>\(title)</h1>\(offer(pass, visit))
            <p class="lead">\(words(MessageKey("person.link-\(pass.purpose.rawValue)-lead"), ["email": pass.email]))</p>
            \(attempt?.summary(words))\(body)\(regret(pass, path, visit))
            """)
        answer.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("Referrer-Policy") { answer.headers[name] = "no-referrer" }
        return answer
    }

    private static func fields(_ pass: OpenPass, _ visit: Visit, _ attempt: Attempt?) -> HTML {
        let words = visit.words
        let isNew = pass.purpose == .join || (pass.purpose == .invitation && !pass.hasAccount)
        let name = visit.field("name", words("person.name"), attempt, hint: words("person.name-hint"))
            .text(Attempt.typed(attempt, "name", or: pass.name), autocomplete: "name")
        return """
            \(if: pass.purpose == .invitation && isNew, name)
            \(if: isNew || pass.purpose == .reset, visit.newPassword("password", words("person.new-password"), attempt))
            \(buttons(submitButton(words(MessageKey("person.link-\(pass.purpose.rawValue)-do")), .act)))
            """
    }

    /// An institution that is asked to join the roster may say no, and why.
    private static func regret(_ pass: OpenPass, _ path: SitePath, _ visit: Visit) -> HTML {
        guard pass.invitation?.body.engagement != nil else { return HTML() }
        let words = visit.words
        let reason = visit.field("reason", words("engage.why-not"), nil, isOptional: true)
        return fold(
            words("engage.decline"),
            visit.form(
                to: path,
                """
                <input type="hidden" name="decline" value="on">\(reason.area("", lines: 3))\
                \(buttons(submitButton(words("engage.decline-send"))))
                """))
    }

    private static func offer(_ pass: OpenPass, _ visit: Visit) -> HTML {
        guard let invitation = pass.invitation?.body else { return HTML() }
        let words = visit.words
        let engagement = invitation.engagement
        return facts([
            (words("engage.institution"), engagement.map { HTML(text: $0.institution) }),
            (words("record.subject"), engagement.map { HTML(text: $0.subject.label(in: visit.language)) }),
            (words("gaps.region"), engagement.map { HTML(text: $0.region.label(in: visit.language)) }),
            (words("person.role"), HTML(text: visit.role(invitation.role))),
            (words("common.country"), invitation.country.map { HTML(text: visit.name($0)) }),
            (words("person.from-day"), invitation.begins.map { HTML(text: words.date($0.start)) }),
            (words("person.last-day"), invitation.ended.map { HTML(text: words.date($0.adding(days: -1).start)) }),
        ])
    }
}

extension Sent {
    /// Signs this browser in: it gets a new token, and the session it came with ends, so that nobody can have planted the old.
    /// Where nothing comes of it the browser keeps what it had.
    func withNewSession<Value>(_ act: (Desk.Browser) async throws -> Value) async throws -> Value {
        let old = context.web.session
        let token = context.web.startSession(seconds: Int(Desk.sessionLength))
        let value: Value
        do {
            value = try await act(Desk.Browser(tokenHash: token.hash, device: visit.device))
        } catch {
            if let old { context.web.keepSession(old) } else { context.web.endSession() }
            throw error
        }
        if let old { try await desk.signOut(tokenHash: old.hash) }
        return value
    }
}
