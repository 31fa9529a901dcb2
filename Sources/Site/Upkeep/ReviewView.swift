internal import Cooperation
internal import Localisation
internal import WebSupport

/// The form of a review: the record, the published criteria one by one, the decision and its reason.
struct ReviewView {
    let visit: Visit
    let upkeep: Upkeep
    let title: LocalizedText
    let attempt: Attempt?

    private var words: Words { visit.words }
    private var record: Kept { upkeep.record }

    func html() -> HTML {
        """
        \(trail(label: words("record.where"), [visit.link(words("upkeep.reviews"), SitePath(.reviews))]))
        <h1>\(words("upkeep.review"))</h1>
        \(attempt.map { $0.problems.summary(words).html() })
        <p class="lead">\(visit.link(visit.plain(title), .kept(record)).html())</p>
        \(earlier)
        \(visit.form(to: .review(of: record), key: attempt?.form.key, form))
        """
    }

    private var form: HTML {
        let decisions = Review.Decision.allCases.map { decision in
            Choice(
                value: decision.rawValue, label: words(MessageKey("upkeep.decision-\(decision.rawValue)")),
                hint: words(MessageKey("upkeep.decision-\(decision.rawValue)-hint")))
        }
        return """
            <input type="hidden" name="revision" value="\(upkeep.revision)">
            \(Review.Criterion.asked(of: record.kind).map(finding))
            \(field("decision", words("upkeep.decision")).radios(decisions, chosen: typed("decision")))
            \(field("reason", words("upkeep.reason"), hint: words("upkeep.reason-hint")).area(typed("reason"), lines: 4))
            \(buttons(submitButton(words("upkeep.send-review"), .act)))
            """
    }

    private func finding(_ criterion: Review.Criterion) -> HTML {
        let verdicts = Assessment.Verdict.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("desk.verdict-\($0.rawValue)")))
        }
        let name = "verdict-\(criterion.rawValue)"
        let note = "note-\(criterion.rawValue)"
        var noteField = field(note, words("upkeep.note"))
        noteField.isOptional = true
        return field(
            name, words(MessageKey("upkeep.criterion-\(criterion.rawValue)")),
            hint: words(MessageKey("upkeep.criterion-\(criterion.rawValue)-hint"))
        ).radios(verdicts, chosen: typed(name)) + noteField.text(typed(note))
    }

    private func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(words: words, name: name, label: label, hint: hint, problem: attempt?.problems[name])
    }

    private func typed(_ name: String) -> String { attempt?.form.typed(name) ?? "" }

    private var earlier: HTML {
        guard !upkeep.reviews.isEmpty else { return HTML() }
        return
            "<section><h2>\(words("upkeep.earlier"))</h2>\(upkeep.reviews.reversed().map { visit.decided($0) })</section>"
    }

    /// What the form says, and what of it cannot be read.
    static func review(of record: Kept, _ form: Form, _ visit: Visit) throws -> (Review, [Problem]) {
        var problems: [Problem] = []
        var findings: [Review.Finding] = []
        for criterion in Review.Criterion.asked(of: record.kind) {
            let verdict = Assessment.Verdict(rawValue: form.typed("verdict-\(criterion.rawValue)"))
            guard let verdict else {
                problems.append(Problem(field: "findings.\(criterion.rawValue)", code: .missing))
                continue
            }
            let note = try form.text("note-\(criterion.rawValue)")
            findings.append(Review.Finding(criterion: criterion, verdict: verdict, note: note))
        }
        let decision = Review.Decision(rawValue: form.typed("decision"))
        if decision == nil { problems.append(Problem(field: "decision", code: .missing)) }
        let review = Review(
            record: record, revision: Int(form.typed("revision")) ?? 0, findings: findings,
            decision: decision ?? .changesAsked, reason: try visit.written(form, "reason"))
        return (review, problems)
    }

    /// The paper's field under the form's name.
    static func inForm(_ problem: Problem) -> Problem {
        var problem = problem
        let parts = problem.field.split(separator: ".")
        if parts.first == "findings", parts.count == 2 {
            problem.field = (problem.code == .tooLong ? "note-" : "verdict-") + parts[1]
        }
        return problem
    }
}

extension Visit {
    /// A decision as everybody may read it: what, when, why.
    func decided(_ review: Filed<Review>) -> HTML {
        let decision = words(
            MessageKey("upkeep.decided-\(review.body.decision.rawValue)"), ["date": words.date(review.at)])
        return "<div class=\"letter\"><p><b>\(decision)</b></p>\(paragraphs(review.body.reason))</div>"
    }
}
