internal import Localisation
internal import WebSupport

/// The body of a page for something that went wrong: what happened, what was kept, what to do next.
struct ErrorBody {
    let words: Words
    let title: String
    let happened: String
    var kept: String?
    let steps: [Link]
    /// What the help desk needs to find the event in its log.
    var reference: String?

    func html() -> HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(happened)</p>
        \(kept.map { "<p>\($0)</p>" as HTML })
        <h2>\(words("common.what-next"))</h2>
        <ul>\(steps.map { "<li>\($0.html())</li>" })</ul>
        \(reference.map { reference in
            "<p class=\"quiet\">\(words.html("common.reference", ["number": "<b dir=\"ltr\">\(reference)</b>"]))</p>"
                as HTML
        })
        """
    }
}
