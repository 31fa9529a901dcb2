internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// What is looked for among the sentences.
struct TextsQuery {
    let text: String
    let language: Language
    /// Only sentences in other words.
    let isOwnOnly: Bool
    let page: Int

    init(_ query: Form, _ visit: Visit) {
        text = query.typed("q").trimmingBlanks
        language = Language(rawValue: query.typed("in")) ?? visit.language
        isOwnOnly = query.flag("own")
        page = max(1, Int(query.typed("page")) ?? 1)
    }

    var path: SitePath {
        SitePath(.texts).with("q", text).with("in", language.code).with("own", isOwnOnly ? "on" : nil)
    }
}

/// The sentences that were found, each as it reads now.
struct TextsView {
    let visit: Visit
    let query: TextsQuery
    let own: [OwnText]

    private var words: Words { visit.words }

    func html() -> HTML {
        let found = keys
        let pages = max(1, (found.count + TextsPages.perPage - 1) / TextsPages.perPage)
        let shown = found.dropFirst((query.page - 1) * TextsPages.perPage).prefix(TextsPages.perPage)
        return """
            <p class="lead">\(words("texts.lead"))</p>\(unfit)
            <form class="search" method="get" action="\(visit.address(SitePath(.texts)))"><div>
            \(Field(words: words, name: "q", label: words("texts.search")).text(query.text, kind: .search))
            \(Field(words: words, name: "in", label: words("texts.language")).select(
                Language.allCases.map { Choice(value: $0.code, label: $0.ownName) }, chosen: query.language.code))
            \(Field(words: words, name: "own", label: words("texts.which"), isOptional: true).checkboxes(
                [Choice(value: "on", label: words("texts.own-only"))], chosen: query.isOwnOnly ? ["on"] : []))</div>
            \(submitButton(words("admin.find")))</form>
            \(if: found.isEmpty, EmptyState(title: words("texts.none"), body: words("texts.none-body")).html())
            \(if: !found.isEmpty, table(Array(shown), of: found.count))
            \(Pager(words: words, page: query.page, pageCount: pages) {
                visit.address(query.path.with("page", String($0)))
            }.html())
            \(buttons(visit.link(words("texts.export"), SitePath(.textsFile)).button()))
            """
    }

    /// Sentences whose name or words hold the text, in any case, as they read now or as the program has them.
    private var keys: [String] {
        let wanted = query.text.lowercased()
        let reworded = Set(
            own.filter { !$0.filed.body.isTakenBack && $0.filed.body.language == query.language }.map(
                \.filed.body.sentence))
        return Messages.standard.keys(in: .english).sorted().filter { key in
            if query.isOwnOnly && !reworded.contains(key) { return false }
            return wanted.isEmpty || key.lowercased().contains(wanted)
                || words.speaking(query.language).source(MessageKey(key)).lowercased().contains(wanted)
        }
    }

    private func table(_ keys: [String], of count: Int) -> HTML {
        let marks = Dictionary(
            own.filter { $0.filed.body.language == query.language }.map { ($0.filed.body.sentence, $0) }
        ) { $1 }
        let there = words.speaking(query.language)
        return DataTable(
            caption: words("texts.found", count: count),
            columns: [.init(title: words("texts.sentence")), .init(title: words("texts.name"))],
            rows: keys.map { key in
                let path = SitePath.text(MessageKey(key)).with("in", query.language.code)
                let text = there.source(MessageKey(key)).shortened(to: 160)
                return [
                    """
                    <a href="\(visit.address(path))">\(UserText(text: text, language: query.language).inline())</a>\
                    \(marks[key].map { " " + $0.tags(words) })
                    """,
                    "<code dir=\"ltr\">\(key)</code>",
                ]
            }
        ).html()
    }

    /// What a release has outrun stands on top, in whatever language.
    private var unfit: HTML {
        let all = own.filter { !$0.filed.body.isTakenBack && (!$0.fits || $0.isOutdated) }
        guard !all.isEmpty else { return HTML() }
        return Notice(
            tone: .act, title: words("texts.look-again", count: all.count),
            body: """
                <ul>\(all.map { text in
                    let body = text.filed.body
                    let path = SitePath.text(MessageKey(body.sentence)).with("in", body.language.code)
                    return """
                        <li>\(visit.link(body.sentence, path).html()) (\(body.language.ownName)) \(text.tags(words))</li>
                        """ as HTML
                })</ul>
                """
        ).html()
    }
}

extension OwnText {
    func tags(_ words: Words) -> HTML {
        if filed.body.isTakenBack { return HTML() }
        if !fits { return Tag(text: words("texts.unfit"), tone: .error).html() }
        if isOutdated { return Tag(text: words("texts.outdated"), tone: .act).html() }
        return Tag(text: words("texts.reworded"), tone: .strong).html()
    }
}

extension Words {
    /// What a message says, with its places in braces; of a counted one, its form for many.
    func source(_ key: MessageKey) -> String { template(key, count: 100).source }
}
