internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import WebSupport

/// What came of a request: answers, partners, plan, pledges, reports, the end. Empty while nothing has.
struct OutcomeView {
    let it: RequestCase

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }

    func html() -> HTML {
        let parts = [answers, partners, plan, pledges, reports, closing].filter { !$0.isEmpty }
        if parts.isEmpty { return HTML() }
        return """
            <section aria-labelledby="outcome"><h2 id="outcome">\(words("request.outcome"))</h2>\(parts)</section>
            """
    }

    private var answers: HTML {
        it.dossier.answers.map { answer in
            """
            <h3>\(words("request.outcome-answer"))</h3>\(visit.paragraphs(answer.body.text))\
            \(if: !answer.body.handedOut.isEmpty, handedOut(answer.body.handedOut))
            """ as HTML
        }.joined()
    }

    /// What went with an answer from the library, each said to be what it is.
    private func handedOut(_ records: [Introduction.Candidate]) -> HTML {
        """
        <h4>\(words("handout.title"))</h4>\
        <ul>\(records.map { "<li>\(it.link($0)) <span class=\"small quiet\">\(words($0.kindWord))</span></li>" as HTML })</ul>
        """
    }

    private var partners: HTML {
        let accepted = it.dossier.introductions.filter { it.dossier.fate(of: $0) == .accepted }
        if accepted.isEmpty { return HTML() }
        return """
            <h3>\(words("request.outcome-partners"))</h3>\
            <ul>\(accepted.map { "<li>\(it.link($0.body.candidate))</li>" })</ul>
            """
    }

    private var plan: HTML {
        guard let plan = it.dossier.plans.last?.body else { return HTML() }
        return """
            <h3>\(words("request.outcome-plan"))</h3>\(visit.paragraphs(plan.text))\
            \(facts([
                (words("request.asked-starts"), plan.starts.map { HTML(text: visit.day($0)) }),
                (words("request.asked-ends"), plan.ends.map { HTML(text: visit.day($0)) }),
                (words("request.funding"), plan.needsNoFunding ? HTML(text: words("request.needs-no-funding")) : nil),
            ]))
            """
    }

    private var pledges: HTML {
        if it.dossier.pledges.isEmpty { return HTML() }
        return """
            <h3>\(words("request.outcome-pledges"))</h3><ul>\(it.dossier.pledges.map { pledge in
                """
                <li><b>\(it.institutions[pledge.body.organisation].map { visit.text($0) })</b>: \
                \(pledge.body.amount.map { words.money(Decimal($0.amount), currency: $0.currency) } ?? words("request.in-kind"))\
                \(visit.paragraphs(pledge.body.text))</li>
                """ as HTML
            })</ul>
            """
    }

    private var reports: HTML {
        it.dossier.reports.map { report in
            """
            <h3>\(words(MessageKey("request.paper-report-\(report.body.stage.rawValue)")))</h3>\
            \(visit.paragraphs(report.body.text))\
            \(if: !report.body.whatDidNotWork.isEmpty, "<h4>\(words("request.what-did-not-work"))</h4>\(visit.paragraphs(report.body.whatDidNotWork))")
            """ as HTML
        }.joined()
    }

    /// Who took part in what has worked begins its practice from the papers.
    private var practice: HTML {
        let tookPart = !it.view.standings.isDisjoint(with: [.requester, .candidate, .focalPoint, .helpDesk])
        guard it.dossier.hasWorked, tookPart, !it.dossier.isConfidential else { return HTML() }
        let begin = SitePath(.newPractice).with("request", it.id.rawValue)
        return "<p>\(words("library.begin-body"))</p>"
            + buttons(visit.link(words("library.begin"), begin).button())
    }

    private var closing: HTML {
        guard let closing = it.dossier.closings.last else { return HTML() }
        return """
            <h3>\(words(MessageKey("request.paper-\(closing.body.outcome.rawValue)")))</h3>\
            <p class="quiet">\(words.date(closing.at))</p>\(visit.paragraphs(closing.body.text))\(practice)
            """
    }
}
