import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// Takes a letter in hand: files that it is about to be sent. Once this returned, the letter belongs to the caller, and
    /// nobody sends it again, whatever happens to the caller.
    /// - Returns: nil where somebody else has it, here or on another server.
    public func begin(_ letter: Letter) async throws(DeskError) -> Filed<Dispatch>? {
        try await begin(
            Dispatch(
                request: letter.request, about: letter.about, occasion: letter.occasion, addressee: letter.addressee,
                account: letter.recipient.id, firstTried: now),
            earlier: letter.dispatch, key: "\(letter.about) \(letter.recipient.id.rawValue)")
    }

    /// - Parameter key: of the claim: what nobody is sent twice.
    func begin(
        _ new: Dispatch, earlier: Filed<Dispatch>?, key: String
    ) async throws(DeskError) -> Filed<Dispatch>? {
        do {
            if let earlier {
                var body = earlier.body
                body.outcome = .begun
                body.attempt += 1
                body.next = nil
                body.trouble = ""
                return try await file(body, as: earlier.id, base: earlier.revision)
            }
            return try await file(new, as: try newID(), claims: [Claim(space: "letter", key: key)])
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "letter" && $0.code == .taken }) {
            return nil
        } catch .conflict {
            return nil
        }
    }

    /// Files what came of it.
    public func finish(
        _ dispatch: Filed<Dispatch>, with delivery: Delivery, rules: PostRules = PostRules()
    ) async throws(DeskError) {
        switch delivery {
        case .sent: try await revise(dispatch, to: .sent, next: nil, trouble: "")
        case .refused(let code): try await revise(dispatch, to: .refused, next: nil, trouble: code)
        case .uncertain(let code): try await revise(dispatch, to: .uncertain, next: nil, trouble: code)
        case .postponed(let code), .unreachable(let code):
            let next = now.addingTimeInterval(rules.pause(after: dispatch.body.attempt))
            if next.timeIntervalSince(dispatch.body.firstTried) > rules.patience {
                try await revise(dispatch, to: .givenUp, next: nil, trouble: code)
            } else {
                try await revise(dispatch, to: .postponed, next: next, trouble: code)
            }
        }
    }

    /// What an administrator sees of the post: letters that did not arrive, or of which nobody knows.
    public func post(for viewer: Viewer, rules: PostRules = PostRules()) async throws(DeskError) -> PostOverview {
        guard viewer.may(.seeHealth) else { throw viewer.isSignedIn ? .refused("seeHealth") : .signInFirst }
        return try await asking {
            let begun = try await catalogue.dispatches([.begun], limit: 100).items
            let lost = begun.filter { now.timeIntervalSince($0.at) > rules.attemptTakesAtMost }
            let failed = try await catalogue.dispatches([.refused, .uncertain, .givenUp], limit: 100)
            let news = try await catalogue.bulletinCounts()
            return PostOverview(
                waiting: try await catalogue.dispatches([.postponed], limit: 100).items,
                failed: (failed.items + lost).sorted { $0.at > $1.at }, sent: try await sent(),
                news: news, prompts: try await catalogue.promptCounts())
        }
    }

    private func sent() async throws -> Int { try await catalogue.dispatches([.sent], limit: 1).total }

    func revise(
        _ dispatch: Filed<Dispatch>, to outcome: Dispatch.Outcome, next: Date?, trouble: String
    ) async throws(DeskError) {
        var body = dispatch.body
        body.outcome = outcome
        body.next = next
        body.trouble = trouble
        _ = try await file(body, as: dispatch.id, base: dispatch.revision)
    }

    private func file(
        _ body: Dispatch, as id: DispatchID, base: Int = 0, claims: [Claim] = []
    ) async throws(DeskError) -> Filed<Dispatch> {
        try check(body.problems())
        let entries = try await file([Sheet(body, as: id, base: base, by: .clock, claims: claims)])
        return Filed(id: id, revision: base + 1, author: .clock, at: entries.first?.at ?? now, body: body)
    }
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
