public import Catalogue
public import Cooperation
public import Foundation
import Ledger

extension Desk {
    /// What the papers about a kept record add up to, for who may read it.
    public func upkeep(of record: Kept, for viewer: Viewer) async throws(DeskError) -> Upkeep {
        guard let upkeep = try await asking({ try await catalogue.upkeep(of: record) }) else { throw .notFound }
        guard upkeep.standing.isPublic else {
            guard try await keeps(record, viewer) || viewer.may(.review) else { throw .notFound }
            return upkeep
        }
        return upkeep
    }

    /// What waits for a reviewer, the longest waiting first.
    public func waitingForReview(
        _ kind: PaperKind, for viewer: Viewer, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<Upkeep> {
        guard viewer.may(.review) else { throw viewer.isSignedIn ? .refused("review") : .signInFirst }
        return try await asking {
            try await catalogue.kept(kind, [.awaitingReview], limit: limit, offset: offset)
        }
    }

    /// Decides on a record by the published criteria. Nobody reviews what she keeps herself.
    /// - Throws: `conflict` where the record was revised since the reviewer read it, `illegal` where it is not waiting.
    public func review(_ review: Review, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        guard viewer.may(.review) else { throw viewer.isSignedIn ? .refused("review") : .signInFirst }
        let upkeep = try await upkeep(of: review.record, for: viewer)
        guard try await !keeps(review.record, viewer) || viewer == .office else { throw .refused("reviewOwn") }
        guard upkeep.revision == review.revision else { throw .conflict(current: upkeep.revision) }
        try check(review.problems())
        let turn = Claim(space: "review", key: "\(review.record.name) \(upkeep.revision) \(upkeep.reviews.count)")
        try await file([Sheet(review, as: try newID(), by: viewer.author, claims: [turn])], once: formKey)
    }

    /// Its keeper says that a record still holds: it is good for another term, also when its term was over.
    public func confirm(_ record: Kept, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let upkeep = try await upkeep(of: record, for: viewer)
        guard try await keeps(record, viewer) else { throw viewer.isSignedIn ? .refused("confirm") : .signInFirst }
        guard upkeep.standing.isPublic else { throw .refused("confirmBeforeReview") }
        let sheet = try Sheet(Confirmation(record: record), as: try newID(), by: viewer.author)
        try await file([sheet], once: formKey)
    }

    /// Tells keepers by that moment that their records' terms end or have ended. Each notice is filed once, however often and
    /// from however many servers this is called.
    @discardableResult
    public func doUpkeep(at moment: Date) async throws(DeskError) -> [UpkeepNotice] {
        let day = CalendarDay(moment)
        var filed: [UpkeepNotice] = []
        while true {
            let due = try await asking { try await catalogue.recordsToNotice(on: day, limit: 200) }
            let notices = due.compactMap { $0.notice(on: day) }
            let before = filed.count
            if try await giveAll(notices) {
                filed += notices
            } else {
                for notice in notices where try await give(notice) { filed.append(notice) }
            }
            // What another server filed at this very moment is seen by the next round.
            if filed.count == before || due.count < 200 { return filed }
        }
    }

    /// All in one commit; false if one of them was given already, and then none.
    private func giveAll(_ notices: [UpkeepNotice]) async throws(DeskError) -> Bool {
        if notices.isEmpty { return true }
        var sheets: [Sheet] = []
        for notice in notices { sheets.append(try sheet(of: notice)) }
        do {
            try await file(sheets)
            return true
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "upkeep" && $0.code == .taken }) {
            return false
        }
    }

    private func sheet(of notice: UpkeepNotice) throws(DeskError) -> Sheet {
        let key = "\(notice.record.name) \(notice.until) \(notice.step.rawValue)"
        return try Sheet(notice, as: try newID(), by: .clock, claims: [Claim(space: "upkeep", key: key)])
    }

    /// False if it was given already.
    private func give(_ notice: UpkeepNotice) async throws(DeskError) -> Bool {
        do {
            try await file([sheet(of: notice)])
            return true
        } catch .invalid(let problems) where problems.contains(where: { $0.field == "upkeep" && $0.code == .taken }) {
            return false
        }
    }

    /// Those of these practices or resources that nobody has confirmed since their terms ended.
    public func stale<Body: PublicPaper>(_ records: [ID<Body>]) async throws(DeskError) -> Set<ID<Body>> {
        let kept = records.compactMap { Kept(name: $0.rawValue) }
        let standings = try await asking { try await catalogue.standings(of: kept) }
        return Set(records.filter { id in Kept(name: id.rawValue).map { standings[$0] == .lapsed } ?? false })
    }

    /// Whether this person keeps the record.
    public func keeps(_ record: Kept, _ viewer: Viewer) async throws(DeskError) -> Bool {
        switch record {
        case .provider(let id): try await keeps(id, viewer)
        case .practice(let id): try await keeps(id, viewer)
        case .resource(let id): try await keeps(id, viewer)
        }
    }

    private func keeps<Body: Paper>(_ id: ID<Body>, _ viewer: Viewer) async throws(DeskError) -> Bool {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        return keeps(filed, viewer)
    }
}
