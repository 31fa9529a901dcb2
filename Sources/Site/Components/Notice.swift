internal import WebSupport

/// Something to be read first. Red is for errors alone.
struct Notice {
    enum Tone { case calm, act }

    var tone = Tone.calm
    var title: String?
    let body: HTML

    func html() -> HTML {
        """
        <div class="notice\(if: tone == .act, " act")" role="status">\
        \(title.map { "<h2>\($0)</h2>" as HTML })\(body)</div>
        """
    }
}

/// A short word about the state of something. The word carries the meaning, the colour only repeats it.
struct Tag {
    enum Tone { case quiet, strong, act, error }

    let text: String
    var tone = Tone.quiet

    func html() -> HTML {
        switch tone {
        case .quiet: "<span class=\"tag\">\(text)</span>"
        case .strong: "<span class=\"tag strong\">\(text)</span>"
        case .act: "<span class=\"tag act\">\(text)</span>"
        case .error: "<span class=\"tag error\">\(text)</span>"
        }
    }
}

func tagList(_ tags: [Tag]) -> HTML { "<ul class=\"tags\">\(tags.map { "<li>\($0.html())</li>" })</ul>" }

/// Nothing here yet: says why, and what a person can do about it.
struct EmptyState {
    let title: String
    let body: String
    var action = HTML()

    func html() -> HTML { "<div class=\"empty\"><h2>\(title)</h2><p>\(body)</p>\(action)</div>" }
}
