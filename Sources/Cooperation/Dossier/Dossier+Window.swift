public import Foundation

/// The focal point's window on the newest submission.
public struct Window: Hashable, Sendable {
    /// The submission, counted from 1.
    public var submission: Int
    public var opened: Date
    /// The last day on which she may speak; pauses are already added.
    public var deadline: CalendarDay
    /// Her question that is not answered yet.
    public var openQuestion: Filed<Position>?
    /// Her word, or the silence written down by the clock.
    public var word: Filed<Position>?
}

extension Dossier {
    /// Nil while nothing was submitted.
    public var window: Window? {
        guard let submission = submissions.last else { return nil }
        let number = submissions.count
        let mine = positions.filter { $0.body.submission == number }
        let day = CalendarDay(submission.at)
        var paused = 0
        var open: Filed<Position>?
        for question in mine where question.body.stance == .question {
            if let answer = messages.first(where: { $0.body.answers == question.id }) {
                paused += rule.workingDays(after: CalendarDay(question.at), through: CalendarDay(answer.at))
            } else {
                open = question
            }
        }
        return Window(
            submission: number, opened: submission.at, deadline: rule.workingDay(rule.workingDays + paused, after: day),
            openQuestion: open, word: mine.last { $0.body.stance != .question })
    }
}
