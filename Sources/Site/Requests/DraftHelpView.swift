internal import Cooperation
internal import Desk
internal import Localisation
internal import Matching
internal import WebSupport

/// Beside the form: what a friendly reader would say, and what may answer the need already. It is made when somebody presses
/// "check", and made anew while she writes where the script runs.
struct DraftHelpView {
    let visit: Visit
    let help: DraftHelp?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <section id="advice" aria-live="polite" aria-labelledby="advice-title">
        <h2 id="advice-title">\(words("advice.title"))</h2>
        \(help.map(content) ?? "<p>\(words("advice.intro"))</p>")</section>
        """
    }

    private func content(_ help: DraftHelp) -> HTML {
        """
        \(said(help.advice))
        \(papers("advice.alike", help.suggestions.alike))
        \(papers("advice.practices", help.suggestions.practices))
        \(papers("advice.resources", help.suggestions.resources))
        \(candidates(help.suggestions))
        """
    }

    private func said(_ advice: [Advice]) -> HTML {
        if advice.isEmpty { return "<p class=\"good\">\(words("advice.clear"))</p>" }
        return """
            <ul class="advice">\(advice.map { one in
                "<li><a href=\"#\(one.field)\">\(words(MessageKey("advice.\(name(one.code))-title")))</a> \(sentence(one))</li>" as HTML
            })</ul>
            """
    }

    private func sentence(_ advice: Advice) -> HTML {
        let quoted = words.list(advice.words.map { words("reason.quoted", ["word": $0]) })
        return HTML(
            text: words(
                MessageKey("advice.\(name(advice.code))"), ["words": quoted, "count": words.number(advice.count)]))
    }

    /// The name under which the catalogues have its words.
    private func name(_ code: Advice.Code) -> String {
        switch code {
        case .tooShort: "too-short"
        case .tooVague: "too-vague"
        case .noBarrier: "no-barrier"
        case .noResult: "no-result"
        case .moneyUnasked: "money-unasked"
        case .moneyAlone: "money-alone"
        case .longSentences: "long-sentences"
        }
    }

    private func papers(_ title: MessageKey, _ papers: [FoundPaper]) -> HTML {
        guard !papers.isEmpty else { return HTML() }
        return "<h3>\(words(title))</h3><ul class=\"bare spaced\">\(papers.compactMap { line($0) })</ul>"
    }

    private func line(_ paper: FoundPaper, _ reasons: HTML = HTML()) -> HTML? {
        guard let path = SitePath.record(paper.key) else { return nil }
        let places = paper.countries.count > 3 ? "" : words.list(paper.countries.map { visit.name($0) })
        return """
            <li><a href="\(visit.address(path))" target="_blank">\(visit.text(paper.title.shortened(to: 110)))</a>\
            \(if: !places.isEmpty, "<span class=\"small quiet\"> \(bdi: places)</span>")\(visit.lapsedMark(paper))\(reasons)</li>
            """
    }

    /// Each with its two strongest reasons.
    private func candidates(_ suggestions: Suggestions) -> HTML {
        guard !suggestions.candidates.isEmpty else { return HTML() }
        let said = ReasonWords(words)
        return """
            <h3>\(words("advice.candidates"))</h3><ul class="bare spaced">\(suggestions.candidates.compactMap { item in
                let reasons = item.scored.parts.filter { $0.value > 0 }.prefix(2).map(said.sentence)
                return line(item.paper, "<p class=\"small quiet\">\(reasons.map { HTML(text: $0) }.joined(separator: "<br>"))</p>")
            })</ul><p class="small quiet">\(words("advice.no-promise"))</p>
            """
    }
}
