internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Potential needs with a box each, and what can be decided about those that are ticked.
struct DecisionForm {
    let visit: Visit
    let view: DocumentView
    let items: [DocumentWork.Item]
    let problems: FormProblems

    private static let most = 100

    private var words: Words { visit.words }

    func html() -> HTML {
        let id = view.work.document.id
        return visit.form(
            to: .document(id, .documentDecisions),
            """
            \(view.query.hidden)
            \(tickAll)
            <ul class="potentials">\(items.prefix(Self.most).map(row))</ul>
            \(if: items.count > Self.most, "<p class=\"quiet\">\(words("potential.first-only", count: Self.most))</p>")
            \(problem)
            <div class="decide">
            \(buttons(
                submitButton(words("potential.accept"), .act, name: "verdict", value: "accepted"),
                submitButton(words("potential.accept-request"), name: "verdict", value: "request"),
                submitButton(words("potential.merge"), name: "verdict", value: "merged")))
            \(fold(words("potential.decline-ticked"), isOpen: problems["reason"] != nil, declining))
            </div>
            """)
    }

    /// A link that ticks every box, and back: it works without a script.
    private var tickAll: HTML {
        guard items.count > 1 else { return HTML() }
        let path = view.query.ticksAll ? view.path : view.path.with("tick", "all")
        let label = words(view.query.ticksAll ? "potential.untick-all" : "potential.tick-all")
        return "<p class=\"no-print\">\(visit.link(label, path).html())</p>"
    }

    private func typed(_ name: String) -> String { view.attempt?.typed(name) ?? "" }

    private func isTicked(_ id: PotentialNeedID) -> Bool {
        view.attempt?.has(id.own, in: "potential") ?? view.query.ticksAll
    }

    private var problem: HTML {
        guard let problem = problems["potential"] else { return HTML() }
        return "<p class=\"problem\" id=\"potential\">\(problem)</p>"
    }

    private var declining: HTML {
        let reasons = Decision.Reason.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("potential.reason-\($0.rawValue)")))
        }
        return """
            \(Field(words: words, name: "reason", label: words("potential.why"), problem: problems["reason"]).select(
                [Choice(value: "", label: words("request.choose"))] + reasons, chosen: typed("reason")))
            \(Field(words: words, name: "note", label: words("potential.note"), problem: problems["note"], isOptional: true)
                .area(typed("note"), lines: 2))
            \(buttons(submitButton(words("potential.decline"), .danger, name: "verdict", value: "declined")))
            """
    }

    private func row(_ item: DocumentWork.Item) -> HTML {
        let potential = item.potential.body
        let id = item.potential.id
        return """
            <li id="need-\(potential.number)"><div class="choice">\
            <input type="checkbox" id="tick-\(id.own)" name="potential" value="\(id.own)"\
            \(attribute: "checked", if: isTicked(id))><label for="tick-\(id.own)"><span class="number-mark" aria-hidden="true">\(words.number(potential.number))</span> \
            \(UserText(text: potential.text, language: potential.language).inline())</label></div>
            \(PotentialFacts(visit: visit, potential: potential).html())
            <p>\(visit.link(words("potential.edit-or-split"), .potential(id)).html())</p></li>
            """
    }
}

/// What the machine says of a potential need, and why it takes it for one.
struct PotentialFacts {
    let visit: Visit
    let potential: PotentialNeed

    /// A machine is never wholly sure.
    private static let most = 0.99

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <p class="facts-line"><span>\(words("potential.sure", ["share": words.percent(min(potential.score, Self.most))]))</span>\
        <span>\(words(MessageKey("record.lack-\(potential.lack.rawValue)")))</span>\
        \(potential.heading.map { "<span>\($0.label(in: visit.language))</span>" as HTML })\
        \(visit.names(potential.subjects).prefix(2).map { "<span>\($0)</span>" as HTML })\
        \(if: potential.passages.count > 1, "<span>\(words("potential.passages", count: potential.passages.count))</span>")\
        \(if: potential.isUrgent, "<span>\(words("potential.urgent"))</span>")</p>
        \(fold(words("potential.why-need"), reasons))
        """
    }

    private var reasons: HTML {
        let table = DataTable(
            caption: words("potential.why-caption"),
            columns: [
                .init(title: words("potential.part")), .init(title: words("potential.counts"), isNumber: true),
                .init(title: words("potential.words")),
            ],
            rows: potential.why.map { reason in
                let key = MessageKey("potential.part-\(reason.part)")
                return [
                    HTML(text: words.has(key) ? words(key) : reason.part),
                    "<bdi dir=\"ltr\">\(words.number(reason.value * 100, digits: 0))</bdi>",
                    reason.words.map { "\(bdi: $0)" as HTML }.joined(separator: " · "),
                ]
            })
        return table.html()
    }
}
