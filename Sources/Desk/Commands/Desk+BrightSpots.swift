import Catalogue
public import Cooperation
import Ledger

extension Desk {
    /// Shows a practice to everybody first, for a while.
    @discardableResult
    public func choose(
        _ spot: BrightSpot, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> BrightSpotID {
        try mayChoose(viewer)
        _ = try await record(spot.practice)
        try check(spot.problems())
        let id: BrightSpotID = try newID()
        try await file([Sheet(spot, as: id, by: viewer.author)], once: formKey)
        return id
    }

    /// Ends it before its day: it was shown up to yesterday. Any editor may, and the history says who.
    public func end(_ id: BrightSpotID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        try mayChoose(viewer)
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        guard filed.body.isShown(on: today) || filed.body.from > today else { return }
        var body = filed.body
        body.until = max(today.adding(days: -1), body.from.adding(days: -1))
        try await file([Sheet(body, as: id, base: filed.revision, by: viewer.author)], once: formKey)
    }

    /// Those shown today, the latest begun first.
    public func brightSpots(limit: Int = 3) async throws(DeskError) -> [(
        spot: Filed<BrightSpot>, practice: Filed<Practice>
    )] {
        let day = today
        return try await withPractices(
            try await asking { try await catalogue.brightSpots(on: day, limit: limit) }.items)
    }

    /// All that are or were shown, the latest begun first.
    public func allBrightSpots(
        limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> (spots: [(spot: Filed<BrightSpot>, practice: Filed<Practice>)], total: Int) {
        let page = try await asking { try await catalogue.brightSpots(limit: limit, offset: offset) }
        return (try await withPractices(page.items), page.total)
    }

    public func brightSpots(of practice: PracticeID) async throws(DeskError) -> [Filed<BrightSpot>] {
        try await asking { try await catalogue.brightSpots(of: practice) }
    }

    private func withPractices(
        _ spots: [Filed<BrightSpot>]
    ) async throws(DeskError) -> [(spot: Filed<BrightSpot>, practice: Filed<Practice>)] {
        let found = try await records(Array(Set(spots.map(\.body.practice))).sorted())
        let practices = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        return spots.compactMap { spot in practices[spot.body.practice].map { (spot, $0) } }
    }

    private func mayChoose(_ viewer: Viewer) throws(DeskError) {
        guard viewer.may(.chooseBrightSpots) else {
            throw viewer.isSignedIn ? .refused("chooseBrightSpots") : .signInFirst
        }
    }
}
