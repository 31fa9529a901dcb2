internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// A provider's record: help given, answers, what was said of it. Only public requests count.
struct PromotionView {
    let visit: Visit
    let promotion: Promotion

    private var words: Words { visit.words }

    func html() -> HTML {
        let record = promotion.record
        let isShown = record.isTelling || promotion.isOwn && record.introduced > 0
        guard isShown || record.helped > 0 || !promotion.feedback.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="record"><h2 id="record">\(words("promote.record"))</h2>
            <div class="trio">\(figure(words.number(record.helped), words("promote.helped", count: record.helped)))\
            \(if: isShown, figure(words.number(record.introduced), words("promote.introduced")))\
            \(if: isShown, figure(answered, words("promote.answered")))\
            \(if: isShown, record.answersWithin.map { figure(words.number($0), words("promote.within", count: $0)) } ?? HTML())\
            \(promotion.averagePoints.map { figure(words.number($0, digits: 1), words("promote.average")) })</div>
            \(if: isShown && !record.isTelling, "<p class=\"quiet\">\(words("promote.only-you", count: ResponseRecord.leastToTell))</p>")
            \(said)</section>
            """
    }

    private var answered: String {
        let record = promotion.record
        guard record.introduced > 0 else { return "–" }
        return words.percent(Double(record.answered) / Double(record.introduced))
    }

    private var said: HTML {
        guard !promotion.feedback.isEmpty else { return HTML() }
        return """
            <h3>\(words("promote.said"))</h3>
            <ul class="register">\(promotion.feedback.prefix(5).map { feedback in
                """
                <li><p>\(words(MessageKey("promote.points-\(feedback.body.points)")))</p>\(visit.paragraphs(feedback.body.text))\
                <p class="small quiet">\(words.date(feedback.at)) · \
                \(visit.link(words("promote.see-request"), .request(feedback.body.request)).html())</p></li>
                """ as HTML
            })</ul>
            """
    }
}

/// Until when a provider takes nothing on, set by who speaks for it.
struct CapacityForm {
    let visit: Visit
    let provider: Filed<ProviderProfile>
    var problem: String?
    var typed: String?

    func html() -> HTML {
        let words = visit.words
        let name = "full-until"
        let id = "full-until-\(provider.id.own)"
        let isFull = visit.isFull(provider.body)
        let label = words(isFull ? "promote.full-change" : "promote.full-say")
        let value = typed ?? provider.body.fullUntil?.description ?? visit.today.adding(days: 90).description
        return fold(
            label, isOpen: problem != nil,
            """
            <p class="quiet">\(words("promote.full-body"))</p>\
            \(visit.form(
                to: .provider(provider.id, .capacity),
                """
                <div\(classes: ["field": true, "wrong": problem != nil])>\
                <label for="\(id)">\(words("promote.full-until"))</label>\
                \(problem.map { "<p class=\"problem\" id=\"\(id)-problem\">\($0)</p>" as HTML })\
                <input type="date" class="short" id="\(id)" name="\(name)" value="\(value)"\
                \(attribute: "aria-describedby", problem == nil ? nil : id + "-problem")></div>\
                \(buttons(
                    submitButton(words("promote.full-save")),
                    isFull ? submitButton(words("promote.full-end"), .plain, name: "open", value: "yes") : HTML()))
                """))
            """)
    }
}
