internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// What a person reads when something could not be done: what happened, what was kept, what to do next.
enum ErrorPage {
    static func layer(_ site: Site) -> ErrorPages<SiteContext> {
        ErrorPages(
            status: { ($0 as? DeskError)?.status },
            render: { failure, request, context in
                let visit = Visit(request, context, site.settings, site.desk)
                if asksToSignIn(failure) {
                    let here = LocalPath(request.uri.string)?.address
                    return try visit.seeOther(
                        SitePath(.signIn).with(LocalPath.fieldName, request.method == .get ? here : nil))
                }
                return .page(page(failure, visit), status: failure.status)
            })
    }

    private static func asksToSignIn(_ failure: Failure) -> Bool {
        failure.problem?.code == .signInNeeded || (failure.error as? DeskError) == .signInFirst
    }

    private static func page(_ failure: Failure, _ visit: Visit) -> HTML {
        let words = visit.words
        let code = (failure.error as? DeskError)?.name ?? failure.code.rawValue
        let title = words(MessageKey("errors.\(code)-title"))
        let kept = failure.problem?.form.map { typed(in: $0, words) }
        let body = ErrorBody(
            words: words, title: title, happened: words(MessageKey("errors.\(code)")), kept: nil,
            steps: [
                visit.link(words("errors.go-home"), SitePath(.home)),
                visit.link(words("errors.go-search"), SitePath(.search)),
            ], reference: failure.caseNumber.description)
        return visit.html(title, at: SitePath(.home), body.html() + (kept ?? HTML()))
    }

    /// What was typed into a form that could not be taken, to copy it from.
    private static func typed(in form: Form, _ words: Words) -> HTML {
        let texts = form.fields.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.count > 20 }
        guard !texts.isEmpty else { return HTML() }
        return """
            <h2>\(words("errors.typed"))</h2>\(texts.map { "<pre dir=\"auto\">\($0)</pre>" as HTML })
            """
    }
}

extension DeskError {
    /// The name under which the catalogues have its words.
    var name: String {
        switch self {
        case .notFound: "notFound"
        case .gone: "gone"
        case .refused: "forbidden"
        case .signInFirst, .wrongPassword: "signInNeeded"
        case .illegal: "illegal"
        case .invalid: "invalid"
        case .conflict: "conflict"
        case .alreadyDone: "alreadyDone"
        case .wrongCode: "forbidden"
        case .passSpent: "passSpent"
        case .unavailable: "unavailable"
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .gone: .gone
        case .refused: .forbidden
        case .signInFirst, .wrongPassword: .unauthorized
        case .illegal, .conflict, .alreadyDone: .conflict
        case .invalid: .unprocessableContent
        case .wrongCode: .forbidden
        case .passSpent: .gone
        case .unavailable: .serviceUnavailable
        }
    }
}
