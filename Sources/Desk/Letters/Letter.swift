public import Cooperation
public import Foundation

/// A letter to be written: to whom, why, and what its words need to know. The words are the post room's.
public struct Letter: Sendable {
    public var recipient: Filed<Account>
    public var addressee: Addressee
    public var occasion: Occasion
    /// The identifier of the paper that called for it, and when that was filed.
    public var about: String
    public var at: Date
    public var request: RequestID
    /// Nil where the request is confidential: a letter passes through many hands.
    public var title: LocalizedText?
    /// The name of the institution that asks; nil where the request is confidential.
    public var institution: LocalizedText?
    /// What an answer hands out from the library, with its titles; empty where the request is confidential.
    public var handedOut: [(record: Introduction.Candidate, title: LocalizedText)] = []
    /// Where the request stands now.
    public var state: State
    public var expectation: Expectation
    public var isLate: Bool
    /// The turn of the request (see `Dossier.turn`): what a link of this letter allows is allowed at this turn only.
    public var turn: Int
    /// The record of the earlier attempt, where there was one.
    public var dispatch: Filed<Dispatch>?
}

/// The same by another name, for modules in which a letter is something else.
public typealias PostedLetter = Letter

/// What became of a letter that was handed to the mail server.
public enum Delivery: Hashable, Sendable {
    case sent
    /// Not taken for a passing reason that is this letter's own.
    case postponed(String)
    /// Not taken for good, for this address.
    case refused(String)
    /// The connection broke between the letter's end and the server's yes.
    case uncertain(String)
    /// The server cannot be spoken to at all: no letter would be taken.
    case unreachable(String)
}

/// How long and how often a letter is tried. Times in seconds.
public struct PostRules: Sendable {
    /// A paper older than this calls for no letter any more, so that a node that was restored does not mail the past.
    public var oldest: TimeInterval
    /// A letter that was postponed so long is given up.
    public var patience: TimeInterval
    /// The pauses after the first, second, … attempt; the last is repeated.
    public var pauses: [TimeInterval]
    /// A dispatch begun longer ago belongs to a program that died.
    public var attemptTakesAtMost: TimeInterval

    public init(
        oldest: TimeInterval = 14 * 86_400, patience: TimeInterval = 5 * 86_400,
        pauses: [TimeInterval] = [60, 300, 900, 3600, 10_800, 21_600, 43_200],
        attemptTakesAtMost: TimeInterval = 900
    ) {
        self.oldest = oldest
        self.patience = patience
        self.pauses = pauses
        self.attemptTakesAtMost = attemptTakesAtMost
    }

    func pause(after attempt: Int) -> TimeInterval {
        pauses.isEmpty ? 3600 : pauses[min(max(attempt, 1), pauses.count) - 1]
    }
}
