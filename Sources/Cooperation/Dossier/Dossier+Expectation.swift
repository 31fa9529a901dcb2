public import Foundation

/// How long each step may take. Days of the requester and partners are calendar days, those of the help desk working days
/// (Monday to Friday). Five days to triage and fifteen to introduce are what two officers can hold at 100 requests a year
/// (stocktaking §42(a)); the longer periods follow the two months members of the NDC Partnership have to reply.
public enum ServiceLevel {
    public static let triage = 5
    public static let introduce = 15
    public static let reply = 10
    public static let answerToQuestion = 60
    public static let answerToObjection = 90
    public static let closeAfterAnswer = 60
    public static let plan = 30
    public static let fund = 120
    public static let progress = 180
    public static let close = 30
}

extension Dossier {
    /// Who has the request now, until when, and what follows from nobody acting.
    public func expectation(at now: Date) -> Expectation {
        let (state, since) = standing(at: now)
        let day = CalendarDay(since)
        let desk = NonObjectionRule.standard(request.body.country)
        switch state {
        case .drafted:
            return Expectation(has: .requester, due: nil, ifNobodyActs: .waits)
        case .submitted:
            return Expectation(has: .focalPoint, due: window?.deadline, ifNobodyActs: .goesOn)
        case .questioned:
            return Expectation(
                has: .requester, due: day.adding(days: ServiceLevel.answerToQuestion), ifNobodyActs: .lapses)
        case .objected:
            return Expectation(
                has: .requester, due: day.adding(days: ServiceLevel.answerToObjection), ifNobodyActs: .lapses)
        case .endorsed, .passedBySilence:
            return deskExpectation(ServiceLevel.triage, since: since, desk)
        case .triaged:
            return deskExpectation(ServiceLevel.introduce, since: since, desk)
        case .answered:
            return Expectation(
                has: .requester, due: day.adding(days: ServiceLevel.closeAfterAnswer), ifNobodyActs: .lapses)
        case .introduced:
            let due = desk.workingDay(ServiceLevel.reply, after: day)
            return Expectation(has: .bothSides, due: due, ifNobodyActs: .isShownLate)
        case .matched:
            return Expectation(has: .partners, due: day.adding(days: ServiceLevel.plan), ifNobodyActs: .isShownLate)
        case .planned:
            if let plan = plans.last?.body, plan.needsNoFunding {
                return Expectation(
                    has: .partners, due: plan.ends ?? day.adding(days: ServiceLevel.progress),
                    ifNobodyActs: .isShownLate, needsNoFunding: true)
            }
            return Expectation(has: .partners, due: day.adding(days: ServiceLevel.fund), ifNobodyActs: .isShownLate)
        case .funded, .underWay:
            let due = plans.last?.body.ends ?? day.adding(days: ServiceLevel.progress)
            return Expectation(has: .partners, due: due, ifNobodyActs: .isShownLate)
        case .reported:
            return Expectation(has: .requester, due: day.adding(days: ServiceLevel.close), ifNobodyActs: .isShownLate)
        case .closed, .withdrawn, .declined, .lapsed:
            return Expectation(has: .nobody, due: nil, ifNobodyActs: .nothing)
        }
    }

    /// Whether whoever has it is late.
    public func isLate(at now: Date) -> Bool {
        guard let due = expectation(at: now).due else { return false }
        return now > due.endEverywhere
    }
}
