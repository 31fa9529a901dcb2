internal import Cooperation
internal import Localisation
internal import WebSupport

/// The text of a practice: the snapshot, or the whole template with its building blocks and figures.
struct PracticeStory {
    let body: Practice
    /// Nil for a draft, which has no page of its own.
    let id: PracticeID?
    let isShort: Bool
    let visit: Visit

    private var words: Words { visit.words }

    func html() -> HTML { (hasMore ? choice : HTML()) + story }

    /// Without the choice how much of it is read.
    var story: HTML {
        """
        \(figures(body.figures.prefix(1)))
        \(if: !isShort, visit.passage("practice.context", body.context))
        \(visit.passage("practice.problem", body.problem))
        \(visit.passage("practice.done", body.whatWasDone))
        \(if: !isShort && !body.blocks.isEmpty, blocks)
        \(visit.passage("practice.results", body.results))
        \(if: !isShort, figures(body.figures.dropFirst()))
        \(visit.passage("practice.did-not-work", body.whatDidNotWork))
        \(if: !isShort, visit.passage("practice.conditions", body.conditions))
        """
    }

    /// Whether the whole tells more than the snapshot.
    private var hasMore: Bool {
        !body.context.isEmpty || !body.blocks.isEmpty || body.figures.count > 1 || !body.conditions.isEmpty
    }

    private var choice: HTML {
        guard let id else { return HTML() }
        let path = SitePath.practice(id)
        return tabs(
            label: words("practice.how-much"),
            [
                (visit.link(words("practice.in-full"), path, isCurrent: !isShort), nil),
                (visit.link(words("practice.in-short"), path.with("view", "short"), isCurrent: isShort), nil),
            ])
    }

    private func figures(_ figures: some Sequence<Practice.ResultFigure>) -> HTML {
        figures.map { Self.figure($0, visit) }.joined()
    }

    /// A result in one line; each number keeps its own direction.
    static func figure(_ result: Practice.ResultFigure, _ visit: Visit) -> HTML {
        let year = result.year.map { " (\($0))" } ?? ""
        let (before, after) = ("\u{2068}\(result.before)\u{2069}", "\u{2068}\(result.after)\u{2069}")
        let numbers =
            result.before.isEmpty ? after : visit.words("practice.from-to", ["before": before, "after": after])
        return "<p class=\"figure\"><b>\(numbers)</b> \(visit.text(result.what))\(year)</p>"
    }

    private var blocks: HTML {
        let all = body.blocks.enumerated().map { index, block in
            """
            <section class="card"><h3>\(words("practice.block", ["number": words.number(index + 1)])) \
            \(visit.text(block.title))</h3>
            \(visit.paragraphs(block.done))
            \(part("practice.enabling", block.enabling))\(part("practice.lessons", block.lessons))</section>
            """ as HTML
        }
        return "<section><h2>\(words("practice.blocks"))</h2>\(all)</section>"
    }

    private func part(_ title: MessageKey, _ text: LocalizedText) -> HTML {
        text.isEmpty ? HTML() : "<h4>\(words(title))</h4>\(visit.paragraphs(text))"
    }
}
