internal import Localisation
internal import WebSupport

/// The line of steps: the way of a request, with dates. The site's signature: the same drawing on pages, lists and
/// print.
///
/// Accessibility: an ordered list; each step says its state in words for a screen reader; shape, size and line tell the
/// states apart without colour; the present step has `aria-current`.
struct StepLine {
    enum State: String { case done, now, next, skipped, ended }

    struct Step {
        let name: String
        let state: State
        /// A date, a deadline, or who has it.
        var note: String?
    }

    let words: Words
    let steps: [Step]

    /// The whole way, with every name and note; side by side where there is room.
    func html() -> HTML {
        """
        <div class="holds-way"><ol class="way\(if: steps.count <= 5, " few")">\(steps.map { step in
            """
            <li class="\(step.state.rawValue)"\(attribute: "aria-current", step.state == .now ? "step" : nil)>\
            <b>\(step.name)</b>\(spoken(word(step.state)))\(step.note.map { "<span>\($0)</span>" as HTML })</li>
            """ as HTML
        })</ol></div>
        """
    }

    /// One line for a list: the drawing, where it stands, and the note of that step.
    func small() -> HTML {
        guard !steps.isEmpty else { return HTML() }
        let present =
            steps.lastIndex { $0.state == .now } ?? steps.lastIndex { $0.state == .ended || $0.state == .done }
        let step = present.map { steps[$0] }
        let place = words(
            "common.step-of", ["step": words.number((present ?? 0) + 1), "steps": words.number(steps.count)])
        return """
            <p class="way-small">\(drawing)\(step.map { "<b>\($0.name)</b>" as HTML })\
            \(step?.note.map { "<span>\($0)</span>" as HTML })<span class="quiet">\(place)</span></p>
            """
    }

    /// The states alone, as a drawing of 16 units height.
    private var drawing: HTML {
        let distance = 18
        let width = distance * max(0, steps.count - 1) + 16
        return """
            <svg width="\(width)" height="16" viewBox="0 0 \(width) 16" aria-hidden="true">\
            \(steps.indices.dropLast().map { index in
                let isBehind = steps[index].state != .now && steps[index].state != .next
                return """
                    <path class="way-\(if: isBehind, "line", else: "ahead")" d="M\(8 + index * distance) 8h\(distance)"/>
                    """ as HTML
            })\(steps.enumerated().map { index, step in dot(step.state, at: 8 + index * distance) })</svg>
            """
    }

    private func dot(_ state: State, at x: Int) -> HTML {
        switch state {
        case .done: "<circle class=\"dot-done\" cx=\"\(x)\" cy=\"8\" r=\"4\"/>"
        case .now:
            """
            <circle class="dot-now" cx="\(x)" cy="8" r="6.5"/>\
            <circle class="dot-now-heart" cx="\(x)" cy="8" r="2.5"/>
            """
        case .next: "<circle class=\"dot-next\" cx=\"\(x)\" cy=\"8\" r=\"4\"/>"
        case .skipped: "<circle class=\"dot-skipped\" cx=\"\(x)\" cy=\"8\" r=\"2.5\"/>"
        case .ended: "<path class=\"dot-ended\" d=\"M\(x - 2) 1h4v14h-4z\"/>"
        }
    }

    private func word(_ state: State) -> String {
        switch state {
        case .done: words("common.step-done")
        case .now: words("common.step-now")
        case .next: words("common.step-next")
        case .skipped: words("common.step-skipped")
        case .ended: words("common.step-ended")
        }
    }
}
