internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// First what can be done now; left what is asked and the papers in order, right the candidates, below what is written.
struct CaseView {
    let it: RequestCase
    let attempt: Attempt?
    let offers: Offers
    let candidates: CandidatesView
    let desk: CaseDesk
    var merged: [DossierView] = []

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }
    private var forms: StepForms { StepForms(it: it, attempt: attempt, place: .helpCase, wordings: desk.wordings) }
    private var housekeeping: CaseDeskView { CaseDeskView(it: it, attempt: attempt, desk: desk) }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [visit.link(words("desk.queue"), SitePath(.queue))]))
        <p class="eyebrow">\(visit.link(it.request.country.country.name(in: visit.language), .country(it.request.country)).html())\
        \(it.institutions[it.request.organisation].map { " · \(visit.text($0))" as HTML })</p>
        <h1>\(visit.title(of: it.request))</h1>
        \(attempt.map { $0.summary(words) })
        \(visit.way(it.view.milestones, in: it.view.state, expecting: it.view.expectation).html())
        \(Notice(
            tone: it.view.expectation.has == .helpDesk ? .act : .calm,
            body: "<p>\(visit.expectation(it.view.expectation, in: it.view.state, isLate: it.view.isLate))</p>").html())
        \(mergedNotice)
        <div class="trio">\(housekeeping.owner)\(waiting)\(housekeeping.tasks)</div>
        \(housekeeping.priorities)
        \(likely)
        \(if: !isNew, actions)
        <div class="halves"><div>\(asked)\(story)</div>
        <div>\(isNew ? triage : HTML())\(if: !isNew && !it.view.state.isEnd, whoMayHelp)\(if: it.view.state.isEnd, letters)</div></div>
        \(if: isNew, actions)
        \(if: isNew, whoMayHelp)
        \(if: !it.view.state.isEnd, letters)
        \(DeskLinks(visit: visit).html())
        """
    }

    /// The first step is to look at it: what is asked stands beside the questions.
    private var isNew: Bool { it.view.state == .endorsed || it.view.state == .passedBySilence }

    private var asked: HTML {
        """
        <section aria-labelledby="asked"><h2 id="asked">\(words("request.asked"))</h2>
        \(AskedView(visit: visit, request: it.request).html())</section>
        """
    }

    private var story: HTML {
        """
        <section aria-labelledby="papers"><h2 id="papers">\(words("request.papers"))</h2>\(papers(it.history))\
        <p>\(visit.link(words("history.see"), .request(it.id, .requestHistory)).html())</p></section>
        \(OutcomeView(it: it).html())
        """
    }

    private var waiting: HTML {
        let hold = housekeeping.hold
        let silent = housekeeping.silent
        guard !(hold + silent).isEmpty else { return HTML() }
        return """
            <div>\(if: !hold.isEmpty, """
                <section aria-labelledby="hold"><h2 id="hold">\(words("casework.clock"))</h2>\(hold)</section>
                """)\(silent)</div>
            """
    }

    private var likely: HTML {
        guard !desk.likely.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="likely"><h2 id="likely">\(words("casework.likely"))</h2>
            <ul class="register">\(desk.likely.map {
                "<li>\(LikenessView(visit: visit, likeness: $0).html())</li>" as HTML
            })</ul></section>
            """
    }

    private var mergedNotice: HTML {
        if let target = it.view.mergedInto {
            return Notice(
                body: """
                    <p>\(words("casework.is-merged"))</p>\
                    \(buttons(visit.link(words("casework.see-target"), .helpCase(target)).button()))
                    """
            ).html()
        }
        guard !merged.isEmpty else { return HTML() }
        return Notice(
            body: """
                <p>\(words("casework.has-merged", count: merged.count))</p><ul>\(merged.map { source in
                    "<li>\(visit.link(visit.plainTitle(of: source.dossier.request.body), .helpCase(source.dossier.id)).html())</li>" as HTML
                })</ul>
                """
        ).html()
    }

    private var triage: HTML {
        "<section aria-labelledby=\"triage\"><h2 id=\"triage\">\(words("desk.triage"))</h2>\(forms.triage)</section>"
    }

    private var whoMayHelp: HTML {
        """
        <section aria-labelledby="candidates"><h2 id="candidates">\(words("desk.candidates"))</h2>
        \(if: isNew, "<p class=\"quiet\">\(words("desk.introduce-later"))</p>")
        \(isNew || it.view.steps.contains(.introduce)
            ? candidates.html() : fold(words("desk.candidates-after"), candidates.html()))
        \(if: it.view.steps.contains(.introduce), pick)
        \(if: !offers.choices.isEmpty, fold(words("whynot.title"), WhyNotForm(visit: visit, id: it.id, offers: offers).html()))
        </section>
        """
    }

    /// To choose by oneself.
    private var pick: HTML {
        let choices = offers.choices(visit)
        if choices.isEmpty { return "<p class=\"quiet\">\(words("desk.nobody-to-introduce"))</p>" }
        let field = Field(words: words, name: "candidate", label: words("desk.choose-yourself"))
        return """
            <form method="get" action="\(visit.address(.request(it.id, .newIntroduction)))">\
            \(field.select(choices, chosen: nil))\(buttons(submitButton(words("desk.write-letter"))))</form>
            """
    }

    private var actions: HTML {
        let may = it.view.steps
        let all: [(Step, HTML)] = [
            (.triage, forms.triage), (.answer, forms.answer(offers)), (.decline, forms.refusal),
            (.plan, forms.form(.plan) ?? HTML()), (.close, forms.form(.close) ?? HTML()),
        ]
        let shown = all.filter { step, _ in
            may.contains(step) && !(step == .triage && it.view.dossier.assessments.isEmpty)
        }
        if shown.isEmpty { return HTML() }
        return """
            <section aria-labelledby="next"><h2 id="next">\(words("common.what-next"))</h2>
            \(shown.map { step, form in
                fold(words(MessageKey("desk.do-\(step.rawValue)")), isOpen: attempt?.route == step.route, form)
            })</section>
            """
    }

    private var letters: HTML {
        let notes = it.letters(.desk)
        let letters = it.letters()
        return """
            <section aria-labelledby="letters"><h2 id="letters">\(words("request.letters"))</h2>
            \(letters.isEmpty ? "<p class=\"quiet\">\(words("request.no-letters"))</p>" : thread(letters))
            \(if: it.view.steps.contains(.write), forms.message)</section>
            <section aria-labelledby="notes"><h2 id="notes">\(words("desk.notes"))</h2>
            <p class="quiet">\(words("desk.notes-hint"))</p>
            \(if: !notes.isEmpty, thread(notes))
            \(if: it.view.steps.contains(.note), forms.note)</section>
            """
    }
}
