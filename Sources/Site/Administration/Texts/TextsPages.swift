internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// Every sentence of the pages and letters: found, said in other words, looked at, taken back, taken home.
enum TextsPages {
    static let perPage = 50

    static func add(to routes: Routes) {
        routes.get(.texts) { request, _, visit, desk in
            let query = TextsQuery(try request.query(), visit)
            return visit.administration(
                .texts, at: query.path,
                TextsView(visit: visit, query: query, own: try await desk.ownTexts(for: visit.viewer)).html())
        }
        routes.get(.textsFile) { _, _, visit, desk in file(try await desk.ownTexts(for: visit.viewer), visit) }
        routes.get(.text) { request, context, visit, desk in
            let key = try context.pathParameter("id") { MessageKey(known: $0) }
            let language = Language(rawValue: try request.query().typed("in")) ?? visit.language
            return try await one(key, language, visit, desk)
        }
        routes.post(.text) { form, context, visit, desk in
            let key = try context.pathParameter("id") { MessageKey(known: $0) }
            guard let language = Language(rawValue: form.typed("in")) else { throw WebProblem(.notFound) }
            return try await answer(key, language, form, visit, desk)
        }
    }

    private static func one(
        _ key: MessageKey, _ language: Language, _ visit: Visit, _ desk: Desk, _ attempt: TextAttempt? = nil
    ) async throws -> Response {
        let versions = try await desk.versions(ofText: key, in: language, for: visit.viewer)
        let own = try await desk.ownTexts(for: visit.viewer).filter { $0.filed.body.sentence == key.name }
        let view = TextView(
            visit: visit, key: key, language: language, versions: versions, own: own,
            names: try await desk.names(of: Set(versions.compactMap(\.author.account)), for: visit.viewer),
            attempt: attempt)
        return visit.administration(.texts, title: key.name, at: .text(key), view.html())
    }

    private static func answer(
        _ key: MessageKey, _ language: Language, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let forms = try forms(form)
        let base = try form.integer("base") ?? 0
        var attempt = TextAttempt(form: form)
        do {
            switch form.typed("then") {
            case "preview":
                attempt.preview = try desk.preview(key, in: language, as: forms, for: visit.viewer)
                return try await one(key, language, visit, desk, attempt)
            case "back":
                try await desk.takeBack(key, in: language, from: base, by: visit.viewer, once: form.key)
                return try leadOn(key, language, .textTakenBack, visit)
            default:
                try await desk.reword(key, in: language, as: forms, from: base, by: visit.viewer, once: form.key)
                return try leadOn(key, language, .reworded, visit)
            }
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems): attempt.problems = FormProblems(problems, visit.words)
            case .conflict: attempt.isLate = true
            case .alreadyDone: return try leadOn(key, language, nil, visit)
            default: throw error
            }
            var page = try await one(key, language, visit, desk, attempt)
            page.status = attempt.isLate ? .conflict : .unprocessableContent
            return page
        }
    }

    private static func leadOn(_ key: MessageKey, _ language: Language, _ done: Done?, _ visit: Visit) throws
        -> Response
    {
        try visit.seeOther(.text(key).with("in", language.code), done: done?.rawValue)
    }

    private static func forms(_ form: Form) throws(WebProblem) -> [String: String] {
        var forms: [String: String] = [:]
        for category in PluralCategory.allCases {
            forms[category.rawValue] = try form.optionalText("text-\(category.rawValue)")
        }
        return forms
    }

    /// The administrators' words, by language and name, as the message catalogues write them: a release takes them over.
    private static func file(_ own: [OwnText], _ visit: Visit) -> Response {
        var all: [String: [String: Any]] = [:]
        for body in own.filter({ $0.fits }).map(\.filed.body) where !body.isTakenBack {
            let counts = Messages.standard.message(MessageKey(body.sentence), in: .english)?.counts ?? false
            all[body.language.code, default: [:]][body.sentence] = counts ? body.forms : body.forms["other"] ?? ""
        }
        let data = try? JSONSerialization.data(
            withJSONObject: all, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return .download(
            Array(data ?? Data("{}".utf8)), name: "bio-bridge-texts-\(visit.today).json",
            type: "application/json; charset=utf-8")
    }
}

extension MessageKey {
    /// Nil unless the program has a sentence of this name.
    init?(known name: String) {
        guard Messages.standard.message(MessageKey(name), in: .english) != nil else { return nil }
        self.init(name)
    }
}

/// A form of a sentence that was looked at, or could not be taken, with all that was typed.
struct TextAttempt: Sendable {
    let form: Form
    var problems = FormProblems.none
    /// Somebody else wrote other words meanwhile.
    var isLate = false
    /// How it would read.
    var preview: [String] = []
}
