internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension StepForms {
    /// The focal point's word: endorse with one click; object or ask with a text.
    var position: HTML {
        let may = it.view.steps
        return """
            <p>\(words("position.what-it-means"))</p>\(endorsement)\
            \(if: may.contains(.ask), fold(
                words("position.ask"), isOpen: visit.opened == "question" || attempt(.position, "stance", "question") != nil, stance(.question)))\
            \(if: may.contains(.object), fold(
                words("position.object"), isOpen: visit.opened == "objection" || attempt(.position, "stance", "objection") != nil,
                stance(.objection, look: .danger)))
            """
    }

    var endorsement: HTML {
        form(
            .position, nil, hidden: [("stance", Position.Stance.endorsement.rawValue)],
            buttons(submitButton(words("position.endorse"), .act)))
    }

    func stance(_ stance: Position.Stance, look: ButtonLook = .ordinary) -> HTML {
        let name = stance.rawValue
        let attempt = attempt(.position, "stance", name)
        return form(
            .position, attempt, hidden: [("stance", name)],
            """
            \(field(name, attempt).area(typed(name, attempt)))\
            \(buttons(submitButton(words(MessageKey("request.send-\(name)")), look)))
            """)
    }
}
