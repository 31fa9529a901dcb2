internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The page behind the links of a letter. To open it does nothing; it shows what is asked and one button.
enum ByLetterPage {
    static let field = "t"

    static func add(to routes: Routes) {
        routes.get(.byLetter) { request, _, visit, desk in
            try await page(try request.query().typed(field), visit, desk, nil)
        }
        routes.post(.byLetter) { form, _, visit, desk in try await act(form, visit, desk) }
    }

    private static func page(
        _ text: String, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        guard let token = ActToken(text, signedWith: visit.key) else { throw WebProblem(.notFound) }
        let view = try await desk.dossier(token.request, forLetterTo: token.account)
        let isOver =
            token.hasExpired(at: visit.now) || view.dossier.turn != token.turn
            || !view.steps.contains(token.stance.step)
        let request = view.dossier.request.body
        let institution = try await desk.institutions([request.organisation])[request.organisation]
        let body = ByLetterView(
            visit: visit, token: token, text: text, view: view, institution: institution, isOver: isOver,
            attempt: attempt)
        var page = visit.page(visit.words("byletter.title"), at: SitePath(.byLetter).with(field, text), body.html())
        page.headers[.cacheControl] = "no-store"
        if attempt != nil { page.status = .unprocessableContent }
        return page
    }

    private static func act(_ form: Form, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let text = form.typed(field)
        guard let token = ActToken(text, signedWith: visit.key) else { throw WebProblem(.notFound) }
        let back = SitePath(.byLetter).with(field, text)
        // Used up or too late: the page itself says so, and how the request stands.
        if token.hasExpired(at: visit.now) { return try visit.seeOther(back) }
        do {
            try await desk.take(
                token.stance, on: token.request, because: try visit.written(form, "reason"), byLetterTo: token.account,
                at: token.turn, once: form.key)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                return try await page(text, visit, desk, Attempt(.byLetter, form, problems, visit.words))
            case .conflict, .illegal, .alreadyDone: return try visit.seeOther(back)
            default: throw error
            }
        }
        return try visit.seeOther(back, done: token.stance.done.rawValue)
    }
}

extension Position.Stance {
    var step: Step {
        switch self {
        case .endorsement: .endorse
        case .objection: .object
        case .question: .ask
        case .silence: .passInSilence
        }
    }

    var done: Done {
        switch self {
        case .objection: .objected
        case .question: .asked
        case .endorsement, .silence: .endorsed
        }
    }
}

/// What is asked in her country's name, and the one thing the link lets her do.
struct ByLetterView {
    let visit: Visit
    let token: ActToken
    let text: String
    let view: DossierView
    let institution: LocalizedText?
    let isOver: Bool
    let attempt: Attempt?

    private var words: Words { visit.words }
    private var request: Cooperation.Request { view.dossier.request.body }

    func html() -> HTML {
        """
        <p class="eyebrow">\(visit.name(request.country))\(institution.map { " · \(visit.text($0))" as HTML })</p>
        <h1>\(visit.title(of: request))</h1>
        \(attempt.map { $0.summary(words) })
        \(isOver ? over : asked)
        <p>\(visit.link(words("byletter.whole"), .request(token.request)).html())</p>
        """
    }

    private var over: HTML {
        Notice(
            body: """
                <p>\(words("byletter.over"))</p>\
                <p>\(visit.expectation(view.expectation, in: view.state, isLate: view.isLate))</p>
                """
        ).html()
    }

    private var asked: HTML {
        """
        <p class="lead">\(words(MessageKey("byletter.lead-\(token.stance.rawValue)")))</p>
        \(Notice(body: "<p>\(visit.expectation(view.expectation, in: view.state, isLate: view.isLate))</p>").html())
        <section class="next-step" aria-labelledby="confirm">\
        <h2 id="confirm">\(words(MessageKey("byletter.do-\(token.stance.rawValue)")))</h2>\(form)</section>
        <section aria-labelledby="asked"><h2 id="asked">\(words("request.asked"))</h2>
        \(AskedView(visit: visit, request: request).html())</section>
        """
    }

    private var form: HTML {
        let reason = Field(
            words: words, name: "reason", label: words(MessageKey("byletter.reason-\(token.stance.rawValue)")),
            problem: attempt?.problems["reason"], isOptional: token.stance == .endorsement)
        return visit.form(
            to: SitePath(.byLetter), key: attempt?.form.key,
            """
            <input type="hidden" name="\(ByLetterPage.field)" value="\(text)">\
            \(reason.area(attempt?.form.typed("reason") ?? "", lines: token.stance == .endorsement ? 2 : 5))\
            <p class="small quiet">\(words("byletter.once"))</p>\
            \(buttons(submitButton(
                words(MessageKey("byletter.send-\(token.stance.rawValue)")),
                token.stance == .objection ? .danger : .act)))
            """)
    }
}
