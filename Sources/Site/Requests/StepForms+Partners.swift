internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension StepForms {
    /// Each introduction that waits for this person's word, with the letter that explains it.
    var replies: HTML {
        it.awaitingReply.map { introduction in
            let name = "reply-\(introduction.id.own)"
            let attempt = attempt(.reply, "introduction", introduction.id.rawValue)
            return """
                <article><h4>\(it.side(in: introduction) == .candidate
                    ? HTML(text: words("request.you-are-asked")) : it.link(introduction.body.candidate))</h4>\
                <div class="letter">\(visit.paragraphs(introduction.body.letter))</div>\
                \(form(.reply, attempt, hidden: [("introduction", introduction.id.rawValue)],
                    """
                    \(grounds(introduction, attempt))\(field(name, attempt, as: "reply").area(typed(name, attempt), lines: 3))\
                    \(buttons(
                        submitButton(words("request.accept"), .act, name: "stance", value: "accepts"),
                        submitButton(words("request.refuse"), name: "stance", value: "declines")))
                    """))</article>
                """
        }.joined()
    }

    /// Why not now, in one choice; for who is asked.
    private func grounds(_ introduction: Filed<Introduction>, _ attempt: Attempt?) -> HTML {
        guard it.side(in: introduction) == .candidate else { return HTML() }
        let none = Choice(value: "", label: words("promote.ground-none"))
        let grounds = Reply.Ground.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("promote.ground-\($0.rawValue)")))
        }
        let id = "ground-\(introduction.id.own)"
        return """
            <div class="field"><label for="\(id)">\(words("promote.not-now"))</label>\
            <select id="\(id)" name="ground">\(([none] + grounds).map { choice in
                let isChosen = attempt?.form.typed("ground") == choice.value
                return "<option value=\"\(choice.value)\"\(attribute: "selected", if: isChosen)>\(choice.label)</option>" as HTML
            })</select></div>
            """
    }

    var plan: HTML {
        let attempt = attempt(.plan)
        let last = it.dossier.plans.last?.body
        let noFunding = attempt.map { $0.form.flag("needs-no-funding") } ?? last?.needsNoFunding ?? false
        return form(
            .plan, attempt,
            """
            \(field("plan", attempt).area(typed("plan", attempt, or: last.map { visit.plain($0.text) } ?? ""), lines: 10))\
            \(field("starts", attempt, isOptional: true)
                .text(typed("starts", attempt, or: last?.starts?.description ?? ""), kind: .date, isShort: true))\
            \(field("ends", attempt, isOptional: true)
                .text(typed("ends", attempt, or: last?.ends?.description ?? ""), kind: .date, isShort: true))\
            \(field("needs-no-funding", attempt, isOptional: true).checkboxes(
                [Choice(value: "on", label: words("request.needs-no-funding"))], chosen: noFunding ? ["on"] : []))\
            \(buttons(submitButton(words("request.send-plan"), .act)))
            """)
    }

    var pledge: HTML {
        let attempt = attempt(.pledge)
        let own = visit.viewer.organisations.sorted().map { id in
            Choice(value: id.rawValue, label: it.institutions[id].map { visit.plain($0) } ?? id.own)
        }
        return form(
            .pledge, attempt,
            """
            \(field("pledging", attempt).select(own, chosen: typed("pledging", attempt)))\
            \(field("amount", attempt, isOptional: true)
                .text(typed("amount", attempt), kind: .text, isShort: true))\
            \(field("currency", attempt, isOptional: true)
                .text(typed("currency", attempt, or: "USD"), isShort: true))\
            \(field("pledge", attempt).area(typed("pledge", attempt)))\
            \(buttons(submitButton(words("request.send-pledge"), .act)))
            """)
    }

    var report: HTML {
        let attempt = attempt(.report)
        let stages = Report.Stage.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("request.stage-\($0.rawValue)")))
        }
        return form(
            .report, attempt,
            """
            \(field("stage", attempt).radios(stages, chosen: typed("stage", attempt, or: "progress")))\
            \(field("report", attempt).area(typed("report", attempt), lines: 8))\
            \(field("what-did-not-work", attempt, isOptional: true).area(typed("what-did-not-work", attempt)))\
            \(buttons(submitButton(words("request.send-report"), .act)))
            """)
    }

    var closing: HTML {
        let attempt = attempt(.closing)
        let outcomes: [Closing.Outcome] = [.fulfilled, .partlyFulfilled, .unfulfilled]
        return form(
            .closing, attempt,
            """
            \(field("outcome", attempt).radios(
                outcomes.map { Choice(value: $0.rawValue, label: words(MessageKey("request.outcome-\($0.rawValue)"))) },
                chosen: typed("outcome", attempt)))\
            \(field("closing", attempt).area(typed("closing", attempt)))\
            \(buttons(submitButton(words("request.send-closing"), .act)))
            """)
    }
}
