internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension StepForms {
    /// Is it eligible, and which way does it go? The last assessment is shown to be gone over.
    var triage: HTML {
        let attempt = attempt(.assessment)
        let last = it.dossier.assessments.last?.body
        let lanes = Assessment.Lane.allCases.map { lane in
            Choice(
                value: lane.rawValue, label: words(MessageKey("desk.lane-\(lane.rawValue)")),
                hint: words(MessageKey("desk.lane-\(lane.rawValue)-hint")))
        }
        return form(
            .assessment, attempt,
            """
            \(Assessment.Criterion.allCases.map { finding($0, last, attempt) })\
            \(desk("lane", attempt).radios(lanes, chosen: typed("lane", attempt, or: last?.lane.rawValue ?? "")))\
            <fieldset class="field"><legend>\(words("casework.quality"))</legend>\
            <p class="hint">\(words("casework.quality-hint"))</p>\(measures(last, attempt))</fieldset>\
            \(desk("triage-note", attempt, isOptional: true)
                .area(typed("triage-note", attempt, or: last.map { visit.plain($0.note) } ?? ""), lines: 3))\
            \(buttons(submitButton(words("desk.send-triage"), .act)))
            """)
    }

    /// A mark for each measure, 0 to 5; none where the officer gives none.
    private func measures(_ last: Assessment?, _ attempt: Attempt?) -> HTML {
        Assessment.Measure.allCases.map { measure in
            let name = "mark-\(measure.rawValue)"
            let before = last?.marks?.first { $0.measure == measure }.map { String($0.points) } ?? ""
            let marks =
                [Choice(value: "", label: "–")]
                + Assessment.Mark.bounds.map {
                    Choice(value: String($0), label: words.number($0))
                }
            let field = Field(
                words: words, name: name, label: words(MessageKey("casework.measure-\(measure.rawValue)")),
                hint: words(MessageKey("casework.measure-\(measure.rawValue)-hint")), problem: attempt?.problems[name])
            return field.select(marks, chosen: typed(name, attempt, or: before))
        }.joined()
    }

    private func finding(_ criterion: Assessment.Criterion, _ last: Assessment?, _ attempt: Attempt?) -> HTML {
        let before = last?.findings.first { $0.criterion == criterion }
        let name = "verdict-\(criterion.rawValue)"
        let verdicts = Assessment.Verdict.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("desk.verdict-\($0.rawValue)")))
        }
        let note = "finding-\(criterion.rawValue)"
        let remark = typed(note, attempt, or: before?.note ?? "")
        return desk(name, attempt, as: "criterion-\(criterion.rawValue)").radios(
            verdicts, chosen: typed(name, attempt, or: before?.verdict.rawValue ?? ""), inRow: true)
            + fold(
                words("desk.q-finding"), isOpen: !remark.isEmpty || attempt?.problems[note] != nil,
                desk(note, attempt, as: "finding", isOptional: true).text(remark))
    }

    var refusal: HTML {
        let attempt = attempt(.refusal)
        return form(
            .refusal, attempt,
            """
            \(desk("refusal", attempt).area(typed("refusal", attempt)))\
            \(buttons(submitButton(words("desk.send-refusal"), .danger)))
            """)
    }

    func answer(_ offers: Offers, _ library: LibraryMatches) -> HTML {
        let attempt = attempt(.answer)
        let fields = library.fields(
            visit, offers, typed: attempt?.form.all(LibraryMatches.field),
            problem: attempt?.problems[LibraryMatches.field])
        return form(
            .answer, attempt,
            """
            \(desk("answer", attempt).area(typed("answer", attempt), lines: 8))\(readyTexts(attempt, of: "answer"))\
            \(fields)\
            \(buttons(submitButton(words("desk.send-answer"), .act)))
            """)
    }

    var note: HTML {
        let attempt = attempt(.note)
        return form(
            .note, attempt,
            """
            \(desk("note", attempt).area(typed("note", attempt), lines: 3))\
            \(buttons(submitButton(words("desk.send-note"))))
            """)
    }

    /// A question of the help desk's forms: `desk.q-<name>`, `desk.hint-<name>`.
    private func desk(
        _ name: String, _ attempt: Attempt?, as key: String? = nil, isOptional: Bool = false
    ) -> Field {
        let key = key ?? name
        let hint = MessageKey("desk.hint-\(key)")
        return Field(
            words: words, name: name, label: words(MessageKey("desk.q-\(key)")),
            hint: words.has(hint) ? words(hint) : nil, problem: attempt?.problems[name], isOptional: isOptional)
    }
}
