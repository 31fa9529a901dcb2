internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The mail queue: what waits, what did not arrive, what nobody knows of; and once more.
enum LettersPage {
    static func add(to routes: Routes) {
        routes.get(.letters) { _, _, visit, desk in try await page(visit, desk) }
        routes.post(.letters) { form, _, visit, desk in
            guard let id = DispatchID(rawValue: form.typed("dispatch")) else { throw DeskError.notFound }
            do {
                try await desk.tryAgain(id, by: visit.viewer, once: form.key)
            } catch let error as DeskError {
                guard case .alreadyDone = error else { throw error }
            }
            return try visit.seeOther(SitePath(.letters), done: Done.letterAgain.rawValue)
        }
    }

    private static func page(_ visit: Visit, _ desk: Desk) async throws -> Response {
        let words = visit.words
        let post = try await desk.post(for: visit.viewer)
        let accounts = Set((post.waiting + post.failed).compactMap(\.body.account))
        let names = try await desk.names(of: accounts, for: visit.viewer)
        func section(_ id: String, _ title: MessageKey, _ letters: [Filed<Dispatch>]) -> HTML {
            let table = DataTable(
                caption: words(title),
                columns: [
                    .init(title: words("admin.letter")), .init(title: words("admin.letter-to")),
                    .init(title: words("admin.letter-outcome")), .init(title: words("admin.letter-last")),
                    .init(title: words("admin.letter-again")),
                ],
                rows: letters.map { row($0, names, visit) })
            return """
                <section aria-labelledby="\(id)"><h2 id="\(id)">\(words(title)) \
                <span class="tag">\(words.number(letters.count))</span></h2>
                \(if: letters.isEmpty, "<p class=\"quiet\">\(words("admin.no-letters"))</p>")
                \(if: !letters.isEmpty, table.html())</section>
                """
        }
        return visit.administration(
            .letters,
            """
            <p class="lead">\(words("admin.letters-sent", count: post.sent))</p>
            \(section("failed", "admin.letters-failed", post.failed))
            \(section("waiting", "admin.letters-waiting", post.waiting))
            """)
    }

    private static func row(_ filed: Filed<Dispatch>, _ names: [AccountID: String], _ visit: Visit) -> [HTML] {
        let words = visit.words
        let body = filed.body
        let name = body.account.flatMap { names[$0] } ?? ""
        let account = body.account.map {
            visit.link(name.isEmpty ? words("person.erased-name") : name, .account($0)).html()
        }
        let letter: HTML = "<code dir=\"ltr\">\(filed.id.own)</code> \(body.subject)"
        return [
            letter, account ?? HTML(text: words("admin.letter-newcomer")),
            """
            \(Tag(text: words(MessageKey("admin.outcome-\(body.outcome.rawValue)")), tone: body.outcome == .postponed ? .quiet : .error).html()) \
            <code dir="ltr">\(body.trouble)</code>
            """,
            HTML(text: words.dateAndTime(filed.at)),
            visit.form(
                to: SitePath(.letters),
                """
                <input type="hidden" name="dispatch" value="\(filed.id.rawValue)">\
                \(if: body.outcome == .uncertain || body.outcome == .begun, "<p class=\"small\">\(words("admin.may-come-twice"))</p>")\
                \(submitButton(words("admin.letter-again"), .plain))
                """),
        ]
    }
}
