public import Foundation

/// All papers about one request, and what they add up to.
public struct Dossier: Sendable {
    /// The newest revision. Only its author works on it: others see `sent`.
    public var request: Filed<Request>
    /// What the newest submission sent; nil while nothing was, or where the reader has put no other than the newest.
    public var sent: Filed<Request>?
    /// When the first revision was written.
    public var begun: Date
    /// How long the focal point of its country has.
    public var rule: NonObjectionRule
    // Each list in the order of the ledger.
    public var submissions: [Filed<Submission>] = []
    public var positions: [Filed<Position>] = []
    public var assessments: [Filed<Assessment>] = []
    public var answers: [Filed<Answer>] = []
    public var introductions: [Filed<Introduction>] = []
    public var replies: [Filed<Reply>] = []
    public var plans: [Filed<Plan>] = []
    public var pledges: [Filed<Pledge>] = []
    public var reports: [Filed<Report>] = []
    public var messages: [Filed<Message>] = []
    public var reminders: [Filed<Reminder>] = []
    public var closings: [Filed<Closing>] = []
    public var charges: [Filed<Charge>] = []
    public var holds: [Filed<Hold>] = []
    /// When each wait began, where that is not when its newest revision was filed.
    public var holdsBegun: [HoldID: Date] = [:]
    public var tasks: [Filed<DeskTask>] = []
    public var nudges: [Filed<Nudge>] = []
    public var feedback: [Filed<Feedback>] = []
    public var referrals: [Filed<Referral>] = []

    /// Who wrote requests that were merged into this one.
    public var authorsOfMerged: Set<AccountID> = []

    public init(request: Filed<Request>, begun: Date, rule: NonObjectionRule? = nil) {
        self.request = request
        self.begun = begun
        self.rule = rule ?? .standard(request.body.country)
    }

    public var id: RequestID { request.id }

    /// The request as everybody but its author may see it: what was sent, not what is being written.
    public var asSent: Filed<Request> { sent ?? request }

    /// How many turns it has taken: the papers that move it. Whoever takes a step from what she saw takes it at this turn; the
    /// ledger lets only one have it.
    public var turn: Int {
        submissions.count + positions.count + assessments.count + answers.count + introductions.count + plans.count
            + closings.count
    }

    /// The representative's replies to one introduction; the newest of each side counts.
    public func reply(to introduction: IntroductionID, by side: Reply.Side) -> Filed<Reply>? {
        replies.last { $0.body.introduction == introduction && $0.body.side == side }
    }

    /// What an introduction has come to.
    public func fate(of introduction: Filed<Introduction>) -> IntroductionFate {
        let requester = reply(to: introduction.id, by: .requester)?.body.stance
        // Nobody speaks for a record of the library: it is used or not.
        let candidate: Reply.Stance? =
            introduction.body.candidate.isOfLibrary ? .accepts : reply(to: introduction.id, by: .candidate)?.body.stance
        if requester == .declines || candidate == .declines { return .declined }
        if requester == .accepts && candidate == .accepts { return .accepted }
        return .open(awaitingRequester: requester == nil, awaitingCandidate: candidate == nil)
    }
}

/// What has become of an introduction.
public enum IntroductionFate: Hashable, Sendable {
    case open(awaitingRequester: Bool, awaitingCandidate: Bool)
    case accepted, declined
}
