internal import Cooperation
internal import Localisation
internal import WebSupport

/// The parts of the form as a row: which is open, which are complete, and the sending at the end.
///
/// Accessibility: an ordered list of links; a part's state is said in words; a new draft has no links yet.
struct DraftSteps {
    let visit: Visit
    let id: RequestID?
    let current: DraftPart?
    let request: Cooperation.Request?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <nav class="parts" aria-label="\(words("draft.parts"))"><ol>\(DraftPart.allCases.map(step))\(sending)</ol></nav>
        """
    }

    private func step(_ part: DraftPart) -> HTML {
        let name = words(MessageKey("draft.part-\(part.rawValue)"))
        let isDone = part != .more && part != .readers && request.map { part.isComplete(in: $0) } ?? false
        let mark: HTML = isDone ? "<span class=\"tick\" aria-hidden=\"true\">✓</span>" : HTML()
        let said = isDone ? spoken(words("common.step-done")) : HTML()
        if part == current { return "<li><b aria-current=\"step\">\(mark)\(name)\(said)</b></li>" }
        guard let id else { return "<li><span>\(name)</span></li>" }
        let path = SitePath.request(id, .editRequest).with(DraftPart.fieldName, part.rawValue)
        return "<li><a href=\"\(visit.address(path))\">\(mark)\(name)\(said)</a></li>"
    }

    private var sending: HTML {
        let name = words("draft.part-send")
        guard let id else { return "<li><span>\(name)</span></li>" }
        return "<li><a href=\"\(visit.address(.request(id)))\">\(name)</a></li>"
    }
}
