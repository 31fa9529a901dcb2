internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The housekeeping of a case: who has it, what it waits for, what is to be done, why it comes before others.
struct CaseDeskView {
    let it: RequestCase
    let attempt: Attempt?
    let desk: CaseDesk

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }
    private var forms: StepForms { StepForms(it: it, attempt: attempt, place: .helpCase) }
    private var may: Set<Step> { it.view.steps }

    // MARK: Who has it

    var owner: HTML {
        let mine = it.dossier.officer != nil && it.dossier.officer == visit.viewer.account
        return """
            <section aria-labelledby="owner"><h2 id="owner">\(words("casework.owner"))</h2>
            <p>\(ownerSentence)</p>\(handOverNote)\
            \(if: may.contains(.charge) && !mine && visit.viewer.account != nil, take)\
            \(if: may.contains(.charge), fold(
                words("casework.hand-over"), isOpen: attempt?.route == .charge, handOver))\(referral)</section>
            """
    }

    /// Between a centre and the global help desk.
    private var referral: HTML {
        let told = desk.referral.map { referral, hub in
            let key: MessageKey =
                referral.body.way == .toGlobalDesk ? "hubdesk.is-referred" : "hubdesk.was-returned"
            let name = visit.link(hub, .hub(referral.body.hub)).html()
            return """
                <p>\(words.html(key, ["date": HTML(text: words.date(referral.at)), "hub": name]))</p>\
                <blockquote>\(visit.paragraphs(referral.body.reason))</blockquote>
                """ as HTML
        }
        guard may.contains(.refer) else { return told ?? HTML() }
        let attempt = forms.attempt(.referral)
        let part = it.dossier.isReferred ? "return" : "refer"
        let title = words(MessageKey("hubdesk.\(part)"))
        let reason = Field(
            words: words, name: "referral-reason", label: words(MessageKey("hubdesk.\(part)-reason")),
            problem: attempt?.problems["referral-reason"])
        return (told ?? HTML())
            + fold(
                title, isOpen: attempt != nil,
                forms.form(
                    .referral, attempt,
                    """
                    <p class="quiet">\(words(MessageKey("hubdesk.\(part)-body")))</p>\
                    \(reason.area(forms.typed("referral-reason", attempt), lines: 3))\
                    \(buttons(submitButton(title)))
                    """))
    }

    private var ownerSentence: String {
        guard let officer = it.dossier.officer else { return words("casework.nobody-has-it") }
        if officer == visit.viewer.account { return words("casework.you-have-it") }
        return it.names[officer].map { words("casework.has-it", ["name": $0]) } ?? words("casework.a-colleagues")
    }

    private var handOverNote: HTML {
        guard let note = it.dossier.charges.last?.body.note, !note.isEmpty else { return HTML() }
        return "<blockquote>\(visit.paragraphs(note))</blockquote>"
    }

    private var take: HTML {
        forms.form(
            .charge, nil, hidden: [("officer", visit.viewer.account?.rawValue ?? "")],
            buttons(submitButton(words("casework.take"), it.dossier.officer == nil ? .act : .ordinary)))
    }

    private var handOver: HTML {
        let attempt = forms.attempt(.charge)
        let others = desk.officers.filter { $0.id != it.dossier.officer }.map {
            Choice(value: $0.id.rawValue, label: $0.name)
        }
        let nobody = Choice(value: "", label: words("casework.give-back"))
        let to = Field(words: words, name: "officer", label: words("casework.to-whom"))
        let note = Field(
            words: words, name: "charge-note", label: words("casework.note-for-next"),
            problem: attempt?.problems["charge-note"], isOptional: true)
        return forms.form(
            .charge, attempt,
            """
            \(to.select((it.dossier.officer == nil ? [] : [nobody]) + others, chosen: forms.typed("officer", attempt)))\
            \(note.area(forms.typed("charge-note", attempt), lines: 2))\
            \(buttons(submitButton(words("casework.hand-over"))))
            """)
    }

    // MARK: What it waits for

    var hold: HTML {
        if let hold = it.dossier.openHold { return waiting(hold.body) }
        guard may.contains(.hold) else { return HTML() }
        let attempt = forms.attempt(.hold)
        let whom = Field(
            words: words, name: "awaits", label: words("casework.awaits"), problem: attempt?.problems["awaits"])
        let until = Field(
            words: words, name: "until", label: words("casework.until"), hint: words("casework.until-hint"),
            problem: attempt?.problems["until"])
        let reason = Field(
            words: words, name: "hold-reason", label: words("casework.hold-reason"),
            problem: attempt?.problems["hold-reason"])
        let usual = visit.today.adding(days: 14).description
        return fold(
            words("casework.hold"), isOpen: attempt != nil,
            forms.form(
                .hold, attempt,
                """
                <p class="quiet">\(words("casework.hold-body"))</p>\
                \(whom.radios(
                    Hold.Awaited.allCases.map {
                        Choice(value: $0.rawValue, label: words(MessageKey("casework.awaits-\($0.rawValue)")))
                    }, chosen: forms.typed("awaits", attempt, or: "requester")))\
                \(until.text(forms.typed("until", attempt, or: usual), kind: .date, isShort: true))\
                \(reason.area(forms.typed("hold-reason", attempt), lines: 2))\
                \(buttons(submitButton(words("casework.hold-send"))))
                """))
    }

    private func waiting(_ hold: Hold) -> HTML {
        // For whom, and until when, is said on top of the page.
        let text: HTML = "<blockquote>\(visit.paragraphs(hold.reason))</blockquote>"
        guard may.contains(.hold) else { return text }
        return text
            + forms.form(
                .hold, nil, hidden: [("resume", "yes")], buttons(submitButton(words("casework.resume"), .act)))
    }

    // MARK: What is to be done

    var tasks: HTML {
        let open = it.dossier.tasks.filter { $0.body.done == nil }.sorted {
            ($0.body.due?.ordinal ?? .max) < ($1.body.due?.ordinal ?? .max)
        }
        let done = it.dossier.tasks.filter { $0.body.done != nil }
        return """
            <section aria-labelledby="tasks"><h2 id="tasks">\(words("casework.tasks")) \
            <span class="tag">\(words.number(open.count))</span></h2>
            \(if: open.isEmpty, "<p class=\"quiet\">\(words("casework.no-tasks"))</p>")
            \(if: !open.isEmpty, "<ul class=\"bare tasks\">\(open.map(task))</ul>")
            \(if: !done.isEmpty, fold(
                words("casework.tasks-done", count: done.count), "<ul class=\"bare tasks\">\(done.map(task))</ul>"))
            \(if: may.contains(.task), fold(words("casework.new-task"), isOpen: isTaskTried, newTask))</section>
            """
    }

    private var isTaskTried: Bool { forms.attempt(.task, "task", "") != nil }

    private func task(_ task: Filed<DeskTask>) -> HTML {
        let body = task.body
        let isDone = body.done != nil
        let due = body.due.map { day -> HTML in
            let text = words(
                "casework.task-due",
                [
                    "date": visit.day(day), "when": words.relativeDay(day.ordinal - visit.today.ordinal),
                ])
            return body.isLate(on: visit.today)
                ? "<span class=\"tag error\">\(words("state.late"))</span> \(text)" : HTML(text: text)
        }
        let label = words(isDone ? "casework.task-undo" : "casework.task-do")
        return """
            <li><p>\(visit.text(body.text))\(due.map { "<br><span class=\"small quiet\">\($0)</span>" as HTML })\
            \(body.done.map { "<br><span class=\"small quiet\">\(words("casework.task-done-on", ["date": words.date($0)]))</span>" as HTML })</p>\
            \(if: may.contains(.task), forms.form(
                .task, nil,
                hidden: [("task", task.id.rawValue), ("done", isDone ? "no" : "yes")],
                buttons("<button class=\"button\">\(label)\(spoken(" " + visit.plain(body.text)))</button>")))</li>
            """
    }

    private var newTask: HTML {
        let attempt = forms.attempt(.task, "task", "")
        let what = Field(
            words: words, name: "task-text", label: words("casework.task-what"), problem: attempt?.problems["task-text"]
        )
        let due = Field(
            words: words, name: "task-due", label: words("casework.task-by"), problem: attempt?.problems["task-due"],
            isOptional: true)
        return forms.form(
            .task, attempt, hidden: [("task", "")],
            """
            \(what.text(forms.typed("task-text", attempt)))\
            \(due.text(forms.typed("task-due", attempt), kind: .date, isShort: true))\
            \(buttons(submitButton(words("casework.task-add"))))
            """)
    }

    // MARK: Why it comes first

    var priorities: HTML {
        let reasons = it.request.priorities(on: visit.now)
        guard !reasons.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="priority"><h2 id="priority">\(words("casework.priority"))</h2>
            <ul>\(reasons.map { "<li>\(words(MessageKey("casework.priority-\($0.rawValue)")))</li>" as HTML })</ul></section>
            """
    }

    /// Those whose word is missing, each to be asked again in one step.
    var silent: HTML {
        // Who was asked today is not silent yet.
        let parties = it.dossier.silent(at: visit.now).filter { CalendarDay($0.since) < visit.today }
        guard may.contains(.nudge), !parties.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="silent"><h2 id="silent">\(words("casework.waiting-for"))</h2>
            <ul class="bare">\(parties.map { party in
                let last = it.dossier.lastNudge(of: party)
                return "<li>\(NudgeForm(visit: visit, id: it.id, party: party, last: last, place: .helpCase).html())</li>" as HTML
            })</ul></section>
            """
    }
}
