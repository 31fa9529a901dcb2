internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// A form that was sent, with all it takes to carry it out.
struct Sent: Sendable {
    let form: Form
    let context: SiteContext
    let visit: Visit
    let desk: Desk

    var viewer: Viewer { visit.viewer }
    var key: String? { form.key }

    func text(_ name: String) throws(WebProblem) -> String { try form.text(name) }
    /// Passwords are taken as they are, blanks too.
    func secret(_ name: String) -> String { form.typed(name) }
}

extension Routes {
    /// A form of a person or of an administrator: carried out, it leads on; what is wrong in it is shown on its page again, with
    /// all that was typed; sent twice, it leads on as well.
    /// - Parameters:
    ///   - names: the form's own names of the paper's fields.
    ///   - act: carries it out, and says what was done.
    ///   - next: where that leads.
    ///   - again: the page with the problems on it.
    func act(
        _ route: SiteRoute, names: [String: String] = [:],
        _ act: @escaping @Sendable (Sent) async throws -> Done?,
        next: @escaping @Sendable (Sent) throws -> SitePath,
        again: @escaping @Sendable (Sent, Attempt) async throws -> Response
    ) {
        post(route) { form, context, visit, desk in
            let sent = Sent(form: form, context: context, visit: visit, desk: desk)
            do {
                let done = try await act(sent)
                return try visit.seeOther(try next(sent), done: done?.rawValue)
            } catch let error as DeskError {
                switch error {
                case .invalid(let problems):
                    var page = try await again(sent, Attempt(route, form, problems, names: names, visit.words))
                    page.status = .unprocessableContent
                    return page
                case .wrongCode:
                    let problem = Problem(field: "code", code: .wrongCode)
                    var page = try await again(sent, Attempt(route, form, [problem], visit.words))
                    page.status = .unprocessableContent
                    return page
                case .alreadyDone: return try visit.seeOther(try next(sent))
                default: throw error
                }
            }
        }
    }
}

extension Attempt {
    /// What was typed into a field of this form, or what stood there before.
    static func typed(_ attempt: Attempt?, _ name: String, or value: String = "") -> String {
        attempt.map { $0.form.fields[name] == nil ? value : $0.form.typed(name) } ?? value
    }
}

extension Visit {
    /// A field with its problem, if the form was sent and has one.
    func field(_ name: String, _ label: String, _ attempt: Attempt?, hint: String? = nil, isOptional: Bool = false)
        -> Field
    {
        Field(
            words: words, name: name, label: label, hint: hint, problem: attempt?.problems[name], isOptional: isOptional
        )
    }

    /// The languages of letters, by their own names.
    func languageField(_ attempt: Attempt?, chosen: Language, label: MessageKey = "person.language") -> HTML {
        field("language", words(label), attempt).select(
            Language.allCases.map { Choice(value: $0.code, label: $0.ownName) },
            chosen: Attempt.typed(attempt, "language", or: chosen.code))
    }

    func newPassword(_ name: String, _ label: String, _ attempt: Attempt?) -> HTML {
        field(name, label, attempt, hint: words("person.password-hint", count: PasswordRule.shortest))
            .text(kind: .password, autocomplete: "new-password")
    }

    func currentPassword(_ attempt: Attempt?, id: String = "current-password") -> HTML {
        field(id, words("person.current-password"), attempt).text(kind: .password, autocomplete: "current-password")
    }

    func role(_ role: Role) -> String { words(MessageKey("person.role-\(role.rawValue)")) }
}
