/// The one table of legal steps: in this state, who stands so may do these. The server alone decides what is legal (Q1).
public enum Steps {
    public static func legal(in state: State, for standing: Standing) -> Set<Step> {
        switch standing {
        case .requester: requester(state)
        case .focalPoint: focalPoint(state)
        case .helpDesk: helpDesk(state)
        case .candidate: candidate(state)
        case .donor: donor(state)
        case .clock: clock(state)
        case .namedReader, .member, .visitor, .administrator: []
        }
    }

    public static func legal(in state: State, for standings: Set<Standing>) -> Set<Step> {
        standings.reduce(into: []) { $0.formUnion(legal(in: state, for: $1)) }
    }

    private static func requester(_ state: State) -> Set<Step> {
        switch state {
        case .drafted: [.revise, .submit, .withdraw]
        case .submitted: [.write, .withdraw]
        case .questioned: [.answerQuestion, .revise, .submit, .write, .withdraw]
        case .objected: [.revise, .submit, .write, .withdraw]
        case .endorsed, .passedBySilence, .triaged: [.write, .withdraw]
        case .answered: [.write, .close, .withdraw]
        case .introduced: [.reply, .write, .withdraw]
        case .matched: [.reply, .plan, .report, .close, .write, .withdraw]
        case .planned: [.reply, .plan, .report, .close, .write, .withdraw]
        case .funded, .underWay: [.plan, .report, .close, .rate, .write]
        case .reported: [.close, .rate, .write]
        case .closed: [.rate]
        case .withdrawn, .declined, .lapsed: []
        }
    }

    /// Silence is not the last word: a focal point back from a journey may still object until somebody is introduced.
    private static func focalPoint(_ state: State) -> Set<Step> {
        switch state {
        case .drafted: []
        case .submitted: [.endorse, .object, .ask, .write]
        case .questioned: [.endorse, .object, .write]
        case .objected: [.endorse, .write]
        case .passedBySilence: [.endorse, .object, .write]
        case .endorsed, .triaged, .answered: [.object, .write]
        case .introduced, .matched, .planned, .funded, .underWay, .reported: [.write]
        case .closed, .withdrawn, .declined, .lapsed: []
        }
    }

    private static func helpDesk(_ state: State) -> Set<Step> {
        switch state {
        case .drafted: [.write, .note]
        case .submitted, .questioned: [.nudge, .write, .note, .charge, .task]
        case .objected: [.write, .note, .charge, .task]
        case .endorsed, .passedBySilence: [.triage, .decline, .hold, .write, .note, .charge, .task, .refer]
        case .triaged:
            [.triage, .answer, .introduce, .decline, .close, .hold, .write, .note, .charge, .task, .refer]
        case .answered: [.answer, .introduce, .close, .write, .note, .charge, .task, .refer]
        case .introduced: [.answer, .introduce, .close, .nudge, .write, .note, .charge, .task, .refer]
        case .matched: [.introduce, .plan, .close, .write, .note, .charge, .task]
        case .planned: [.introduce, .plan, .close, .write, .note, .charge, .task]
        case .funded, .underWay, .reported: [.plan, .close, .write, .note, .charge, .task]
        case .closed, .withdrawn, .declined, .lapsed: [.note, .task]
        }
    }

    private static func candidate(_ state: State) -> Set<Step> {
        switch state {
        case .introduced: [.reply, .write]
        case .matched: [.reply, .plan, .report, .write]
        case .planned: [.reply, .plan, .pledge, .report, .write]
        case .funded, .underWay: [.pledge, .report, .rate, .write]
        case .reported: [.rate, .write]
        case .closed: [.rate]
        default: []
        }
    }

    private static func donor(_ state: State) -> Set<Step> {
        switch state {
        case .planned, .funded, .underWay: [.pledge]
        default: []
        }
    }

    private static func clock(_ state: State) -> Set<Step> {
        switch state {
        case .submitted: [.remind]
        case .passedBySilence: [.passInSilence]
        case .questioned, .objected, .answered: [.lapse]
        default: []
        }
    }
}
