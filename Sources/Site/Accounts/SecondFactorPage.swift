internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Setting up the second factor, new recovery codes, and turning it off.
enum SecondFactorPage {
    static func add(to routes: Routes) {
        let limits = routes.site.accountLimits
        routes.get(.secondFactor) { _, _, visit, desk in try await page(visit, desk, nil) }
        routes.act(.secondFactor) { sent in
            try await sent.withPassword(limits) { password in
                try await sent.desk.beginFactor(password: password, by: sent.viewer, once: sent.key)
            }
            return nil
        } next: { _ in
            SitePath(.secondFactor)
        } again: { sent, attempt in
            try await page(sent.visit, sent.desk, attempt)
        }
        routes.get(.secondFactorOff) { _, _, visit, desk in try await off(visit, desk, nil) }
        routes.act(.secondFactorOff) { sent in
            try await sent.withPassword(limits) { password in
                try await sent.desk.endFactor(password: password, by: sent.viewer, once: sent.key)
            }
            return .factorOff
        } next: { _ in
            SitePath(.account)
        } again: { sent, attempt in
            try await off(sent.visit, sent.desk, attempt)
        }
        // Both answer with the codes themselves: they are shown this once and stand nowhere.
        routes.post(.factorCode) { form, context, visit, desk in
            try limits.takeCode(
                of: visit.viewer.account?.rawValue ?? "", from: visit.clientAddress, isKnownBrowser: true)
            return try await codes(.factorCode, form, context, visit, desk) { sent in
                try await desk.confirmFactor(
                    code: form.typed("code"), keeping: visit.person?.session, by: visit.viewer, once: form.key)
            }
        }
        routes.post(.recoveryCodes) { form, context, visit, desk in
            try await codes(.recoveryCodes, form, context, visit, desk) { sent in
                try await sent.withPassword(limits) { password in
                    try await desk.renewRecovery(password: password, by: visit.viewer, once: form.key)
                }
            }
        }
    }

    private static func off(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        _ = try await desk.account(of: visit.viewer)
        let words = visit.words
        return SecretPages.page(
            .secondFactorOff, words("person.factor-turn-off"), words("person.factor-turn-off-lead"), visit, attempt,
            """
            \(visit.currentPassword(attempt))
            \(buttons(submitButton(words("person.factor-turn-off"), .danger), SecretPages.cancel(visit)))
            """)
    }

    private static func codes(
        _ route: SiteRoute, _ form: Form, _ context: SiteContext, _ visit: Visit, _ desk: Desk,
        _ make: (Sent) async throws -> [String]
    ) async throws -> Response {
        do {
            return shown(try await make(Sent(form: form, context: context, visit: visit, desk: desk)), visit)
        } catch let error as DeskError {
            let problems: [Problem]
            switch error {
            case .wrongCode: problems = [Problem(field: "code", code: .wrongCode)]
            case .invalid(let all): problems = all
            case .alreadyDone: return try visit.seeOther(SitePath(.secondFactor))
            default: throw error
            }
            var answer = try await page(visit, desk, Attempt(route, form, problems, visit.words))
            answer.status = .unprocessableContent
            return answer
        }
    }

    private static func shown(_ codes: [String], _ visit: Visit) -> Response {
        let words = visit.words
        var answer = visit.page(
            words("person.recovery"), at: SitePath(.secondFactor),
            """
            <h1>\(words("person.recovery"))</h1><p class="lead">\(words("person.recovery-lead"))</p>
            <ul class="codes">\(codes.map { "<li><code dir=\"ltr\">\($0)</code></li>" as HTML })</ul>
            \(buttons(visit.link(words("person.recovery-kept"), SitePath(.account)).button(.act)))
            """)
        answer.headers[.cacheControl] = "no-store"
        return answer
    }

    private static func page(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        let factor = try await desk.factor(of: visit.viewer)
        let account = try await desk.account(of: visit.viewer)
        let view = SecondFactorView(visit: visit, factor: factor, email: account.body.email, attempt: attempt)
        var answer = visit.page(visit.words("person.factor"), at: SitePath(.secondFactor), view.html())
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}

struct SecondFactorView {
    let visit: Visit
    let factor: FactorView
    let email: String
    let attempt: Attempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("person.trail"), [visit.link(words("person.account"), SitePath(.account))]))
        <h1>\(words("person.factor"))</h1>
        <p class="lead">\(words("person.factor-lead"))</p>
        \(attempt?.summary(words))
        \(factor.isOn ? isOn : factor.key.map(settingUp) ?? isOff)
        """
    }

    private var isOff: HTML {
        visit.form(
            to: SitePath(.secondFactor),
            "\(visit.currentPassword(attempt))\(buttons(submitButton(words("person.factor-begin"), .act), SecretPages.cancel(visit)))"
        )
    }

    private func settingUp(_ key: FactorKey) -> HTML {
        let address = key.address(account: email, issuer: words("common.site-name"))
        return """
            <ol><li><p>\(words("person.factor-scan"))</p>\(QRCode.svg(address, label: words("person.factor-picture")))
            <p>\(words("person.factor-by-hand"))</p><p><code dir="ltr">\(key.text)</code></p></li>
            <li><p>\(words("person.factor-first-code"))</p></li></ol>
            \(visit.form(
                to: SitePath(.factorCode),
                """
                \(visit.field("code", words("person.code"), attempt).text(autocomplete: "one-time-code", isShort: true))
                \(buttons(submitButton(words("person.factor-turn-on"), .act), SecretPages.cancel(visit)))
                """))
            """
    }

    private var isOn: HTML {
        let isOfRecovery = attempt?.route == .recoveryCodes
        return """
            <p>\(words("person.factor-on-left", count: factor.recoveryLeft))</p>
            <section aria-labelledby="recovery"><h2 id="recovery">\(words("person.recovery-new"))</h2>
            <p>\(words("person.recovery-new-lead"))</p>
            \(visit.form(
                to: SitePath(.recoveryCodes),
                """
                \(visit.currentPassword(isOfRecovery ? attempt : nil))
                \(buttons(submitButton(words("person.recovery-new"))))
                """))</section>
            <section aria-labelledby="off"><h2 id="off">\(words("person.factor-turn-off"))</h2>
            <p>\(words("person.factor-turn-off-lead"))</p>
            \(visit.link(words("person.factor-turn-off"), SitePath(.secondFactorOff)).button(.danger))</section>
            """
    }
}
