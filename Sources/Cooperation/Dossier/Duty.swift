public import Foundation

/// Something the clock owes to a request at a moment. Each has a key under which it is done once and never again.
public enum Duty: Hashable, Sendable {
    case remind(submission: Int, number: Int)
    case passInSilence(submission: Int)
    case lapse(State)

    /// Unique within the request.
    public var key: String {
        switch self {
        case .remind(let submission, let number): "remind-\(submission)-\(number)"
        case .passInSilence(let submission): "silence-\(submission)"
        case .lapse: "lapse"
        }
    }
}

extension Dossier {
    /// What the clock owes this request by then, in the order to do it. Empty once it was done.
    public func duties(at now: Date) -> [Duty] {
        let state = state(at: now)
        switch state {
        case .submitted:
            return dueReminders(at: now)
        case .passedBySilence:
            guard let window, window.word == nil else { return [] }
            return [.passInSilence(submission: window.submission)]
        case .questioned, .objected, .answered:
            return isLate(at: now) ? [.lapse(state)] : []
        default:
            return []
        }
    }

    /// Two reminders: when half of the working days are over, and three working days before the last.
    private func dueReminders(at now: Date) -> [Duty] {
        guard let window else { return [] }
        let total = rule.workingDays
        let opened = CalendarDay(window.opened)
        let moments = [rule.workingDay(total / 2, after: opened), rule.workingDay(max(total - 3, 1), after: opened)]
        let done = Set(reminders.filter { $0.body.submission == window.submission }.map(\.body.number))
        return moments.enumerated().compactMap { index, day in
            let number = index + 1
            guard now >= day.start, !done.contains(number) else { return nil }
            return .remind(submission: window.submission, number: number)
        }
    }
}
