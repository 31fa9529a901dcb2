internal import TextAnalysis
internal import WebSupport

/// A way to another page.
struct Link: Sendable {
    let text: String
    let address: String
    /// Whether it leads to the page it stands on.
    var isCurrent = false
    /// The key that leads there, with the keys browsers ask for (Alt, or Alt and Shift).
    var key: String?

    func html() -> HTML {
        """
        <a href="\(address)"\(attribute: "accesskey", key)\(attribute: "aria-current", isCurrent ? "page" : nil)>\(text)</a>
        """
    }

    /// A link that looks like a button. `act` is for the one next step of a page.
    func button(_ look: ButtonLook = .ordinary) -> HTML {
        "<a class=\"button\(raw: look.suffix)\" href=\"\(address)\">\(text)</a>"
    }
}

enum ButtonLook {
    case ordinary, act, danger, plain

    fileprivate var suffix: StaticString {
        switch self {
        case .ordinary: ""
        case .act: " act"
        case .danger: " danger"
        case .plain: " plain"
        }
    }
}

/// A button that sends its form; with a name, it says which of several was pressed.
func submitButton(_ text: String, _ look: ButtonLook = .ordinary, name: String? = nil, value: String? = nil) -> HTML {
    """
    <button\(attribute: "name", name)\(attribute: "value", value) class="button\(raw: look.suffix)">\(text)</button>
    """
}

func buttons(_ pieces: HTML...) -> HTML { "<div class=\"buttons\">\(pieces)</div>" }

/// Links as tabs: each is a page of its own, with a number of what it holds.
func tabs(label: String, _ links: [(link: Link, count: String?)]) -> HTML {
    """
    <nav class="tabs" aria-label="\(label)"><ul>\(links.map { item in
        """
        <li><a href="\(item.link.address)"\(attribute: "accesskey", item.link.key)\(attribute: "aria-current", item.link.isCurrent ? "page" : nil)>\
        \(item.link.text)\(item.count.map { " <span class=\"tag\">\($0)</span>" as HTML })</a></li>
        """ as HTML
    })</ul></nav>
    """
}

/// The way back up: where this page belongs.
func trail(label: String, _ links: [Link]) -> HTML {
    "<nav class=\"crumbs\" aria-label=\"\(label)\">\(links.map { $0.html() }.joined(separator: " / "))</nav>"
}
