import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// The letters to keepers that are due: those postponed whose time has come, then those of the next notice behind that
    /// place of the ledger which calls for any. One about a notice to each keeper.
    /// - Returns: the letters, and the place up to which no other notice calls for a first letter.
    public func promptsToSend(
        after place: Int64, rules: PostRules = PostRules()
    ) async throws(DeskError) -> (letters: [PromptLetter], settled: Int64) {
        var letters = try await promptsToRepeat(rules)
        if !letters.isEmpty { return (letters, place) }
        var settled = place
        let since = now.addingTimeInterval(-rules.oldest)
        while true {
            let after = settled
            let batch = try await asking { try await catalogue.notices(after: after, since: since, limit: 100) }
            for (next, notice) in batch {
                let told = try await asking { try await catalogue.prompted(about: notice.id) }
                letters = try await prompts(about: notice).filter { !told.contains($0.recipient.id) }
                if !letters.isEmpty { return (letters, settled) }
                settled = next
            }
            if batch.isEmpty { return ([], settled) }
        }
    }

    /// Takes a letter in hand; see `takeInHand`. Nobody writes to this keeper about this notice again.
    public func begin(_ letter: PromptLetter) async throws(DeskError) -> Filed<Prompt>? {
        let account = letter.recipient.id
        let new = Prompt(notice: letter.notice.id, account: account, firstTried: now)
        let claim = Claim(space: "prompted", key: "\(account.rawValue) \(letter.notice.id.rawValue)")
        return try await takeInHand(letter.prompt, or: new, claims: [claim])
    }

    /// A keeper says by the link of such a letter that her record still holds. The link is good for the term it was sent for:
    /// once somebody has stood up for the record it changes nothing any more.
    /// - Throws: `refused` where she does not keep the record any more.
    public func confirm(
        _ record: Kept, for term: CalendarDay, by account: AccountID
    ) async throws(DeskError) {
        let viewer = try await asking { try await self.viewer(account) }
        let upkeep = try await upkeep(of: record, for: viewer)
        guard try await keeps(record, viewer) else { throw .refused("confirm") }
        guard upkeep.standing.isPublic, upkeep.until == term else { return }
        let claim = Claim(space: "confirmation", key: "\(record.name) \(term)")
        do {
            try await file([
                Sheet(Confirmation(record: record), as: try newID(), by: viewer.author, claims: [claim])
            ])
        } catch .invalid(let problems)
            where problems.contains(where: { $0.field == "confirmation" && $0.code == .taken })
        {
            // Her other click was faster.
        }
    }

    // MARK: What is written

    private func promptsToRepeat(_ rules: PostRules) async throws(DeskError) -> [PromptLetter] {
        var letters: [PromptLetter] = []
        for prompt in try await asking({ try await catalogue.due(Prompt.self, at: now, limit: 200) }) {
            let notice = try await asking { try await catalogue.paper(prompt.body.notice) }
            var due: [PromptLetter] = []
            if let notice { due = try await prompts(about: notice) }
            guard var letter = due.first(where: { $0.recipient.id == prompt.body.account }) else {
                try await revise(prompt, to: .dropped, trouble: prompt.body.trouble)
                continue
            }
            letter.prompt = prompt
            letters.append(letter)
        }
        return letters
    }

    /// All letters a notice calls for, sent or not: none once somebody has stood up for the record or a later notice was
    /// given. Who keeps it today is written to.
    private func prompts(about notice: Filed<UpkeepNotice>) async throws(DeskError) -> [PromptLetter] {
        let record = notice.body.record
        guard let upkeep = try await asking({ try await catalogue.upkeep(of: record) }), upkeep.standing.isPublic,
            upkeep.until == notice.body.until, upkeep.notices.last?.id == notice.id
        else { return [] }
        switch record {
        case .provider(let id): return try await prompts(about: notice, on: id) { $0.title }
        case .practice(let id): return try await prompts(about: notice, on: id) { $0.title }
        case .resource(let id): return try await prompts(about: notice, on: id) { $0.title }
        }
    }

    private func prompts<Body: Paper>(
        about notice: Filed<UpkeepNotice>, on id: ID<Body>, _ title: (Body) -> LocalizedText
    ) async throws(DeskError) -> [PromptLetter] {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { return [] }
        var people = try await asking { try await catalogue.appointed(to: filed.body.institutions) }
        people.formUnion([filed.author.account].compactMap(\.self))
        var letters: [PromptLetter] = []
        for account in try await asking({ try await catalogue.papers(people.sorted()) }) {
            guard keeps(filed, try await asking({ try await viewer(account.id) })) else { continue }
            letters.append(PromptLetter(recipient: account, notice: notice, title: title(filed.body)))
        }
        return letters
    }
}
