public import Catalogue
public import Cooperation
import Foundation
import Vocabulary

/// The help desk's cases, cut by what an officer looks for.
public enum QueuePart: String, CaseIterable, Sendable {
    case mine, unassigned, late, today, week, waiting, all
    /// Handed over to the global help desk by centres.
    case referred
}

/// One part of the queue, and how much is in each.
public struct CaseQueue: Sendable {
    public var part: QueuePart
    public var cards: Page<DossierCard>
    public var counts: [QueuePart: Int]
    /// The names of the officers who have cases.
    public var officers: [AccountID: String]
}

extension Desk {
    /// The help desk's cases of one part, the first due on top.
    public func caseQueue(
        _ part: QueuePart, for viewer: Viewer, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> CaseQueue {
        guard viewer.may(.seeQueue) else { throw viewer.isSignedIn ? .refused("seeQueue") : .signInFirst }
        let cards = try await requests(queueFilter(part, viewer), for: viewer, limit: limit, offset: offset)
        let filters = QueuePart.allCases.map { queueFilter($0, viewer) }
        let counts = try await asking { try await catalogue.counts(filters, for: viewer, at: now) }
        return CaseQueue(
            part: part, cards: cards, counts: Dictionary(uniqueKeysWithValues: zip(QueuePart.allCases, counts)),
            officers: try await names(of: Set(cards.items.compactMap(\.officer)), for: viewer))
    }

    /// The countries of this person's help desk; empty for the global one, which has all.
    func deskCountries(_ viewer: Viewer) -> Set<CountryCode> {
        let seats = viewer.grants.filter { $0.role == .helpDesk }
        return seats.contains { $0.hub == nil } ? [] : Set(seats.flatMap(\.hubCountries))
    }

    static let withTheDesk: Set<State> = [.endorsed, .passedBySilence, .triaged]
    static let withOthers: Set<State> = [
        .answered, .introduced, .matched, .planned, .funded, .underWay, .reported,
    ]

    private func queueFilter(_ part: QueuePart, _ viewer: Viewer) -> RequestFilter {
        let all = Desk.withTheDesk.union(Desk.withOthers)
        var filter = RequestFilter(states: all, countries: deskCountries(viewer), order: .due)
        // What a centre has handed over is not its work any more.
        if !viewer.sitsAtGlobalDesk { filter.isReferred = false }
        let moment = now
        switch part {
        case .all: break
        case .referred: filter.isReferred = true
        case .mine: filter.officer = viewer.account
        case .unassigned: filter.isUnassigned = true
        case .late: filter.due = .distantPast..<moment
        case .today:
            filter.states = Desk.withTheDesk
            filter.isHeld = false
            filter.due = moment..<today.endEverywhere.addingTimeInterval(1)
        case .week:
            filter.states = Desk.withTheDesk
            filter.isHeld = false
            filter.due = moment..<today.adding(days: 7).endEverywhere.addingTimeInterval(1)
        case .waiting: filter.isWaiting = true
        }
        return filter
    }
}
