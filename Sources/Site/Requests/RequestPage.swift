internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The page of one request, for everybody: each sees what she may see and finds the next step she can take.
enum RequestPage {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.request) { request, context, visit, desk in
            let kept = Routes.kept(try request.query(), visit, context, site)
            return try await page(
                try context.pathParameter("id") { Cooperation.RequestID(own: $0) }, visit, desk,
                kept.map { Attempt($0.route, $0.form, [], visit.words) })
        }
        RequestSteps.add(to: routes)
    }

    static func page(
        _ id: Cooperation.RequestID, _ visit: Visit, _ desk: Desk, _ attempt: Attempt? = nil
    ) async throws -> Response {
        let it = try await RequestCase.load(id, visit, desk)
        // What was merged leads on, unless somebody wants to see it as it was.
        if let target = it.view.mergedInto, attempt == nil, !visit.staysHere {
            return try visit.seeOther(SitePath.request(target).with("from", id.own))
        }
        return visit.page(
            visit.plainTitle(of: it.request), at: .request(id), head: try await visit.head(of: id.rawValue, desk),
            RequestView(it: it, attempt: attempt, merged: try await desk.merged(into: id, for: visit.viewer)).html())
    }
}

/// What people do on that page.
enum RequestSteps {
    static func add(to routes: Routes) {
        asking(routes)
        countrys(routes)
        partners(routes)
    }

    private static func asking(_ routes: Routes) {
        routes.step(.submission) { sent in
            try await sent.desk.submit(sent.id, by: sent.viewer, once: sent.key)
            return .submitted
        }
        routes.step(.withdrawal, names: ["text": "withdrawal"]) { sent in
            try await sent.desk.withdraw(
                sent.id, because: try sent.written("withdrawal"), by: sent.viewer, once: sent.key)
            return .withdrawn
        }
        routes.step(.questionAnswer, names: ["text": "question-answer"]) { sent in
            try await sent.desk.answerQuestion(
                on: sent.id, saying: try sent.written("question-answer"), by: sent.viewer, once: sent.key)
            return .answered
        }
        routes.step(.message, names: ["text": "message"]) { sent in
            try await sent.fillIn("message")
            try await sent.desk.write(try sent.written("message"), on: sent.id, by: sent.viewer, once: sent.key)
            return .written
        }
        routes.step(.closing, names: ["text": "closing"]) { sent in
            guard let outcome = Closing.Outcome(rawValue: sent.form.typed("outcome")) else {
                throw DeskError.invalid([Problem(field: "outcome", code: .missing)])
            }
            try await sent.desk.close(
                sent.id, outcome, saying: try sent.written("closing"), by: sent.viewer, once: sent.key)
            return .closed
        }
    }

    private static func countrys(_ routes: Routes) {
        routes.step(.position) { sent in
            guard let stance = Position.Stance(rawValue: sent.form.typed("stance")) else {
                throw DeskError.invalid([Problem(field: "stance", code: .notAChoice)])
            }
            do {
                try await sent.desk.take(
                    stance, on: sent.id, because: try sent.written(stance.rawValue), by: sent.viewer, once: sent.key)
            } catch let error as DeskError {
                throw error.naming("reason", stance.rawValue)
            }
            switch stance {
            case .objection: return .objected
            case .question: return .asked
            case .endorsement, .silence: return .endorsed
            }
        }
    }

    private static func partners(_ routes: Routes) {
        routes.step(.reply) { sent in
            guard let stance = Reply.Stance(rawValue: sent.form.typed("stance")),
                let introduction = IntroductionID(rawValue: sent.form.typed("introduction"))
            else { throw DeskError.invalid([Problem(field: "stance", code: .missing)]) }
            do {
                try await sent.desk.reply(
                    stance, to: introduction, on: sent.id, because: try sent.written("reply-\(introduction.own)"),
                    ground: Reply.Ground(rawValue: sent.form.typed("ground")), by: sent.viewer, once: sent.key)
            } catch let error as DeskError {
                throw error.naming("reason", "reply-\(introduction.own)")
            }
            return .replied
        }
        routes.step(.plan, names: ["text": "plan"]) { sent in
            var problems: [Problem] = []
            let plan = Plan(
                request: sent.id, text: try sent.written("plan"), starts: sent.form.day("starts", &problems),
                ends: sent.form.day("ends", &problems), needsNoFunding: sent.form.flag("needs-no-funding"))
            guard problems.isEmpty else { throw DeskError.invalid(problems + plan.problems()) }
            try await sent.desk.plan(plan, by: sent.viewer, once: sent.key)
            return .planned
        }
        routes.step(.pledge, names: ["text": "pledge", "organisation": "pledging"]) { sent in
            var problems: [Problem] = []
            let amount = sent.form.number("amount", &problems)
            guard let organisation = OrganisationID(rawValue: sent.form.typed("pledging")) else {
                throw DeskError.invalid(problems + [Problem(field: "organisation", code: .missing)])
            }
            guard problems.isEmpty else { throw DeskError.invalid(problems) }
            let currency = try sent.form.text("currency").uppercased()
            let pledge = Pledge(
                request: sent.id, organisation: organisation,
                amount: amount.map { Money(amount: $0, currency: currency.isEmpty ? "USD" : currency) },
                text: try sent.written("pledge"))
            try await sent.desk.pledge(pledge, by: sent.viewer, once: sent.key)
            return .pledged
        }
        routes.step(.report, names: ["text": "report", "whatDidNotWork": "what-did-not-work"]) { sent in
            guard let stage = Report.Stage(rawValue: sent.form.typed("stage")) else {
                throw DeskError.invalid([Problem(field: "stage", code: .missing)])
            }
            let report = Report(
                request: sent.id, stage: stage, text: try sent.written("report"),
                whatDidNotWork: try sent.written("what-did-not-work"))
            try await sent.desk.report(report, by: sent.viewer, once: sent.key)
            return .reported
        }
    }
}

extension DeskError {
    /// The same error with the field of its problems under the form's own name.
    func naming(_ field: String, _ name: String) -> DeskError {
        guard case .invalid(let problems) = self else { return self }
        return .invalid(
            problems.map { $0.field == field ? Problem(field: name, code: $0.code, figures: $0.figures) : $0 })
    }
}
