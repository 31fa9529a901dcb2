internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// One sentence in one language: what the program says, what we say, and how that reads.
struct TextView {
    let visit: Visit
    let key: MessageKey
    let language: Language
    /// Of this language, oldest first.
    let versions: [Filed<Rewording>]
    /// Of all languages.
    let own: [OwnText]
    let names: [AccountID: String]
    let attempt: TextAttempt?

    private var words: Words { visit.words }
    private var shipped: Localisation.Message { message(in: language) }
    private var current: Rewording? { versions.last.flatMap { $0.body.isTakenBack ? nil : $0.body } }

    private func message(in language: Language) -> Localisation.Message {
        Messages.standard.message(key, in: language) ?? Messages.standard.message(key, in: .english)
            ?? .text(Template(key.name))
    }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [visit.link(words("admin.texts"), SitePath(.texts))]))
        \(languages)\(attempt.map { $0.problems.summary(words).html() })
        \(if: attempt?.isLate == true, Notice(tone: .act, body: "<p>\(words("texts.conflict"))</p>").html())
        \(marks)\(preview)
        \(form)
        <section aria-labelledby="shipped"><h2 id="shipped">\(words("texts.shipped"))</h2>\(said(message(in: language), language))
        \(if: language != .english, "<h3>\(words("texts.english"))</h3>\(said(message(in: .english), .english))")</section>
        \(history)
        """
    }

    private var languages: HTML {
        tabs(
            label: words("texts.language"),
            Language.allCases.map { language in
                let isOwn = own.contains { $0.filed.body.language == language && !$0.filed.body.isTakenBack }
                let path = SitePath.text(key).with("in", language.code)
                return (
                    visit.link(language.ownName, path, isCurrent: language == self.language),
                    isOwn ? words("texts.reworded") : nil
                )
            })
    }

    private var marks: HTML {
        own.first { $0.filed.body.language == language }.map { "<p>\($0.tags(words))</p>" } ?? HTML()
    }

    private var preview: HTML {
        guard let attempt, !attempt.preview.isEmpty else { return HTML() }
        return Notice(
            title: words("texts.preview-title"),
            body: "\(attempt.preview.map { UserText(text: $0, language: language).html() })"
        ).html()
    }

    private func said(_ message: Localisation.Message, _ language: Language) -> HTML {
        PluralCategory.allCases.compactMap { category in
            message.forms[category.rawValue].map { text in
                """
                \(if: message.counts, "<p class=\"quiet small\">\(label(category, language))</p>")\
                \(UserText(text: text, language: language).html())
                """ as HTML
            }
        }.joined()
    }

    /// The numbers that a form is for, as examples.
    private func label(_ category: PluralCategory, _ language: Language) -> String {
        let numbers = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000].filter {
            PluralCategory(of: $0, in: language) == category
        }
        return words("texts.form", ["numbers": words.list(numbers.prefix(3).map { words.number($0) })])
    }

    private var form: HTML {
        let places = message(in: .english).places.sorted().map { "{\($0)}" }
        return visit.form(
            to: .text(key), key: attempt?.isLate == true ? nil : attempt?.form.key,
            """
            <input type="hidden" name="in" value="\(language.code)">\
            <input type="hidden" name="base" value="\(versions.last?.revision ?? 0)">\
            \(if: !places.isEmpty, "<p class=\"quiet small\">\(words("texts.places", ["list": words.list(places)]))</p>")\
            \(fields)\
            \(buttons(
                submitButton(words("texts.use"), .act, name: "then", value: "use"),
                submitButton(words("texts.preview"), name: "then", value: "preview"),
                current == nil ? HTML() : submitButton(words("texts.back"), .plain, name: "then", value: "back")))
            """)
    }

    private var fields: HTML {
        let forms = (current?.forms ?? shipped.forms)
        let wanted =
            shipped.counts
            ? PluralCategory.needed(in: language).union(forms.keys.compactMap(PluralCategory.init)) : [.other]
        return PluralCategory.allCases.filter(wanted.contains).map { category in
            let name = "text-\(category.rawValue)"
            let typed = attempt.map { $0.form.typed(name) } ?? forms[category.rawValue] ?? ""
            return Field(
                words: words, name: name,
                label: shipped.counts ? label(category, language) : words("texts.own"),
                problem: attempt?.problems[name]
            ).area(typed, lines: typed.count > 120 ? 5 : 2)
        }.joined()
    }

    private var history: HTML {
        guard !versions.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="versions"><h2 id="versions">\(words("texts.versions"))</h2>
            <ol class="papers">\(versions.map(version))</ol></section>
            """
    }

    private func version(_ filed: Filed<Rewording>) -> HTML {
        let author = filed.author.account.flatMap { names[$0] } ?? words("record.author-office")
        let text: HTML =
            filed.body.isTakenBack
            ? "<p>\(words("texts.taken-back"))</p>"
            : said(Localisation.Message(filed.body.forms, counts: shipped.counts), language)
        return PaperEntry(
            title: words("casework.version", ["number": words.number(filed.revision)]), author: author,
            date: words.dateAndTime(filed.at), machineDate: words.machineDate(filed.at), text: text
        ).html()
    }
}
