internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// The form of a letter to an institution: what is passed on, and what is not.
struct NewEnquiryView {
    let visit: Visit
    let institution: Filed<Organisation>
    /// The record it is written from; empty where it is none.
    let about: String
    let isReachable: Bool
    let attempt: Attempt?

    func html() -> HTML {
        let words = visit.words
        let text = Field(
            words: words, name: "text", label: words("enquiry.text"), hint: words("enquiry.hint"),
            problem: attempt?.problems["text"])
        let back = visit.link(visit.plain(institution.body.name), .organisation(institution.id))
        return """
            \(trail(label: words("record.where"), [back]))
            <h1>\(words.html("enquiry.to", ["institution": visit.text(institution.body.name)]))</h1>
            \(attempt.map { $0.summary(words) })
            <p class="lead">\(words("enquiry.lead"))</p>
            \(if: !isReachable, EmptyState(
                title: words("enquiry.nobody"), body: words("enquiry.nobody-body"),
                action: visit.link(words("home.need-help"), SitePath(.newRequest)).button()).html())
            \(if: isReachable || attempt != nil, visit.form(
                to: .organisation(institution.id, .newEnquiry), key: attempt?.form.key,
                """
                <input type="hidden" name="about" value="\(about)">\
                \(text.area(attempt?.form.typed("text") ?? "", lines: 8))\
                \(buttons(submitButton(words("enquiry.send"), .act)))
                """))
            """
    }
}

/// All exchanges of a person, the newest first.
struct CorrespondenceList {
    let visit: Visit
    let exchanges: [Correspondence]

    func html() -> HTML {
        let words = visit.words
        return """
            \(trail(label: words("record.where"), [visit.link(words("work.title"), SitePath(.work))]))
            <h1>\(words("enquiry.all"))</h1>
            \(if: exchanges.isEmpty, EmptyState(
                title: words("enquiry.none"), body: words("enquiry.none-body"),
                action: visit.link(words("nav.providers"), SitePath(.providers)).button()).html())
            \(if: !exchanges.isEmpty, register(exchanges.compactMap(row)))
            """
    }

    private func row(_ exchange: Correspondence) -> RegisterRow? {
        guard let first = exchange.letters.first, let last = exchange.letters.last else { return nil }
        let words = visit.words
        let isMine = visit.viewer.signed(last.author)
        return RegisterRow(
            title: visit.text(exchange.institution), address: visit.address(.enquiry(first.id)),
            summary: visit.text(last.body.text.shortened(to: 160)),
            facts: [words("enquiry.letters", count: exchange.letters.count), words.date(last.at)],
            tags: isMine ? [] : [Tag(text: words("enquiry.waits"), tone: .act)], level: .second)
    }
}

/// One exchange, with the form to answer.
struct CorrespondenceView {
    let visit: Visit
    let exchange: Correspondence
    let id: EnquiryID
    let attempt: Attempt?

    private var words: Words { visit.words }

    func html() -> HTML {
        let text = Field(
            words: words, name: "text", label: words("enquiry.answer"), problem: attempt?.problems["text"])
        return """
            \(trail(label: words("record.where"), [
                visit.link(words("work.title"), SitePath(.work)), visit.link(words("enquiry.all"), SitePath(.enquiries)),
            ]))
            <h1>\(words.html("enquiry.with", ["institution": visit.text(exchange.institution)]))</h1>
            <p class="quiet">\(words("enquiry.who-reads"))</p>
            \(about)
            \(attempt.map { $0.summary(words) })
            \(thread(exchange.letters.map(letter)))
            \(visit.form(
                to: .enquiry(id), key: attempt?.form.key,
                """
                \(text.area(attempt?.form.typed("text") ?? "", lines: 5))\
                \(buttons(submitButton(words("enquiry.send"), .act)))
                """))
            """
    }

    private var about: HTML {
        guard let key = exchange.letters.first?.body.about, let path = SitePath.record(key) else { return HTML() }
        return "<p>\(visit.link(words("enquiry.about"), path).html())</p>"
    }

    private func letter(_ letter: Filed<Enquiry>) -> Letter {
        let best = letter.body.text.best(for: visit.readable)
        let isAsker = letter.author == .account(letter.body.asker)
        let part = words(isAsker ? "enquiry.asks" : "enquiry.speaks")
        return Letter(
            author: letter.author.account.flatMap { exchange.names[$0] } ?? part, role: part,
            date: words.dateAndTime(letter.at), machineDate: words.machineDate(letter.at),
            text: UserText(text: best?.version.text ?? "", language: best?.language),
            isMine: visit.viewer.signed(letter.author))
    }
}
