internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form of a letter to an institution or a focal point: what is passed on, and what is not.
struct NewEnquiryView {
    let visit: Visit
    let addressee: Enquiry.Addressee
    /// The institution's name; nil where it is a focal point.
    let institution: LocalizedText?
    /// The record it is written from; empty where it is none.
    let about: String
    let isReachable: Bool
    let attempt: Attempt?

    func html() -> HTML {
        let words = visit.words
        let text = Field(
            words: words, name: "text", label: words("enquiry.text"), hint: words("enquiry.hint"),
            problem: attempt?.problems["text"])
        let isOfCountry = institution == nil
        return """
            \(trail(label: words("record.where"), [back]))
            <h1>\(words.html("enquiry.to", ["institution": visit.name(of: addressee, institution)]))</h1>
            \(attempt.map { $0.summary(words) })
            <p class="lead">\(words(isOfCountry ? "place.write-lead" : "enquiry.lead"))</p>
            \(if: !isReachable, EmptyState(
                title: words(isOfCountry ? "place.nobody" : "enquiry.nobody"), body: words("enquiry.nobody-body"),
                action: visit.link(words("home.need-help"), SitePath(.newRequest)).button()).html())
            \(if: isReachable || attempt != nil, visit.form(
                to: .enquiry(to: addressee), key: attempt?.form.key,
                """
                <input type="hidden" name="about" value="\(about)">\
                \(text.area(attempt?.form.typed("text") ?? "", lines: 8))\
                \(buttons(submitButton(words("enquiry.send"), .act)))
                """))
            """
    }
}

extension NewEnquiryView {
    /// The page of whom it is written to.
    private var back: Link {
        switch addressee {
        case .institution(let id):
            visit.link(institution.map { visit.plain($0) } ?? visit.words("record.organisations"), .organisation(id))
        case .focalPoint(let country): visit.link(visit.name(country), .country(country))
        }
    }
}

extension Visit {
    /// Whom a letter is for: the institution by its name, a focal point by her country.
    func name(of addressee: Enquiry.Addressee, _ institution: LocalizedText?) -> HTML {
        switch addressee {
        case .institution: institution.map { text($0) } ?? HTML()
        case .focalPoint(let country): HTML(text: words("enquiry.focal-point", ["country": name(country)]))
        }
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
            title: visit.name(of: exchange.addressee, exchange.institution), address: visit.address(.enquiry(first.id)),
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
            <h1>\(words.html("enquiry.with", ["institution": visit.name(of: exchange.addressee, exchange.institution)]))</h1>
            <p class="quiet">\(words(exchange.institution == nil ? "place.who-reads" : "enquiry.who-reads"))</p>
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
        let part = words(
            isAsker ? "enquiry.asks" : exchange.institution == nil ? "place.speaks" : "enquiry.speaks")
        return Letter(
            author: letter.author.account.flatMap { exchange.names[$0] } ?? part, role: part,
            date: words.dateAndTime(letter.at), machineDate: words.machineDate(letter.at),
            text: UserText(text: best?.version.text ?? "", language: best?.language),
            isMine: visit.viewer.signed(letter.author))
    }
}
