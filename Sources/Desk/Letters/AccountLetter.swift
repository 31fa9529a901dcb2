import Catalogue
public import Cooperation
public import Foundation
import Ledger
public import TextAnalysis

/// A letter about an account: a link, or word that something was done. It goes to an address, which need not have an
/// account yet.
public struct AccountLetter: Sendable {
    public var email: String
    public var name: String
    public var language: Language
    public var account: AccountID?
    public var matter: LetterMatter
    /// The identifier of the paper that called for it, and when that was filed.
    public var about: String
    public var at: Date
    /// The token of its link, and until when that opens something; without a token, when what is told takes effect.
    public var token: String?
    public var expires: Date?
    /// What an invitation offers, or which role was given or taken away.
    public var role: Role?
    public var invitation: Invitation?
    /// Who invites.
    public var inviter: String?
    /// The record it is about, what it is called, and what is to be told of it line by line.
    public var record: (key: String, title: LocalizedText, lines: [String])?
    /// The record of the earlier attempt, where there was one.
    public var dispatch: Filed<Dispatch>?
}

extension Desk {
    /// The letters about accounts that are due: those postponed whose time has come, then those called for by papers behind a
    /// place of the ledger and not begun yet. Written from what the papers say now: a link that was used or has run out, or an
    /// invitation that was taken back, is not sent.
    public func accountLettersToSend(
        after sequence: Int64 = 0, limit: Int, rules: PostRules = PostRules()
    ) async throws(DeskError) -> (letters: [AccountLetter], settled: Int64) {
        var letters = try await accountLettersToRepeat(limit, rules)
        var settled = sequence
        let since = now.addingTimeInterval(-rules.oldest)
        while letters.count < limit {
            let papers = try await asking {
                try await catalogue.accountPapers(after: settled, since: since, limit: 200)
            }
            guard !papers.isEmpty else { break }
            let begun = try await asking { try await catalogue.begun(about: papers.map(\.paper.name)) }
            for (place, paper) in papers {
                if letters.count >= limit { return (letters, settled) }
                settled = place
                guard !begun.contains(paper.name), let letter = try await letter(paper) else { continue }
                letters.append(letter)
            }
        }
        return (letters, settled)
    }

    private func accountLettersToRepeat(_ limit: Int, _ rules: PostRules) async throws(DeskError) -> [AccountLetter] {
        var letters: [AccountLetter] = []
        for dispatch in try await asking({
            try await catalogue.dispatchesDue(at: now, limit: limit, aboutAccounts: true)
        }) {
            let paper = try await asking { try await catalogue.accountPaper(dispatch.body.about) }
            guard let paper, var letter = try await letter(paper), now.timeIntervalSince(letter.at) <= rules.oldest
            else {
                try await revise(dispatch, to: .dropped, next: nil, trouble: dispatch.body.trouble)
                continue
            }
            letter.dispatch = dispatch
            letters.append(letter)
        }
        return letters
    }

    private func letter(_ paper: AccountPaper) async throws(DeskError) -> AccountLetter? {
        switch paper {
        case .pass(let pass): try await letter(pass)
        case .tidings(let tidings): try await letter(tidings)
        }
    }

    private func letter(_ pass: Filed<Pass>) async throws(DeskError) -> AccountLetter? {
        let body = pass.body
        guard body.isGood(at: now), !body.email.isEmpty else { return nil }
        var letter = AccountLetter(
            email: body.email, name: body.name, language: body.language, account: body.account,
            matter: .pass(body.purpose), about: pass.id.rawValue, at: pass.at, token: token(of: pass.id),
            expires: body.expires)
        if let id = body.invitation {
            guard let invitation = try await asking({ try await catalogue.paper(id) }), !invitation.body.isWithdrawn
            else {
                return nil
            }
            letter.invitation = invitation.body
            letter.role = invitation.body.role
            if let inviter = invitation.author.account {
                letter.inviter = try await asking { try await catalogue.paper(inviter) }?.body.name
            }
        }
        return letter
    }

    private func letter(_ tidings: Filed<Tidings>) async throws(DeskError) -> AccountLetter? {
        let body = tidings.body
        guard let account = try await asking({ try await catalogue.paper(body.account) }) else { return nil }
        let to = account.body
        var letter = AccountLetter(
            email: body.email ?? to.email, name: to.name, language: to.language, account: account.id,
            matter: .tidings(body.matter), about: tidings.id.rawValue, at: tidings.at, expires: body.effective,
            role: body.role)
        if let key = body.record {
            guard let told = try await self.told(of: key, body.matter) else { return nil }
            letter.record = (key, told.title, told.lines)
        }
        return letter
    }

    /// What a letter says of a record today; nil where there is nothing to say any more.
    private func told(
        of key: String, _ matter: Tidings.Matter
    ) async throws(DeskError) -> (title: LocalizedText, lines: [String])? {
        switch matter {
        case .deadLink:
            let dead = try await asking { try await catalogue.linkStates(of: key) }.values.filter(\.isDead)
            guard !dead.isEmpty, let title = try await foundPapers(of: [key]).first?.title else { return nil }
            return (title, dead.map(\.address).sorted())
        case .practiceBegun:
            guard let id = PracticeDraftID(rawValue: key),
                let draft = try await asking({ try await catalogue.paper(id) }), draft.body.isOpen
            else { return nil }
            return (draft.body.practice.title, [])
        default: return nil
        }
    }

    /// Takes a letter about an account in hand; see `takeInHand`.
    public func begin(_ letter: AccountLetter) async throws(DeskError) -> Filed<Dispatch>? {
        let new = Dispatch(about: letter.about, matter: letter.matter, account: letter.account, firstTried: now)
        return try await takeInHand(letter.dispatch, or: new, claims: [Claim(space: "letter", key: letter.about)])
    }
}
