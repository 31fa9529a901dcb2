internal import Cooperation
internal import Desk
internal import Localisation
internal import Matching
internal import WebSupport

/// What of the library may already answer a request: to be handed out with an answer.
struct LibraryMatches: Sendable {
    struct Match: Sendable {
        let record: Introduction.Candidate
        let title: LocalizedText
        /// The strongest reasons, as sentences.
        let reasons: [String]
    }

    /// Best first.
    let matches: [Match]
    /// What the officer has asked to hand out, by the link above the form.
    let chosen: Set<Introduction.Candidate>

    static func load(
        for it: RequestCase, choosing chosen: [Introduction.Candidate], _ desk: Desk
    ) async throws(DeskError) -> LibraryMatches {
        guard !it.view.state.isEnd else { return LibraryMatches(matches: [], chosen: []) }
        let scored = try await desk.libraryMatches(for: it.id, viewer: it.visit.viewer)
        let titles = try await desk.titles(of: scored.map(\.candidate))
        let said = ReasonWords(it.visit.words)
        let matches = scored.compactMap { one -> Match? in
            guard let title = titles[one.candidate] else { return nil }
            let reasons = one.parts.filter { $0.value > 0 && $0.part != .freshness }.prefix(2).map(said.sentence)
            return Match(record: one.candidate, title: title, reasons: Array(reasons))
        }
        return LibraryMatches(matches: matches, chosen: Set(chosen))
    }

    /// A section of the case; empty where nothing fits.
    func html(_ it: RequestCase) -> HTML {
        guard !matches.isEmpty else { return HTML() }
        let visit = it.visit
        let words = visit.words
        let path = SitePath.helpCase(it.id).with(LibraryMatches.field, matches.map(\.record.name))
        return """
            <section aria-labelledby="library"><h2 id="library">\(words("handout.likely", count: matches.count))</h2>
            <ul class="bare spaced">\(matches.map { match in
                """
                <li><a href="\(visit.address(.candidate(match.record)))">\(visit.text(match.title))</a> \
                <span class="small quiet">\(words(match.record.kindWord))</span>\
                <p class="small quiet">\(match.reasons.joined(separator: " · "))</p></li>
                """ as HTML
            })</ul>
            \(it.view.steps.contains(.answer)
                ? buttons(visit.link(words("handout.answer-with", count: matches.count), path).button())
                : "<p class=\"quiet\">\(words("handout.after-triage"))</p>")
            </section>
            """
    }

    /// The part of the form of an answer in which is chosen what goes with it: first what fits, then the rest folded up.
    func fields(_ visit: Visit, _ offers: Offers, typed: [String]?, problem: String?) -> HTML {
        let words = visit.words
        let chosen = typed.map(Set.init) ?? Set(self.chosen.map(\.name))
        let likely = matches.map { match in
            Choice(
                value: match.record.name, label: Offers.label(match.record, match.title, visit),
                hint: match.reasons.joined(separator: " · "))
        }
        let known = Set(matches.map(\.record))
        let rest = offers.choices.filter { $0.candidate.isOfLibrary && !known.contains($0.candidate) }.map { offer in
            Choice(value: offer.candidate.name, label: Offers.label(offer.candidate, offer.title, visit))
        }
        let first = Field(
            words: words, name: LibraryMatches.field, label: words("handout.q-likely"), problem: problem,
            isOptional: true)
        let others = Field(
            words: words, name: LibraryMatches.field, label: words("handout.q-rest"),
            problem: likely.isEmpty ? problem : nil, isOptional: true, form: likely.isEmpty ? nil : "rest")
        let isOpen = rest.contains { chosen.contains($0.value) } || (likely.isEmpty && problem != nil)
        return """
            \(if: !likely.isEmpty, first.checkboxes(likely, chosen: chosen))\
            \(if: !rest.isEmpty, fold(words("handout.rest"), isOpen: isOpen, others.checkboxes(rest, chosen: chosen)))
            """
    }

    /// The name under which the form sends what is handed out, and a link what is to be ticked.
    static let field = "records"
}
