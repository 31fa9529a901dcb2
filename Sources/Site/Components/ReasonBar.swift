internal import Localisation
internal import WebSupport

/// Why something is suggested: the parts of its score as a thin stacked bar, and each part in words.
///
/// Accessibility: the words and numbers say everything; the bar repeats it. The parts of the bar stand in the order of
/// the words, with gaps between them.
struct ReasonBar {
    struct Part {
        let reason: String
        /// In points of the total; parts of zero or less are told in words and not drawn.
        let points: Double
    }

    let words: Words
    /// Strongest first.
    let parts: [Part]
    /// What was asked and is not covered.
    var missing: [String] = []
    /// How many of the parts are shown at once; the others fold.
    var shown = 2

    func html() -> HTML {
        """
        <div class="reasons">
        <p class="total"><b>\(words("common.why"))</b> <span>\(words("common.points", ["points": total]))</span></p>
        \(bar)
        <ol>\(parts.prefix(shown).enumerated().map(line))</ol>
        \(if: !missing.isEmpty, "<p class=\"small missing\">\(words("common.missing", ["list": words.list(missing)]))</p>")
        \(if: parts.count > shown, fold(words("common.all-reasons"), "<ol>\(parts.enumerated().map(line))</ol>"))
        </div>
        """
    }

    private static let width = 1000
    private var sum: Double { parts.reduce(0) { $0 + $1.points } }
    private var total: String { words.number(sum, digits: 0) }

    private var bar: HTML {
        let drawn = parts.enumerated().filter { $0.element.points > 0 }
        let whole = drawn.reduce(0) { $0 + $1.element.points }
        var start = 0
        var pieces: [HTML] = []
        for (position, part) in drawn {
            let width = Int(part.points / whole * Double(Self.width))
            pieces.append(
                """
                <rect class="part-\(position % 6 + 1)" x="\(start)" y="0" width="\(max(2, width - 6))" height="10"/>
                """)
            start += width
        }
        return """
            <svg viewBox="0 0 \(Self.width) 10" preserveAspectRatio="none" aria-hidden="true">\(pieces)</svg>
            """
    }

    private func line(_ position: Int, _ part: Part) -> HTML {
        """
        <li><svg viewBox="0 0 12 12" aria-hidden="true"><rect class="part-\(position % 6 + 1)" width="12" height="12"/>\
        </svg><span>\(part.reason)</span> <span class="quiet">\(words.number(part.points, digits: 0))</span></li>
        """
    }
}
