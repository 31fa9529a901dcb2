internal import Localisation
internal import WebSupport

/// What is wrong with a form, on top of it; each line leads to its question. The answers given stay.
struct ErrorSummary {
    let words: Words
    /// The field's name and the sentence shown beside it.
    let problems: [(field: String, text: String)]

    func html() -> HTML {
        guard !problems.isEmpty else { return HTML() }
        return """
            <div class="notice error" role="alert" aria-labelledby="what-is-wrong" tabindex="-1" autofocus>
            <h2 id="what-is-wrong">\(words("common.problems", count: problems.count))</h2>
            <ul>\(problems.map { "<li><a href=\"#\($0.field)\">\($0.text)</a></li>" })</ul>
            <p class="small">\(words("common.answers-kept"))</p></div>
            """
    }
}
