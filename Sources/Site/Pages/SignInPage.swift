internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Signing in and out.
enum SignInPage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.signIn) { request, _, visit, _ in
            let query = try request.query()
            return visit.page(
                visit.words("account.sign-in"), at: SitePath(.signIn),
                SignInView(visit: visit, site: site, returnTo: query.typed(LocalPath.fieldName)).html())
        }
        routes.post(.signIn) { form, context, visit, desk in
            try await signIn(form, context, visit, desk, site)
        }
        routes.post(.signOut) { _, context, visit, desk in
            if let session = context.web.session { try await desk.signOut(tokenHash: session.hash) }
            context.web.endSession()
            return try visit.seeOther(SitePath(.home), done: Done.signedOut.rawValue)
        }
    }

    private static func signIn(
        _ form: Form, _ context: SiteContext, _ visit: Visit, _ desk: Desk, _ site: Site
    ) async throws -> Response {
        let email = try form.text("email").lowercased()
        let place = visit.clientAddress
        let isKnown = context.web.isKnown(email)
        try site.limits.take(account: email, address: place, isKnownBrowser: isKnown)
        let sent = Sent(form: form, context: context, visit: visit, desk: desk)
        do {
            let entrance = try await sent.withNewSession { browser in
                try await desk.enter(email: email, password: form.typed("password"), browser: browser)
            }
            site.limits.giveBack(account: email, address: place, isKnownBrowser: isKnown)
            context.web.remember(email)
            if case .half = entrance {
                return try visit.seeOther(
                    SitePath(.signInCode).with(LocalPath.fieldName, form.typed(LocalPath.fieldName)))
            }
        } catch {
            guard let error = error as? DeskError, error == .wrongPassword else { throw error }
            let view = SignInView(
                visit: visit, site: site, returnTo: form.typed(LocalPath.fieldName), email: email, isWrong: true)
            var page = visit.page(visit.words("account.sign-in"), at: SitePath(.signIn), view.html())
            page.status = .unprocessableContent
            return page
        }
        return .seeOther(form.returnPath(or: try work(visit)))
    }

    /// Where one goes who came from nowhere in particular.
    static func work(_ visit: Visit) throws(WebProblem) -> LocalPath {
        guard let work = LocalPath(visit.address(SitePath(.work).with("done", Done.signedIn.rawValue))) else {
            throw WebProblem(.unexpected)
        }
        return work
    }
}

/// The form to sign in, and in demonstration the accounts there are.
struct SignInView {
    let visit: Visit
    let site: Site
    var returnTo = ""
    var email = ""
    var isWrong = false

    func html() -> HTML {
        let words = visit.words
        let problems: [(String, String)] = isWrong ? [("email", words("account.wrong-password"))] : []
        return """
            <h1>\(words("account.sign-in"))</h1>
            \(ErrorSummary(words: words, problems: problems).html())
            \(visit.form(to: SitePath(.signIn), fields))
            <p>\(visit.link(words("person.forgotten"), SitePath(.forgotten)).html())</p>
            <p>\(words("person.no-account")) \(visit.link(words("person.join"), SitePath(.join)).html())</p>
            \(if: visit.isDemonstration, accounts)
            """
    }

    private var fields: HTML {
        let words = visit.words
        let wrong = isWrong ? words("account.wrong-password") : nil
        return """
            <input type="hidden" name="\(LocalPath.fieldName)" value="\(returnTo)">
            \(Field(words: words, name: "email", label: words("account.email"), problem: wrong)
                .text(email, kind: .email, autocomplete: "email"))
            \(Field(words: words, name: "password", label: words("account.password"))
                .text(kind: .password, autocomplete: "current-password"))
            \(buttons(submitButton(words("account.sign-in"), .act)))
            """
    }

    private var accounts: HTML {
        let words = visit.words
        let table = DataTable(
            caption: words("account.demonstration"),
            columns: [
                .init(title: words("account.who")), .init(title: words("account.email")),
                .init(title: words("account.password")),
            ],
            rows: site.settings.openAccounts.map { account in
                [
                    "\(bdi: account.name(visit.language))", emailAddress(account.email),
                    "<bdi dir=\"ltr\">\(account.password)</bdi>",
                ]
            })
        return table.html()
    }
}
