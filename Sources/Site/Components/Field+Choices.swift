internal import WebSupport

/// One possible answer.
struct Choice: Sendable {
    let value: String
    let label: String
    var hint: String?
}

extension Field {
    /// Exactly one of a few.
    /// - Parameter inRow: side by side where there is room, for answers of a word or two.
    func radios(_ choices: [Choice], chosen: String?, inRow: Bool = false) -> HTML {
        group(choices, type: "radio", chosen: Set([chosen].compactMap { $0 }), inRow: inRow)
    }

    /// Any number of a few.
    func checkboxes(_ choices: [Choice], chosen: Set<String>) -> HTML {
        group(choices, type: "checkbox", chosen: chosen)
    }

    private func group(_ choices: [Choice], type: StaticString, chosen: Set<String>, inRow: Bool = false) -> HTML {
        """
        <fieldset\(classes: ["field": true, "wrong": problem != nil, "row": inRow])\
        \(attribute: "aria-describedby", describedBy(limited: false))>
        <legend>\(label)\(optional)</legend>\(explanation)
        \(choices.enumerated().map { position, choice in
            option(choice, id: position == 0 ? self.id : "\(self.id)-\(position + 1)", type, chosen.contains(choice.value))
        })</fieldset>
        """
    }

    private func option(_ choice: Choice, id: String, _ type: StaticString, _ isChosen: Bool) -> HTML {
        """
        <div class="choice"><input type="\(raw: type)" id="\(id)" name="\(name)" value="\(choice.value)"\
        \(attribute: "checked", if: isChosen)\
        \(attribute: "aria-describedby", choice.hint == nil ? nil : id + "-about")>\
        <label for="\(id)">\(choice.label)</label>\
        \(choice.hint.map { "<p class=\"hint\" id=\"\(id)-about\">\($0)</p>" as HTML })</div>
        """
    }
}
