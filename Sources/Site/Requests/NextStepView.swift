internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The one thing this person can do now, open; below it, folded, what else she may do.
struct NextStepView {
    let it: RequestCase
    let attempt: Attempt?

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }
    private var forms: StepForms { StepForms(it: it, attempt: attempt) }

    func html() -> HTML {
        let main = mainStep
        let others = Self.order.filter { it.view.steps.contains($0) && !covered(by: main).contains($0) }
        let folds = others.compactMap { step in
            forms.form(step).map { body in
                fold(words(MessageKey("request.do-\(step.rawValue)")), isOpen: attempt?.route == step.route, body)
            }
        }
        let first = opening(main)
        if first.isEmpty && folds.isEmpty { return HTML() }
        return """
            <section class="next-step" aria-labelledby="next"><h2 id="next">\(words("common.what-next"))</h2>
            \(first)\(folds)</section>
            """
    }

    private func opening(_ main: Step?) -> HTML {
        if it.view.standings.contains(.helpDesk), main == nil {
            return buttons(visit.link(words("request.open-case"), .helpCase(it.id)).button(.act))
        }
        let link =
            it.view.standings.contains(.helpDesk)
            ? buttons(visit.link(words("request.open-case"), .helpCase(it.id)).button()) : HTML()
        guard let main, let form = forms.form(main) else { return link.isEmpty ? invitation : link }
        return "<h3>\(words(MessageKey("request.do-\(main.rawValue)")))</h3>\(form)\(link)"
    }

    /// For people who only read: what they could do if they can help.
    private var invitation: HTML {
        guard !it.view.isInside, it.view.state.hasPassed, !it.view.state.isEnd else { return HTML() }
        let action =
            visit.viewer.isSignedIn
            ? visit.link(words("nav.providers"), SitePath(.providers))
            : visit.link(
                words("nav.sign-in"), SitePath(.signIn).with(LocalPath.fieldName, visit.address(.request(it.id))))
        return "<h3>\(words("request.offer"))</h3><p>\(words("request.offer-body"))</p>\(buttons(action.button()))"
    }

    /// The step that is expected of this person in this state.
    private var mainStep: Step? {
        let wanted: [Step] =
            switch it.view.state {
            case .drafted, .objected: [.submit, .endorse]
            case .submitted: [.endorse]
            case .questioned: [.answerQuestion, .endorse]
            case .introduced: [.reply]
            case .answered, .reported: [.close]
            case .matched: it.view.standings.contains(.helpDesk) ? [] : [.plan]
            case .planned:
                it.view.standings.contains(.requester) || it.view.expectation.needsNoFunding ? [.report] : [.pledge]
            case .funded, .underWay: [.report]
            case .endorsed, .passedBySilence, .triaged, .closed, .withdrawn, .declined, .lapsed: []
            }
        let mine = wanted.first { it.view.steps.contains($0) }
        // The help desk closes from its case page; there it sees all it needs for that.
        if mine == .close, !it.view.standings.contains(.requester) { return nil }
        return mine == .reply && it.awaitingReply.isEmpty ? nil : mine
    }

    private func covered(by main: Step?) -> Set<Step> {
        switch main {
        case .endorse: [.endorse, .object, .ask]
        case .submit: [.submit, .revise]
        case let step?: [step]
        case nil: []
        }
    }

    /// Letters stand below, and the help desk's own steps on the page of the case.
    private static let order: [Step] = [
        .answerQuestion, .submit, .revise, .endorse, .object, .ask, .reply, .plan, .pledge, .report, .close, .rate,
        .withdraw,
    ]
}

extension Step {
    /// Where the form of a step is sent to; nil for those of the clock.
    var route: SiteRoute? {
        switch self {
        case .revise: .editRequest
        case .submit: .submission
        case .withdraw: .withdrawal
        case .endorse, .object, .ask: .position
        case .answerQuestion: .questionAnswer
        case .triage: .assessment
        case .decline: .refusal
        case .answer: .answer
        case .introduce: .introduction
        case .note: .note
        case .reply: .reply
        case .plan: .plan
        case .pledge: .pledge
        case .report: .report
        case .close: .closing
        case .write: .message
        case .charge: .charge
        case .hold: .hold
        case .task: .task
        case .nudge: .nudge
        case .refer: .referral
        case .rate: .feedback
        case .passInSilence, .remind, .lapse: nil
        }
    }
}
