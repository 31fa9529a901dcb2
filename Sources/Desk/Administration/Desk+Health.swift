import Catalogue
public import Cooperation
public import Foundation
import Ledger
import Matching
import Synchronization

/// How the house stands.
public struct HouseHealth: Sendable {
    /// The ledger's last entry: its place, and its digest in hexadecimal.
    public var last: Int64
    public var digest: String
    /// The last entry of the ledger that the catalogue has read.
    public var catalogued: Int64
    public var papers: [PaperKind: Int]
    /// Records in the match index.
    public var indexed: Int
    public var check: LedgerCheck
}

/// What is known of the last time the whole chain was recomputed.
public enum LedgerCheck: Sendable {
    case never
    case running(since: Date)
    /// Whether it is as it was written, and in a line for those who mend it, in English.
    case done(isClean: Bool, summary: String, at: Date)
    case failed(code: String, at: Date)
}

/// Recomputes the ledger's chain in the background, one run at a time, and remembers what came of it.
final class LedgerChecker: Sendable {
    private let state = Mutex<LedgerCheck>(.never)

    var check: LedgerCheck { state.withLock { $0 } }

    /// Nothing where a run is going on.
    func start(_ ledger: any Ledger, now: @escaping @Sendable () -> Date) {
        let isFree = state.withLock { state in
            if case .running = state { return false }
            state = .running(since: now())
            return true
        }
        guard isFree else { return }
        Task {
            let result: LedgerCheck
            do {
                let found = try await ledger.verify()
                result = .done(isClean: found.isClean, summary: found.summary, at: now())
            } catch {
                result = .failed(code: (error as? LedgerError)?.code ?? "desk.unexpected", at: now())
            }
            state.withLock { $0 = result }
        }
    }
}

/// What the clock will owe, and how the followers stand.
public struct Jobs: Sendable {
    /// Requests that the clock will act on, what it will do and on which day, soonest first; today, where it is owed already.
    public var duties: [(request: RequestID, duty: Duty, day: CalendarDay)]
    /// How many entries of the ledger the catalogue has not read yet.
    public var behind: Int64
    public var indexed: Int
    /// Links and sessions to be emptied.
    public var toSweep: Int
}

extension Desk {
    public func health(for viewer: Viewer) async throws(DeskError) -> HouseHealth {
        try demand(.seeHealth, of: viewer)
        return try await asking {
            let head = try await ledger.head()
            return HouseHealth(
                last: head.sequence, digest: head.digest.hexadecimal, catalogued: try await catalogue.cursor(),
                papers: try await catalogue.counts(), indexed: index.count, check: checker.check)
        }
    }

    /// Begins to recompute the whole chain; `health` tells how it went. Takes seconds for a million entries.
    public func checkLedger(by viewer: Viewer) throws(DeskError) {
        try demand(.seeHealth, of: viewer)
        checker.start(ledger, now: surroundings.now)
    }

    /// What the clock owes within so many days, and what is behind.
    public func jobs(for viewer: Viewer, days: Int = 14) async throws(DeskError) -> Jobs {
        try demand(.seeHealth, of: viewer)
        let moment = today.adding(days: max(0, days) + 1).start
        return try await asking {
            var duties: [(request: RequestID, duty: Duty, day: CalendarDay)] = []
            for request in try await catalogue.requestsOwedByTheClock(at: moment) {
                guard let dossier = try await catalogue.dossier(request) else { continue }
                var told: Set<Duty> = []
                for day in (0...max(0, days)).map(today.adding(days:)) {
                    for duty in dossier.duties(at: day.adding(days: 1).start.addingTimeInterval(-1))
                    where told.insert(duty).inserted {
                        duties.append((request, duty, day))
                    }
                }
            }
            duties.sort { ($0.day, $0.request.rawValue) < ($1.day, $1.request.rawValue) }
            let month = now.addingTimeInterval(-30 * 86_400)
            return Jobs(
                duties: duties, behind: try await ledger.head().sequence - (try await catalogue.cursor()),
                indexed: index.count, toSweep: try await catalogue.spent(before: month, limit: 1000).count)
        }
    }
}
