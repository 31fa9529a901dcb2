internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension CaseSteps {
    /// Who has the case, what it waits for, what is to be done, who is asked again.
    static func addHousekeeping(to routes: Routes) {
        routes.step(.charge, names: ["note": "charge-note"]) { sent in
            let officer = AccountID(rawValue: sent.form.typed("officer"))
            try await sent.desk.charge(
                officer, with: sent.id, saying: try sent.written("charge-note"), by: sent.viewer, once: sent.key)
            return officer != nil && officer == sent.viewer.account ? .taken : .handedOver
        }
        routes.step(.referral, names: ["reason": "referral-reason"]) { sent in
            try await sent.desk.refer(
                sent.id, because: try sent.written("referral-reason"), by: sent.viewer, once: sent.key)
            return sent.viewer.sitsAtGlobalDesk ? .referredBack : .referred
        }
        routes.step(.hold, names: ["reason": "hold-reason"]) { sent in
            if sent.form.typed("resume") == "yes" {
                try await sent.desk.resume(sent.id, by: sent.viewer, once: sent.key)
                return .resumed
            }
            var problems: [Problem] = []
            let until = sent.form.day("until", &problems)
            if until == nil, problems.isEmpty { problems.append(Problem(field: "until", code: .missing)) }
            guard let until, let awaits = Hold.Awaited(rawValue: sent.form.typed("awaits")) else {
                throw DeskError.invalid(problems.isEmpty ? [Problem(field: "awaits", code: .missing)] : problems)
            }
            let hold = Hold(
                request: sent.id, awaits: awaits, until: until, reason: try sent.written("hold-reason"))
            try await sent.desk.hold(hold, by: sent.viewer, once: sent.key)
            return .held
        }
        routes.step(.task, names: ["text": "task-text", "due": "task-due"]) { sent in
            if let task = TaskID(rawValue: sent.form.typed("task")) {
                let isDone = sent.form.typed("done") == "yes"
                try await sent.desk.mark(task, on: sent.id, done: isDone, by: sent.viewer, once: sent.key)
                return isDone ? .taskDone : .taskUndone
            }
            var problems: [Problem] = []
            let due = sent.form.day("task-due", &problems)
            let task = DeskTask(request: sent.id, text: try sent.written("task-text"), due: due)
            guard problems.isEmpty else { throw DeskError.invalid(problems + task.problems()) }
            try await sent.desk.add(task, by: sent.viewer, once: sent.key)
            return .tasked
        }
        routes.step(.nudge) { sent in
            guard let asked = Nudge.Asked(rawValue: sent.form.typed("asked")) else {
                throw DeskError.invalid([Problem(field: "asked", code: .missing)])
            }
            let introduction = IntroductionID(rawValue: sent.form.typed("introduction"))
            try await sent.desk.nudge(
                Nudge(request: sent.id, asked: asked, introduction: introduction), by: sent.viewer, once: sent.key)
            return .nudged
        }
        routes.step(.feedback, names: ["text": "feedback"]) { sent in
            guard let introduction = IntroductionID(rawValue: sent.form.typed("introduction")),
                let points = Int(sent.form.typed("points"))
            else { throw DeskError.invalid([Problem(field: "points", code: .missing)]) }
            let feedback = Feedback(
                request: sent.id, introduction: introduction, points: points, text: try sent.written("feedback"))
            try await sent.desk.rate(feedback, by: sent.viewer, once: sent.key)
            return .rated
        }
    }

    /// The marks of an assessment; a measure without a mark is left out.
    static func marks(_ form: Form, _ problems: inout [Problem]) -> [Assessment.Mark]? {
        let marks = Assessment.Measure.allCases.compactMap { measure -> Assessment.Mark? in
            form.number("mark-\(measure.rawValue)", &problems).map { Assessment.Mark(measure: measure, points: $0) }
        }
        return marks.isEmpty ? nil : marks
    }
}
