internal import Localisation
internal import WebSupport

/// A question of a form: label, hint, and what is wrong with the answer, all tied to the control for a screen reader.
struct Field {
    let words: Words
    /// The name it is sent under.
    let name: String
    let label: String
    var hint: String?
    /// What is wrong, in a sentence that says how to put it right.
    var problem: String?
    /// Optional questions say so; the others are expected.
    var isOptional = false
    /// Tells the ids of several forms on one page apart that ask under the same name; nil where there is one.
    var form: String?

    /// The id an error summary links to.
    var id: String { form.map { name + "-" + $0 } ?? name }

    enum Kind: String { case text, email, password, date, number, tel, url, search }

    func text(_ value: String = "", kind: Kind = .text, autocomplete: String? = nil, isShort: Bool = false) -> HTML {
        wrapped(
            """
            <input type="\(kind.rawValue)" id="\(id)" name="\(name)" value="\(value)"\
            \(attribute: "autocomplete", autocomplete)\(classes: ["short": isShort])\
            \(attribute: "dir", direction(of: kind))\(state)>
            """)
    }

    /// - Parameter mostWords: shown as a limit, and counted while somebody writes where scripts run.
    func area(_ value: String = "", lines: Int = 5, mostWords: Int? = nil) -> HTML {
        let limit = mostWords.map { most in
            "<p class=\"limit\" id=\"\(id)-limit\">\(words("common.most-words", count: most))</p>" as HTML
        }
        return wrapped(
            """
            <textarea id="\(id)" name="\(name)" rows="\(lines)" dir="auto"\
            \(attribute: "data-most-words", mostWords.map(String.init))\(state(limited: mostWords != nil))>
            \(value)</textarea>\(limit)
            """)
    }

    func select(_ choices: [Choice], chosen: String?) -> HTML {
        wrapped(
            """
            <select id="\(id)" name="\(name)"\(state)>\(choices.map { choice in
                """
                <option value="\(choice.value)"\(attribute: "selected", if: choice.value == chosen)>\
                \(choice.label)</option>
                """ as HTML
            })</select>
            """)
    }

    /// A file from the reader's own machine.
    /// - Parameter endings: what her browser offers first: `.csv,.xlsx`.
    func file(accepting endings: String) -> HTML {
        wrapped("<input type=\"file\" id=\"\(id)\" name=\"\(name)\" accept=\"\(endings)\"\(state)>")
    }

    private func wrapped(_ control: HTML) -> HTML {
        "<div\(classes: ["field": true, "wrong": problem != nil])><label for=\"\(id)\">\(label)\(optional)</label>"
            + explanation + control + "</div>"
    }

    /// An address or a number is written from left to right in every language; a text goes by its first letter.
    private func direction(of kind: Kind) -> String? {
        switch kind {
        case .text, .search: "auto"
        case .email, .password, .tel, .url: "ltr"
        case .date, .number: nil
        }
    }

    var optional: HTML { isOptional ? " <span class=\"optional\">\(words("common.optional"))</span>" : HTML() }

    var explanation: HTML {
        """
        \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML })\
        \(problem.map { problem in
            "<p class=\"problem\" id=\"\(id)-problem\">\(spoken(words("common.error")) + " ")\(problem)</p>" as HTML
        })
        """
    }

    private var state: HTML { state(limited: false) }

    private func state(limited: Bool) -> HTML {
        """
        \(attribute: "aria-describedby", describedBy(limited: limited))\
        \(attribute: "aria-invalid", problem == nil ? nil : "true")
        """
    }

    func describedBy(limited: Bool) -> String? {
        let ids = [
            hint == nil ? nil : id + "-hint", problem == nil ? nil : id + "-problem",
            limited ? id + "-limit" : nil,
        ].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
