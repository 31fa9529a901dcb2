internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The second step of signing in: the code of the telephone, or a recovery code.
enum CodePage {
    static func add(to routes: Routes) {
        let limits = routes.site.accountLimits
        routes.get(.signInCode) { request, context, visit, desk in
            guard let half = context.web.session else { return try visit.seeOther(SitePath(.signIn)) }
            _ = try await desk.awaitedCode(half: half.hash)
            return page(visit, try request.query().typed(LocalPath.fieldName), nil)
        }
        routes.post(.signInCode) { form, context, visit, desk in
            guard let half = context.web.session else { return try visit.seeOther(SitePath(.signIn)) }
            let account = try await desk.awaitedCode(half: half.hash)
            try limits.takeCode(
                of: account.rawValue, from: visit.clientAddress, isKnownBrowser: context.web.isKnown(account.rawValue))
            let token = context.web.startSession(seconds: Int(Desk.sessionLength))
            do {
                try await desk.enter(
                    code: form.typed("code"), half: half.hash,
                    browser: Desk.Browser(tokenHash: token.hash, device: visit.device))
            } catch let error as DeskError {
                context.web.keepSession(half)
                guard error == .wrongCode else { throw error }
                let attempt = Attempt(.signInCode, form, [Problem(field: "code", code: .wrongCode)], visit.words)
                var answer = page(visit, form.typed(LocalPath.fieldName), attempt)
                answer.status = .unprocessableContent
                return answer
            }
            context.web.remember(account.rawValue)
            return .seeOther(form.returnPath(or: try SignInPage.work(visit)))
        }
    }

    private static func page(_ visit: Visit, _ returnTo: String, _ attempt: Attempt?) -> Response {
        let words = visit.words
        let title = words("person.code-title")
        let form: HTML = """
            <input type="hidden" name="\(LocalPath.fieldName)" value="\(returnTo)">
            \(visit.field("code", words("person.code"), attempt, hint: words("person.code-hint"))
                .text(autocomplete: "one-time-code", isShort: true))
            \(buttons(submitButton(words("account.sign-in"), .act)))
            """
        return visit.page(
            title, at: SitePath(.signInCode),
            """
            <h1>\(title)</h1><p class="lead">\(words("person.code-lead"))</p>\(attempt?.summary(words))
            \(visit.form(to: SitePath(.signInCode), form))
            """)
    }
}
