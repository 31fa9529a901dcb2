public import Foundation

extension Dossier {
    /// Where the request stands at that moment, and since when: a pure function of the papers and the clock.
    public func standing(at now: Date) -> (state: State, since: Date) {
        if let closing = closings.last { return (end(closing.body.outcome), closing.at) }
        guard let window else { return (.drafted, begun) }
        let passage = passage(window, at: now)
        guard passage.state == .endorsed || passage.state == .passedBySilence else { return passage }
        return progress() ?? passage
    }

    public func state(at now: Date) -> State { standing(at: now).state }

    private func end(_ outcome: Closing.Outcome) -> State {
        switch outcome {
        case .fulfilled, .partlyFulfilled, .unfulfilled: .closed
        case .withdrawn: .withdrawn
        case .declined: .declined
        case .lapsed: .lapsed
        }
    }

    /// What the country has said of the newest submission.
    private func passage(_ window: Window, at now: Date) -> (state: State, since: Date) {
        if let word = window.word {
            switch word.body.stance {
            case .endorsement: return (.endorsed, word.at)
            case .objection: return (.objected, word.at)
            case .silence: return (.passedBySilence, word.at)
            case .question: break
            }
        }
        if let question = window.openQuestion { return (.questioned, question.at) }
        let end = window.deadline.endEverywhere
        return now > end ? (.passedBySilence, end) : (.submitted, window.opened)
    }

    /// How far it has come since its country let it pass; nil if the help desk has not begun.
    private func progress() -> (state: State, since: Date)? {
        if let final = reports.last(where: { $0.body.stage == .final }) { return (.reported, final.at) }
        if let report = reports.first { return (.underWay, report.at) }
        if let plan = plans.last {
            if let pledge = pledges.first { return (.funded, max(pledge.at, plan.at)) }
            return (.planned, plan.at)
        }
        if let match = introductions.first(where: { fate(of: $0) == .accepted }) {
            let replied = replies.last { $0.body.introduction == match.id }
            return (.matched, replied?.at ?? match.at)
        }
        if let open = introductions.last(where: { fate(of: $0) != .declined }) { return (.introduced, open.at) }
        if let answer = answers.last { return (.answered, answer.at) }
        if let assessment = assessments.first { return (.triaged, assessment.at) }
        return nil
    }
}
