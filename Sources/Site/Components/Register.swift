internal import WebSupport

/// One record in a list: what kind it is, its title, a line of facts, where it stands.
struct RegisterRow {
    var kind: String?
    let title: HTML
    var address: String
    var summary: HTML?
    var facts: [String] = []
    var tags: [Tag] = []
    /// A line of steps, a reason bar, or buttons.
    var below = HTML()
    var level = HeadingLevel.third

    /// The same with its title at another level.
    func at(_ level: HeadingLevel) -> RegisterRow {
        var row = self
        row.level = level
        return row
    }

    func html() -> HTML {
        """
        <li>\(kind.map { "<p class=\"eyebrow\">\($0)</p>" as HTML })
        \(level.heading("<a href=\"\(address)\">\(title)</a>"))
        \(summary.map { "<p>\($0)</p>" as HTML })
        \(if: !facts.isEmpty, "<p class=\"facts-line\">\(facts.map { "<span>\(bdi: $0)</span>" })</p>")
        \(if: !tags.isEmpty, tagList(tags))
        \(below)</li>
        """
    }
}

/// A list of records with a hairline between them; nothing where there are none.
/// - Parameter isQueue: one goes through it with the keys j and k where scripts run.
func register(_ rows: [RegisterRow], isQueue: Bool = false) -> HTML {
    if rows.isEmpty { return HTML() }
    return "<ul class=\"register\"\(attribute: "data-queue", if: isQueue)>\(rows.map { $0.html() })</ul>"
}

/// One of a few ways to go on. The whole card answers to a click; a screen reader meets one link.
struct Card {
    let link: Link
    let body: String
    var isNextStep = false
    var level = HeadingLevel.third

    func html() -> HTML {
        """
        <div class="card\(if: isNextStep, " act")">\(level.heading("<a href=\"\(link.address)\">\(link.text)</a>"))\
        <p>\(body)</p></div>
        """
    }
}

func cards(_ all: [Card]) -> HTML { "<div class=\"trio\">\(all.map { $0.html() })</div>" }

/// The level of a component's title: one below the title it stands under, so that a screen reader's list of titles
/// has no gaps.
enum HeadingLevel {
    case second, third

    func heading(_ content: HTML) -> HTML {
        switch self {
        case .second: "<h2>\(content)</h2>"
        case .third: "<h3>\(content)</h3>"
        }
    }
}
