import Catalogue
public import Cooperation
import Foundation
import Ledger

extension Desk {
    /// Takes a letter in hand: files that it is about to be sent. Once this returned, the letter belongs to the caller, and
    /// nobody sends it again, whatever happens to the caller.
    /// - Parameters:
    ///   - earlier: the record of the attempt before, where there was one.
    ///   - claims: what nobody is sent twice; all in one space.
    /// - Returns: nil where somebody else has it, here or on another server.
    func takeInHand<Record: Posted>(
        _ earlier: Filed<Record>?, or new: Record, claims: [Claim]
    ) async throws(DeskError) -> Filed<Record>? {
        do {
            guard let earlier else { return try await file(new, as: try newID(), claims: claims) }
            var body = earlier.body
            body.attempt += 1
            return try await revise(earlier, body, to: .begun)
        } catch .invalid(let problems)
            where problems.contains(where: { $0.field == claims.first?.space && $0.code == .taken })
        {
            return nil
        } catch .conflict {
            return nil
        }
    }

    /// Files what came of a letter.
    public func finish<Record: Posted>(
        _ record: Filed<Record>, with delivery: Delivery, rules: PostRules = PostRules()
    ) async throws(DeskError) {
        switch delivery {
        case .sent: try await revise(record, to: .sent)
        case .refused(let code): try await revise(record, to: .refused, trouble: code)
        case .uncertain(let code): try await revise(record, to: .uncertain, trouble: code)
        case .postponed(let code), .unreachable(let code):
            let next = now.addingTimeInterval(rules.pause(after: record.body.attempt))
            let isOver = next.timeIntervalSince(record.body.firstTried) > rules.patience
            try await revise(record, to: isOver ? .givenUp : .postponed, next: isOver ? nil : next, trouble: code)
        }
    }

    /// - Parameter body: what it says now, if that changed, too.
    @discardableResult
    func revise<Record: Posted>(
        _ record: Filed<Record>, _ body: Record? = nil, to outcome: Dispatch.Outcome, next: Date? = nil,
        trouble: String = ""
    ) async throws(DeskError) -> Filed<Record> {
        var body = body ?? record.body
        body.outcome = outcome
        body.next = next
        body.trouble = trouble
        return try await file(body, as: record.id, base: record.revision)
    }

    private func file<Record: Posted>(
        _ body: Record, as id: ID<Record>, base: Int = 0, claims: [Claim] = []
    ) async throws(DeskError) -> Filed<Record> {
        try check(body.problems())
        let entries = try await file([Sheet(body, as: id, base: base, by: .clock, claims: claims)])
        return Filed(id: id, revision: base + 1, author: .clock, at: entries.first?.at ?? now, body: body)
    }
}
