import Cooperation
import TextAnalysis

/// A request and what became of it, step by step.
struct Story: Decodable {
    let request: Record<Request>
    let steps: [StoryStep]

    private enum CodingKeys: String, CodingKey { case story }

    init(from decoder: any Decoder) throws {
        request = try Record(from: decoder)
        steps = try decoder.container(keyedBy: CodingKeys.self).decode([StoryStep].self, forKey: .story)
    }
}

/// One step of a story: what was done, how long ago, and what was said. Which fields a verb needs, `Player` says.
struct StoryStep: Decodable {
    /// The verbs of `Cooperation.Step` that people do; `draft` writes the request. What the clock owes, it does itself.
    enum Verb: String, Decodable {
        case draft, submit, revise, withdraw
        case endorse, object, ask, answerQuestion
        case triage, decline, answer, introduce, note
        case reply, plan, pledge, report, close, rate, message
    }

    let step: Verb
    /// Counted back from the day the demonstration is filled in; nobody works on weekends, so those move to Friday.
    let daysAgo: Int?
    /// The same in working days.
    let workingDaysAgo: Int?
    let text: StoryText?
    let whatDidNotWork: StoryText?
    let candidate: Introduction.Candidate?
    let lane: Assessment.Lane?
    let quality: Int?
    let findings: [Assessment.Finding]?
    let side: Reply.Side?
    let stance: Reply.Stance?
    let organisation: OrganisationID?
    let amount: Money?
    let stage: Report.Stage?
    /// Of a partner's help: see `Feedback.bounds`.
    let points: Int?
    let outcome: Closing.Outcome?
    /// The help desk closes it, not the requester.
    let byHelpDesk: Bool?
    let practices: [PracticeID]?
    let resources: [ResourceID]?
    let needsNoFunding: Bool?
    /// A plan's first and last day, counted from the step's own day.
    let startsIn: Int?
    let endsIn: Int?

    /// The day it happens when the demonstration is filled in on `today`.
    func day(before today: CalendarDay) -> CalendarDay {
        var day = today.adding(days: -(daysAgo ?? 0))
        day = StoryStep.workingDay(atOrBefore: day)
        for _ in 0..<(workingDaysAgo ?? 0) { day = StoryStep.workingDay(atOrBefore: day.adding(days: -1)) }
        return day
    }

    private static func workingDay(atOrBefore day: CalendarDay) -> CalendarDay {
        switch day.weekday {
        case .saturday: day.adding(days: -1)
        case .sunday: day.adding(days: -2)
        default: day
        }
    }
}

/// A text as its author wrote it: language to words.
struct StoryText: Decodable {
    let text: LocalizedText

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var text = LocalizedText()
        for (code, words) in try container.decode([String: String].self) {
            guard let language = Language(rawValue: code) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a language: \(code)")
            }
            text.set(words, in: language)
        }
        self.text = text
    }
}
