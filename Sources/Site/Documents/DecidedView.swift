internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// What was decided about needs of a document, each with the way to take it back.
struct DecidedView {
    let visit: Visit
    let view: DocumentView
    let items: [DocumentWork.Item]

    private var words: Words { visit.words }

    private var decided: [DocumentWork.Item] { items.filter { !$0.standing.isWaiting } }

    func html() -> HTML {
        guard !decided.isEmpty else { return "<p class=\"quiet\">\(words("potential.none-decided"))</p>" }
        return "<ul class=\"potentials\">\(decided.map(row))</ul>"
    }

    /// Folded, below the needs that wait.
    func short() -> HTML {
        decided.isEmpty ? HTML() : fold(words("potential.decided-here", count: decided.count), html())
    }

    private func row(_ item: DocumentWork.Item) -> HTML {
        let potential = item.potential.body
        return """
            <li id="need-\(potential.number)"><p><span class="number-mark" aria-hidden="true">\
            \(words.number(potential.number))</span> \
            \(UserText(text: potential.text, language: potential.language).inline())</p>\(standing(item))</li>
            """
    }

    private func standing(_ item: DocumentWork.Item) -> HTML {
        switch item.standing {
        case .waiting: HTML()
        case .decided(let decision):
            told(decision, "potential.verdict-\(decision.body.verdict.rawValue)") + undoing(decision)
        case .declinedBefore(let decision):
            told(decision, "potential.before-\(decision.body.verdict.rawValue)")
                + "<p>\(visit.link(words("potential.decide-anew"), .potential(item.potential.id)).html())</p>"
        case .acceptedBefore(let decision): told(decision, "potential.before-\(decision.body.verdict.rawValue)")
        }
    }

    private func told(_ decision: Filed<Decision>, _ key: MessageKey) -> HTML {
        let body = decision.body
        let needs = body.needs.enumerated().map { index, need in
            visit.link(words("potential.the-need", ["number": words.number(index + 1)]), .need(need)).html()
        }
        let reason = body.reason.map { words(MessageKey("potential.reason-\($0.rawValue)")) }
        return """
            <p><b>\(words(key))</b>\
            \(reason.map { " · \($0)" as HTML }) · <time datetime="\(words.machineDate(decision.at))">\
            \(words.shortDate(decision.at))</time> \(needs.joined(separator: ", "))</p>
            \(if: !body.note.isEmpty, visit.paragraphs(body.note))
            """
    }

    private func undoing(_ decision: Filed<Decision>) -> HTML {
        visit.form(
            to: .decision(decision.id),
            """
            \(view.query.hidden)\(submitButton(words("potential.undo"), .plain))
            """)
    }
}
