internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// One request: where it stands, what this reader can do, what is asked, what came of it, all papers in order.
struct RequestView {
    let it: RequestCase
    let attempt: Attempt?
    /// Requests that were merged into this one.
    var merged: [DossierView] = []

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [visit.link(words("nav.requests"), SitePath(.requests))]))
        <p class="eyebrow">\(origin)</p>
        <h1>\(visit.title(of: it.request))</h1>
        \(if: !tags.isEmpty, tagList(tags))
        \(mergedNotice)
        \(attempt.map { $0.route == .submission ? HTML() : $0.summary(words) })
        <section aria-label="\(words("request.way"))">\(way)
        \(if: attempt == nil, Notice(body: "<p>\(expected)</p>").html(), else: "<p>\(expected)</p>")</section>
        \(NextStepView(it: it, attempt: attempt).html())
        <div class="beside"><div>
        <section aria-labelledby="asked"><h2 id="asked">\(words("request.asked"))</h2>
        \(AskedView(visit: visit, request: it.request).html())</section>
        \(OutcomeView(it: it).html())
        \(if: it.view.isInside && !it.dossier.submissions.isEmpty, conversation)
        <section aria-labelledby="papers"><h2 id="papers">\(words("request.papers"))</h2>\(papers(it.history))\
        <p>\(visit.link(words("history.see"), .request(it.id, .requestHistory)).html())</p></section>
        </div><aside>\(RequestAside(it: it).html())</aside></div>
        \(visit.alike(it.alike))
        """
    }

    /// What this request was merged into, or what was merged into it.
    private var mergedNotice: HTML {
        if let target = it.view.mergedInto {
            return Notice(
                body: """
                    <p>\(words("casework.is-merged"))</p>\
                    \(buttons(visit.link(words("casework.see-target"), .request(target)).button()))
                    """
            ).html()
        }
        guard !merged.isEmpty else { return HTML() }
        return Notice(
            body: """
                <p>\(words("casework.has-merged", count: merged.count))</p><ul>\(merged.map { source in
                    let path = SitePath.request(source.dossier.id).with("stay", "1")
                    return "<li><a href=\"\(visit.address(path))\">\(visit.title(of: source.dossier.request.body))</a></li>" as HTML
                })</ul>
                """
        ).html()
    }

    private var origin: HTML {
        let request = it.request
        let country = visit.link(request.country.country.name(in: visit.language), .country(request.country)).html()
        guard let name = it.institutions[request.organisation] else { return country }
        return """
            \(country) · <a href="\(visit.address(.organisation(request.organisation)))">\(visit.text(name))</a>
            """
    }

    private var tags: [Tag] {
        var tags: [Tag] = []
        if it.view.isLate { tags.append(Tag(text: words("state.late"), tone: .error)) }
        if it.dossier.isConfidential { tags.append(Tag(text: words("state.confidential"))) }
        if it.request.urgency != .ordinary, !it.view.state.isEnd {
            tags.append(Tag(text: words(MessageKey("state.urgency-\(it.request.urgency.rawValue)")), tone: .strong))
        }
        return tags
    }

    private var way: HTML {
        visit.way(it.view.milestones, in: it.view.state, expecting: it.view.expectation).html()
    }

    private var expected: String {
        visit.expectation(it.view.expectation, in: it.view.state, isLate: it.view.isLate)
    }

    private var conversation: HTML {
        let letters = it.letters()
        return """
            <section aria-labelledby="letters"><h2 id="letters">\(words("request.letters"))</h2>
            \(letters.isEmpty ? "<p class=\"quiet\">\(words("request.no-letters"))</p>" : thread(letters))
            \(if: it.view.steps.contains(.write), StepForms(it: it, attempt: attempt).message)</section>
            """
    }
}

/// Beside a request: who can see it, and where to go on reading.
struct RequestAside {
    let it: RequestCase

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h2>\(words("request.readers"))</h2>\(readers)
        \(if: it.view.isInside, takeHome)
        <h2>\(words("request.related"))</h2>
        <ul><li>\(visit.link(it.request.country.country.name(in: visit.language), .country(it.request.country)).html())</li>
        \(it.request.subjects.map { subject in
            let name = subject.label(in: visit.language)
            return "<li>\(visit.link(name, .theme(subject)).html())</li>" as HTML
        })\(it.request.targets.map { target in
            "<li>\(visit.link(visit.name(of: target), .target(target)).html())</li>" as HTML
        })</ul>
        """
    }

    /// For who sends it on by mail or on paper.
    private var takeHome: HTML {
        let title = visit.plainTitle(of: it.request)
        let body = String(visit.plain(it.request.problem).prefix(1200))
        let mail =
            "mailto:?subject=" + PercentEncoding.encode(title) + "&body="
            + PercentEncoding.encode(body.replacing("\n", with: "\r\n"))
        return """
            <h2>\(words("draft.take"))</h2><ul>
            <li>\(visit.link(words("draft.print"), .request(it.id, .requestOnPaper)).html())</li>
            <li>\(visit.link(words("draft.text"), .request(it.id, .requestText)).html())</li>
            <li><a href="\(mail)">\(words("draft.mail"))</a></li></ul>
            """
    }

    private var readers: HTML {
        let view = it.view
        if view.dossier.submissions.isEmpty { return "<p>\(words("request.readers-draft"))</p>" }
        guard case .named(let accounts) = it.request.visibility else {
            return
                "<p>\(words(view.dossier.hasEverPassed || view.state.hasPassed ? "request.readers-all" : "request.readers-later"))</p>"
        }
        let names = accounts.compactMap { it.names[$0] }
        return """
            <p>\(words("request.readers-named"))</p>\
            \(if: !names.isEmpty, "<ul>\(names.map { "<li>\(bdi: $0)</li>" })</ul>")
            """
    }
}
