internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// What can only be done with the password once more: a new password, a new address, erasure.
enum SecretPages {
    static func add(to routes: Routes) {
        let limits = routes.site.accountLimits
        routes.get(.accountPassword) { _, _, visit, desk in try await password(visit, desk, nil) }
        routes.act(.accountPassword) { sent in
            try await sent.withPassword(limits) { password in
                try await sent.desk.change(
                    password: password, to: sent.secret("new-password"), keeping: sent.visit.person?.session,
                    by: sent.viewer, once: sent.key)
            }
            return .passwordChanged
        } next: { _ in
            SitePath(.account)
        } again: { sent, attempt in
            try await password(sent.visit, sent.desk, attempt)
        }
        routes.get(.accountEmail) { _, _, visit, desk in try await email(visit, desk, nil) }
        routes.act(.accountEmail) { sent in
            let address = EmailAddress.normalised(try sent.text("email"))
            guard try limits.mayWrite(to: address, from: sent.visit.clientAddress) else {
                throw WebProblem.tooManyRequests(retryAfter: 900)
            }
            try await sent.withPassword(limits) { password in
                try await sent.desk.askToMove(to: address, password: password, by: sent.viewer, once: sent.key)
            }
            return .letterSent
        } next: { _ in
            SitePath(.account)
        } again: { sent, attempt in
            try await email(sent.visit, sent.desk, attempt)
        }
        routes.get(.erasure) { _, _, visit, desk in try await erasure(visit, desk, nil) }
        routes.act(.erasure) { sent in
            _ = try await sent.desk.account(of: sent.viewer)
            guard sent.form.flag("sure") else { throw DeskError.invalid([Problem(field: "sure", code: .missing)]) }
            try await sent.withPassword(limits) { password in
                try await sent.desk.erase(password: password, by: sent.viewer, once: sent.key)
            }
            sent.context.web.endSession()
            return .erased
        } next: { _ in
            SitePath(.home)
        } again: { sent, attempt in
            try await erasure(sent.visit, sent.desk, attempt)
        }
    }

    private static func password(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        let account = try await desk.account(of: visit.viewer)
        let words = visit.words
        return page(
            .accountPassword, words("person.change-password"), words("person.change-password-lead"), visit, attempt,
            """
            <input type="hidden" name="username" value="\(account.body.email)" autocomplete="username">
            \(visit.currentPassword(attempt))
            \(visit.newPassword("new-password", words("person.new-password"), attempt))
            \(buttons(submitButton(words("person.change-password"), .act), cancel(visit)))
            """)
    }

    private static func email(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        let account = try await desk.account(of: visit.viewer)
        let words = visit.words
        return page(
            .accountEmail, words("person.change-email"),
            words("person.change-email-lead", ["email": account.body.email]),
            visit, attempt,
            """
            \(visit.field("email", words("person.new-email"), attempt)
                .text(Attempt.typed(attempt, "email"), kind: .email, autocomplete: "email"))
            \(visit.currentPassword(attempt))
            \(buttons(submitButton(words("person.send-letter"), .act), cancel(visit)))
            """)
    }

    private static func erasure(_ visit: Visit, _ desk: Desk, _ attempt: Attempt?) async throws -> Response {
        _ = try await desk.account(of: visit.viewer)
        let words = visit.words
        return page(
            .erasure, words("person.erase"), words("person.erase-lead"), visit, attempt,
            """
            <h2>\(words("person.erase-goes"))</h2><p>\(words("person.erase-goes-list"))</p>
            <h2>\(words("person.erase-stays"))</h2><p>\(words("person.erase-stays-list"))</p>
            \(visit.field("sure", words("person.erase-sure-label"), attempt)
                .checkboxes([Choice(value: "on", label: words("person.erase-sure"))], chosen: []))
            \(visit.currentPassword(attempt))
            \(buttons(submitButton(words("person.erase-do"), .danger), cancel(visit)))
            """)
    }

    static func page(
        _ route: SiteRoute, _ title: String, _ lead: String, _ visit: Visit, _ attempt: Attempt?, _ form: HTML,
        _ below: HTML = HTML()
    ) -> Response {
        visit.page(
            title, at: SitePath(route),
            """
            \(trail(label: visit.words("person.trail"), [visit.link(visit.words("person.account"), SitePath(.account))]))
            <h1>\(title)</h1><p class="lead">\(lead)</p>\(attempt?.summary(visit.words))
            \(visit.form(to: SitePath(route), form))\(below)
            """)
    }

    static func cancel(_ visit: Visit) -> HTML { visit.link(visit.words("person.cancel"), SitePath(.account)).button() }
}

extension Sent {
    /// Hands over the password that was asked for once more. Wrong ones are counted.
    func withPassword<Value>(
        _ limits: AccountLimits, _ act: (String) async throws -> Value
    ) async throws -> Value {
        let account = viewer.account?.rawValue ?? ""
        try limits.takePassword(of: account, from: visit.clientAddress)
        do {
            let value = try await act(secret("current-password"))
            limits.giveBackPassword(of: account, from: visit.clientAddress)
            return value
        } catch let error as DeskError {
            let isWrong =
                if case .invalid(let all) = error { all.contains { $0.code == .wrongPassword } } else { false }
            if !isWrong { limits.giveBackPassword(of: account, from: visit.clientAddress) }
            throw error
        }
    }
}
