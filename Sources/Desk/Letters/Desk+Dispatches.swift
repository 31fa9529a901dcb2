import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// Takes a letter about a request in hand; see `takeInHand`.
    public func begin(_ letter: Letter) async throws(DeskError) -> Filed<Dispatch>? {
        let new = Dispatch(
            request: letter.request, about: letter.about, occasion: letter.occasion, addressee: letter.addressee,
            account: letter.recipient.id, firstTried: now)
        let claim = Claim(space: "letter", key: "\(letter.about) \(letter.recipient.id.rawValue)")
        return try await takeInHand(letter.dispatch, or: new, claims: [claim])
    }

    /// What an administrator sees of the post: letters that did not arrive, or of which nobody knows.
    public func post(for viewer: Viewer, rules: PostRules = PostRules()) async throws(DeskError) -> PostOverview {
        guard viewer.may(.seeHealth) else { throw viewer.isSignedIn ? .refused("seeHealth") : .signInFirst }
        return try await asking {
            let begun = try await catalogue.dispatches([.begun], limit: 100).items
            let lost = begun.filter { now.timeIntervalSince($0.at) > rules.attemptTakesAtMost }
            let failed = try await catalogue.dispatches([.refused, .uncertain, .givenUp], limit: 100)
            let news = try await catalogue.counts(of: Bulletin.self)
            return PostOverview(
                waiting: try await catalogue.dispatches([.postponed], limit: 100).items,
                failed: (failed.items + lost).sorted { $0.at > $1.at }, sent: try await sent(),
                news: news, prompts: try await catalogue.counts(of: Prompt.self))
        }
    }

    private func sent() async throws -> Int { try await catalogue.dispatches([.sent], limit: 1).total }
}

/// How the post stands. Lists hold the newest hundred.
public struct PostOverview: Sendable {
    /// Postponed; they will be tried again.
    public var waiting: [Filed<Dispatch>]
    /// Refused, given up, or begun by a program that died: nobody is told of these things unless by other means.
    public var failed: [Filed<Dispatch>]
    /// How many letters have been sent in all.
    public var sent: Int
    /// Letters about news, by what came of them.
    public var news: [Dispatch.Outcome: Int]
    /// Letters to keepers about terms that end, by what came of them.
    public var prompts: [Dispatch.Outcome: Int]
}
