public import Foundation

/// How the help desk works on a dossier: who has it, what it waits for, what it still has to do.
extension Dossier {
    /// The officer who has the case; nil while nobody has taken it.
    public var officer: AccountID? { charges.last?.body.officer }

    /// The centre whose officer has the case; nil while nobody has taken it, or the global desk has.
    public var centre: HubID? { officer == nil ? nil : charges.last?.body.hub }

    /// When the help desk's wait came to an end: when it said so, or when somebody else wrote into the conversation.
    public func end(of hold: Filed<Hold>, begun: Date) -> Date? {
        let officers = authorsAtTheDesk
        let letter = messages.first { message in
            message.at > begun && message.body.audience == .parties && !officers.contains(message.author)
        }
        return [hold.body.ended, letter?.at].compactMap(\.self).min()
    }

    /// The wait that goes on; nil where the clock of the help desk runs.
    public var openHold: Filed<Hold>? {
        holds.last { end(of: $0, begun: holdBegun($0)) == nil }
    }

    /// A revision only ends a wait: it began when its first revision was filed.
    func holdBegun(_ hold: Filed<Hold>) -> Date { holdsBegun[hold.id] ?? hold.at }

    /// Working days for which the help desk's clock stood still since that moment; overlapping waits count once.
    func heldDays(since moment: Date, _ rule: NonObjectionRule) -> Int {
        var held: Set<Int> = []
        for hold in holds {
            let begun = holdBegun(hold)
            guard let end = end(of: hold, begun: begun), end > moment else { continue }
            let first = CalendarDay(max(begun, moment)).ordinal + 1
            let last = CalendarDay(end).ordinal
            guard last >= first else { continue }
            held.formUnion((first...last).filter { rule.isWorkingDay(CalendarDay(ordinal: $0)) })
        }
        return held.count
    }

    func deskExpectation(_ days: Int, since: Date, _ rule: NonObjectionRule) -> Expectation {
        if let hold = openHold {
            let awaited: Expectation.Party =
                switch hold.body.awaits {
                case .requester: .requester
                case .focalPoint: .focalPoint
                case .others: .helpDesk
                }
            return Expectation(has: awaited, due: hold.body.until, ifNobodyActs: .isShownLate, isHeld: true)
        }
        let due = rule.workingDay(days + heldDays(since: since, rule), after: CalendarDay(since))
        return Expectation(has: .helpDesk, due: due, ifNobodyActs: .isShownLate)
    }

    /// Everybody who has written a paper here that only the help desk writes.
    private var authorsAtTheDesk: Set<Author> {
        var authors = Set(assessments.map(\.author) + answers.map(\.author) + introductions.map(\.author))
        authors.formUnion(charges.map(\.author) + holds.map(\.author) + tasks.map(\.author))
        authors.formUnion(nudges.map(\.author) + referrals.map(\.author))
        return authors
    }

    /// Who has not answered yet, and since when.
    public func silent(at now: Date) -> [SilentParty] {
        switch state(at: now) {
        case .submitted:
            return window.map { [SilentParty(asked: .focalPoint, since: $0.opened)] } ?? []
        case .questioned:
            return window?.openQuestion.map { [SilentParty(asked: .requester, since: $0.at)] } ?? []
        case .introduced:
            return introductions.flatMap { introduction -> [SilentParty] in
                guard case .open(let requester, let candidate) = fate(of: introduction) else { return [] }
                var parties: [SilentParty] = []
                let at = introduction.at
                if requester {
                    parties.append(SilentParty(asked: .requester, introduction: introduction.id, since: at))
                }
                if candidate {
                    parties.append(SilentParty(asked: .candidate, introduction: introduction.id, since: at))
                }
                return parties
            }
        default: return []
        }
    }

    /// The last time somebody was asked again by the help desk.
    public func lastNudge(of party: SilentParty) -> Date? {
        nudges.last { $0.body.asked == party.asked && $0.body.introduction == party.introduction }?.at
    }
}

/// Somebody whose word a request waits for.
public struct SilentParty: Hashable, Sendable {
    public var asked: Nudge.Asked
    public var introduction: IntroductionID?
    public var since: Date

    public init(asked: Nudge.Asked, introduction: IntroductionID? = nil, since: Date) {
        self.asked = asked
        self.introduction = introduction
        self.since = since
    }
}
