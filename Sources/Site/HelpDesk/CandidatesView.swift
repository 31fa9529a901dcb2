internal import Localisation
internal import WebSupport

/// Who may answer a request, by circles from home outwards, each with the reasons.
struct CandidatesView {
    struct Candidate {
        /// What kind of record it is.
        let kind: String
        let title: HTML
        let address: String
        var facts: [String] = []
        let parts: [ReasonBar.Part]
        var missing: [String] = []
        /// To the letter; nil where it cannot be introduced now.
        var introduce: Link?
    }

    struct Circle {
        let name: String
        let candidates: [Candidate]
    }

    let words: Words
    let circles: [Circle]
    /// What is asked and nobody covers.
    var uncovered: [String] = []
    /// Said where the comparison was not complete.
    var caution: String?

    func html() -> HTML {
        let filled = circles.filter { !$0.candidates.isEmpty }
        return """
            \(if: filled.isEmpty, EmptyState(
                title: words("desk.no-candidates"), body: words("desk.no-candidates-body")).html())
            \(filled.map(section))
            \(if: !uncovered.isEmpty, "<p>\(words("desk.uncovered", ["list": words.list(uncovered)]))</p>")
            \(caution.map { "<p class=\"quiet small\">\($0)</p>" as HTML })
            """
    }

    /// The best of a circle; the others fold, so that all circles are seen at once.
    private func section(_ circle: Circle) -> HTML {
        let rest = circle.candidates.dropFirst(Self.shown)
        return """
            <h3>\(circle.name)</h3>\(register(circle.candidates.prefix(Self.shown).map(row)))
            \(if: !rest.isEmpty, fold(words("desk.more-candidates", count: rest.count), register(rest.map(row))))
            """
    }

    private static let shown = 2

    private func row(_ candidate: Candidate) -> RegisterRow {
        RegisterRow(
            kind: candidate.kind, title: candidate.title, address: candidate.address, facts: candidate.facts,
            below: ReasonBar(words: words, parts: candidate.parts, missing: candidate.missing).html()
                + (candidate.introduce.map { buttons($0.button()) } ?? HTML()))
    }
}
