internal import Cooperation
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import WebSupport

extension Specimens {
    var startCards: HTML {
        cards([
            Card(
                link: Link(text: words("components.card-need"), address: "#way"),
                body: words("components.card-need-body"), isNextStep: true),
            Card(
                link: Link(text: words("components.card-help"), address: "#help"),
                body: words("components.card-help-body")),
            Card(
                link: Link(text: words("components.card-look"), address: "#look"),
                body: words("components.card-look-body")),
        ])
    }

    var records: HTML {
        register([
            RegisterRow(
                kind: words("components.kind-request"),
                title: HTML(text: words("components.sample-title-1")),
                address: "#1", summary: HTML(text: words("components.sample-summary")),
                facts: [
                    words("components.benin"), words.date(date(-61)), words.money(20_000, currency: "USD"),
                    words.list([words("components.kind-training"), words("components.kind-data")]),
                ],
                tags: [Tag(text: words("components.act-now"), tone: .act)], below: way.small()),
            RegisterRow(
                kind: words("components.kind-request"),
                title: HTML(text: words("components.sample-title-2")), address: "#2",
                facts: [words("components.bhutan"), words.date(date(-90))],
                tags: [
                    Tag(text: words("components.confidential")), Tag(text: words("components.late"), tone: .error),
                    Tag(text: words("components.kind-data"), tone: .strong),
                ], below: ended.small()),
        ])
    }

    var allButtons: HTML {
        buttons(
            Link(text: words("components.offer-help"), address: "#offer").button(.act),
            submitButton(words("components.save")),
            submitButton(words("components.withdraw"), .danger),
            Link(text: words("components.contact"), address: "#contact").button(.plain))
    }

    var form: HTML {
        let title = Field(
            words: words, name: "title", label: words("components.q-title"), hint: words("components.q-title-hint"),
            problem: words("components.q-title-problem"))
        let mail = Field(
            words: words, name: "mail", label: words("components.q-mail"), problem: words("components.q-mail-problem"))
        let problem = Field(
            words: words, name: "problem", label: words("components.q-problem"),
            hint: words("components.q-problem-hint"))
        let urgency = Field(words: words, name: "urgency", label: words("components.q-urgent"))
        let kinds = Field(words: words, name: "kinds", label: words("components.q-kinds"), isOptional: true)
        let country = Field(words: words, name: "country", label: words("common.country"))
        return """
            <form method="post" action="#form" novalidate>
            \(ErrorSummary(words: words, problems: [("title", words("components.q-title-problem")), ("mail", words("components.q-mail-problem"))]).html())
            \(title.text())
            \(problem.area(words("components.sample-summary"), mostWords: 200))
            \(mail.text("amina@parks", kind: .email, autocomplete: "email"))
            \(urgency.radios([
                Choice(value: "soon", label: words("components.soon")),
                Choice(value: "year", label: words("components.this-year"), hint: words("components.this-year-hint")),
                Choice(value: "later", label: words("components.no-hurry")),
            ], chosen: "year"))
            \(fold(words("components.more-answers"), isOpen: true, kinds.checkboxes([
                Choice(value: "training", label: words("components.kind-training")),
                Choice(value: "technology", label: words("components.kind-technology")),
                Choice(value: "data", label: words("components.kind-data")),
            ], chosen: ["training"]) + country.select([
                Choice(value: "BJ", label: words("components.benin")),
                Choice(value: "WS", label: words("components.samoa")),
            ], chosen: "BJ")))
            \(buttons(submitButton(words("common.next"), .act), submitButton(words("components.save"))))
            </form>
            """
    }

    /// The controls that other forms have beside those of the questions.
    var controls: HTML {
        let last = Field(
            words: words, name: "last", label: words("components.deadline"), hint: words("components.date-hint"))
        let list = Field(
            words: words, name: "list", label: words("components.file"), hint: words("components.file-hint"))
        let search = Field(words: words, name: "q", label: words("components.error-search"))
        return """
            <form method="get" action="#controls" novalidate>
            <div class="search">\(search.text(kind: .search))\(submitButton(words("search.go"), .act))</div>
            \(last.text(kind: .date, isShort: true))
            \(list.file(accepting: ".csv,.xlsx"))
            </form>
            """
    }

    /// A text with a translation beside it, a passage with marked words, and the trail above a page.
    var versions: HTML {
        let french = Words(.french)
        return trail(
            label: words("record.where"),
            [
                Link(text: words("nav.requests"), address: "#requests"),
                Link(text: words("components.benin"), address: "#benin"),
            ])
            + UserText(text: french("components.sample-summary"), language: .french).html()
            + "<p class=\"quiet small\">\(words(MessageKey("version.\(LocalizedText.Origin.machineTranslation.rawValue)")))</p>"
            + fold(
                words("version.others", count: 1),
                UserText(text: words("components.sample-summary"), language: words.language).html())
            + "<blockquote>\(words("components.marked-before")) <mark>\(words("components.marked"))</mark></blockquote>"
    }

    var notices: HTML {
        Notice(body: "<p>\(words("components.notice-saved"))</p>").html()
            + Notice(
                tone: .act, title: words("components.notice-window", ["date": words.date(date(9))]),
                body: "<p>\(words("components.notice-window-body"))</p>"
            ).html()
            + tabs(
                label: words("components.tab-all"),
                [
                    (Link(text: words("components.tab-all"), address: "#all", isCurrent: true), words.number(1_204)),
                    (Link(text: words("components.tab-open"), address: "#open"), words.number(86)),
                    (Link(text: words("components.tab-answered"), address: "#answered"), nil),
                ])
            + fold(
                words("components.filters"),
                Field(words: words, name: "theme", label: words("components.q-kinds")).checkboxes(
                    [Choice(value: "t", label: words("components.kind-training"))], chosen: []))
            + Pager(words: words, page: 6, pageCount: 42) { "#page-\($0)" }.html()
    }

    var someFacts: HTML {
        facts([
            (words("common.country"), HTML(text: words("components.benin"))),
            (words("components.budget"), HTML(text: words.money(20_000, currency: "USD"))),
            (words("components.deadline"), HTML(text: "\(words.date(date(9))) (\(words.relativeDay(9)))")),
            (words("components.languages"), HTML(text: words.list(Language.allCases.prefix(3).map(\.ownName)))),
            (words("components.month"), nil),
        ]) + figure(words.number(1_204), words("components.open-needs"))
    }

    var conversation: HTML {
        papers([
            paper("components.paper-sent", "Agence nationale des parcs", -61),
            paper("components.paper-position", words("components.clock"), -40),
            paper("components.paper-introduction", words("components.help-desk"), -12),
        ])
            + thread([
                letter("Amina K.", "components.kind-request", -11, .french, isMine: true),
                letter("مركز البحوث", "components.provider-role", -9, .arabic),
                letter("Leilani T.", "components.provider-role", -8, .english),
            ])
    }

    private func paper(_ title: MessageKey, _ author: String, _ days: Int) -> PaperEntry {
        PaperEntry(
            title: words(title), author: author, date: words.date(date(days)),
            machineDate: words.machineDate(date(days)))
    }

    /// Each letter is written in its author's language, whatever the reader's.
    private func letter(
        _ author: String, _ role: MessageKey, _ days: Int, _ language: Language, isMine: Bool = false
    ) -> Letter {
        let own = Words(language)
        let text =
            own("components.sample-summary") + "\n\n" + own("components.q-problem") + "\nhttps://www.cbd.int/tsc."
        return Letter(
            author: author, role: words(role), date: words.date(date(days)),
            machineDate: words.machineDate(date(days)), text: UserText(text: text, language: language), isMine: isMine)
    }

    var wrong: HTML {
        EmptyState(
            title: words("components.empty-title"), body: words("components.empty-body"),
            action: Link(text: words("components.card-need"), address: "#start").button(.act)
        ).html()
            + ErrorBody(
                words: words, title: words("components.error-title"), happened: words("components.error-happened"),
                kept: words("common.answers-kept"),
                steps: [
                    Link(text: words("components.error-search"), address: "#search"),
                    Link(text: words("components.contact"), address: "#contact"),
                ], reference: "7F3K-2M"
            ).html()
    }
}
