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

    /// Takes a letter in hand: files that it is about to be sent. Nobody writes to this keeper about this notice again.
    /// - Returns: nil where somebody else has it, here or on another server.
    public func begin(_ letter: PromptLetter) async throws(DeskError) -> Filed<Prompt>? {
        do {
            if let earlier = letter.prompt {
                var body = earlier.body
                body.outcome = .begun
                body.attempt += 1
                body.next = nil
                body.trouble = ""
                return try await file(body, as: earlier.id, base: earlier.revision)
            }
            let account = letter.recipient.id
            let claim = Claim(space: "prompted", key: "\(account.rawValue) \(letter.notice.id.rawValue)")
            let body = Prompt(notice: letter.notice.id, account: account, firstTried: now)
            return try await file(body, as: try newID(), claims: [claim])
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "prompted" && $0.code == .taken }) {
            return nil
        } catch .conflict {
            return nil
        }
    }

    /// Files what came of it.
    public func finish(
        _ prompt: Filed<Prompt>, with delivery: Delivery, rules: PostRules = PostRules()
    ) async throws(DeskError) {
        switch delivery {
        case .sent: try await revise(prompt, to: .sent)
        case .refused(let code): try await revise(prompt, to: .refused, trouble: code)
        case .uncertain(let code): try await revise(prompt, to: .uncertain, trouble: code)
        case .postponed(let code), .unreachable(let code):
            let next = now.addingTimeInterval(rules.pause(after: prompt.body.attempt))
            let isOver = next.timeIntervalSince(prompt.body.firstTried) > rules.patience
            try await revise(prompt, to: isOver ? .givenUp : .postponed, next: isOver ? nil : next, trouble: code)
        }
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
        for prompt in try await asking({ try await catalogue.promptsDue(at: now, limit: 200) }) {
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

    private func revise(
        _ prompt: Filed<Prompt>, to outcome: Dispatch.Outcome, next: Date? = nil, trouble: String = ""
    ) async throws(DeskError) {
        var body = prompt.body
        body.outcome = outcome
        body.next = next
        body.trouble = trouble
        _ = try await file(body, as: prompt.id, base: prompt.revision)
    }

    private func file(
        _ body: Prompt, as id: PromptID, base: Int = 0, claims: [Claim] = []
    ) async throws(DeskError) -> Filed<Prompt> {
        try check(body.problems())
        let entries = try await file([Sheet(body, as: id, base: base, by: .clock, claims: claims)])
        return Filed(id: id, revision: base + 1, author: .clock, at: entries.first?.at ?? now, body: body)
    }
}
