internal import WebSupport

/// Terms and their answers; an answer that is missing is left out.
func facts(_ pairs: [(term: String, answer: HTML?)]) -> HTML {
    """
    <dl class="facts">\(pairs.compactMap { pair in
        pair.answer.map { "<div><dt>\(pair.term)</dt><dd>\($0)</dd></div>" as HTML }
    })</dl>
    """
}

/// One large number with what it counts.
func figure(_ number: String, _ meaning: String) -> HTML {
    "<p class=\"figure\"><b>\(number)</b> \(meaning)</p>"
}

/// Something that folds; open or closed without a script.
func fold(_ summary: String, isOpen: Bool = false, _ body: HTML) -> HTML {
    "<details\(attribute: "open", if: isOpen)><summary>\(summary)</summary>\(body)</details>"
}
