internal import Cooperation
internal import Desk
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// What fits whom: the needs an offer could answer, the wish to be told of new ones, and the gaps nobody fills.
enum FitPages {
    static func add(to routes: Routes) {
        routes.get(.providerNeeds) { _, context, visit, desk in
            try await needs(ofProvider: try context.pathParameter("id") { ProviderID(own: $0) }, visit, desk)
        }
        routes.get(.opportunityRequests) { _, context, visit, desk in
            try await needs(ofOpportunity: try context.pathParameter("id") { OpportunityID(own: $0) }, visit, desk)
        }
        routes.post(.offerOfHelp) { form, context, visit, desk in
            try await offer(
                try context.pathParameter("id") { ProviderID(own: $0) }, form, visit, desk)
        }
        NewsLettersPage.add(to: routes)
        routes.post(.alerts) { form, _, visit, desk in try await setAlert(form, visit, desk) }
        routes.post(.alertsSeen) { form, _, visit, desk in
            let moment = (try form.integer("through")).map { Date(timeIntervalSince1970: Double($0) / 1000) }
            try await desk.markSeen(through: moment ?? .distantPast, by: visit.viewer, once: form.key)
            return try visit.seeOther(SitePath(.work), done: Done.seen.rawValue)
        }
        routes.get(.gaps) { request, _, visit, desk in
            let view = GapsView(visit: visit, gaps: await desk.gaps(), query: try GapsQuery(request))
            return visit.page(
                visit.words("gaps.title"), at: view.query.path(.gaps), summary: visit.words("gaps.lead"), view.html())
        }
        routes.get(.gapsFile) { request, _, visit, desk in
            let view = GapsView(visit: visit, gaps: await desk.gaps(), query: try GapsQuery(request))
            let name = "bio-bridge-gaps-\(visit.today).csv"
            return .download(Array(view.file().utf8), name: name, type: "text/csv; charset=utf-8")
        }
    }

    /// - Parameter attempt: an offer of help that could not be taken, to show again.
    private static func needs(
        ofProvider id: ProviderID, _ visit: Visit, _ desk: Desk, _ attempt: OfferAttempt? = nil
    ) async throws -> Response {
        let needs = try await desk.needsThatFit(provider: id, viewer: visit.viewer)
        let provider = try await desk.record(id)
        let choices = visit.viewer.isSignedIn ? try await desk.alertChoices(for: visit.viewer) : []
        let view = FittingNeedsView(
            visit: visit, subject: .provider(id), name: provider.body.title, needs: needs,
            maySpeak: visit.viewer.organisations.contains(provider.body.organisation),
            choice: choices.first { $0.subject == .provider(id) }, attempt: attempt)
        return view.page()
    }

    private static func needs(
        ofOpportunity id: OpportunityID, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let needs = try await desk.eligibleFor(id, viewer: visit.viewer)
        let call = try await desk.record(id)
        return FittingNeedsView(
            visit: visit, subject: .opportunity(id), name: call.body.title, needs: needs, maySpeak: false, choice: nil
        ).page()
    }

    private static func offer(
        _ id: ProviderID, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        guard let request = Cooperation.RequestID(rawValue: form.typed("request")) else { throw WebProblem(.notFound) }
        try Routes.keepWhatWasTyped(form, visit)
        let field = OfferAttempt.field(request)
        do {
            try await desk.offerHelp(
                of: id, with: request, saying: try visit.written(form, field), by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            if case .invalid(let problems) = error {
                let own = problems.map { Problem(field: field, code: $0.code, figures: $0.figures) }
                let attempt = OfferAttempt(
                    request: request, text: form.typed(field), problems: FormProblems(own, visit.words))
                var page = try await needs(ofProvider: id, visit, desk, attempt)
                page.status = .unprocessableContent
                return page
            }
            guard case .alreadyDone = error else { throw error }
        }
        return try visit.seeOther(.provider(id, .providerNeeds), done: Done.offered.rawValue)
    }

    private static func setAlert(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        guard let subject = Alert.Subject(name: form.typed("subject")) else { throw WebProblem(.notFound) }
        do {
            // No number: tell me nothing.
            try await desk.setAlert(
                on: subject, from: try form.integer(AlertForm.field(subject)),
                byMail: form.flag(AlertForm.mailField(subject)), by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            guard case .alreadyDone = error else { throw error }
        }
        let isOnNeedsPage = form.flag("needs")
        if isOnNeedsPage, case .provider(let id) = subject {
            return try visit.seeOther(.provider(id, .providerNeeds), done: Done.watching.rawValue)
        }
        return try visit.seeOther(SitePath(.work), done: Done.watching.rawValue)
    }
}

/// An offer of help that could not be taken, with what was typed.
struct OfferAttempt: Sendable {
    let request: Cooperation.RequestID
    let text: String
    let problems: FormProblems

    /// The name of the text's field: each form of the page has its own.
    static func field(_ id: Cooperation.RequestID) -> String { "offer-" + id.own }
}
