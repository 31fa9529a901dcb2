public import Catalogue
import Cooperation
public import Desk
public import Foundation
public import Ledger
import Synchronization

/// A whole house on a real ledger and a real catalogue in a folder of its own, with a clock that tests move.
public final class Stage: Sendable {
    public let folder: URL
    public let clock: MovableClock
    public let ledger: SQLiteLedger
    public let catalogue: Catalogue
    public let desk: Desk

    /// Opens the house in a new folder, or again in one that was left.
    public init(
        folder: URL? = nil, on day: String = "2026-03-02", miner: DocumentMiner = LineMiner.miner,
        atOnce: Int = 64 << 20
    ) async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString)")
        self.folder = folder ?? home
        let clock = try MovableClock(day)
        self.clock = clock
        let secret = Set(PaperKind.secret.map(\.rawValue))
        let options = LedgerOptions(
            home: "stage", kindsWithoutHistory: secret, blobLimit: Desk.largestFile, now: { clock.now })
        ledger = try SQLiteLedger(folder: self.folder, options: options)
        catalogue = try Catalogue(folder: self.folder, head: try await ledger.head(), node: "stage", atOnce: atOnce)
        // Argon2 belongs to the web's tests; here a password is stored as it is, marked.
        let surroundings = Surroundings(
            now: { clock.now }, hash: { "stored:" + $0 },
            verify: { password, stored in stored == "stored:" + password },
            files: self.folder.appending(path: "files"))
        desk = Desk(ledger: ledger, catalogue: catalogue, surroundings: surroundings, miner: miner)
        try await desk.catchUp()
    }

    /// Closes properly, as a server that is asked to stop.
    public func close() async throws {
        try catalogue.close()
        try await ledger.close()
    }

    /// Whatever a test did: the numbers that the catalogue keeps are those that counting gives.
    public func strike() async throws {
        let wrong = try? await catalogue.wrongTotals()
        try? await close()
        try FileManager.default.removeItem(at: folder)
        if let wrong, !wrong.isEmpty { throw StageError.wrongTotals(wrong) }
    }
}

/// A clock that stands until it is moved.
public final class MovableClock: Sendable {
    private let moment: Mutex<Date>

    /// Nine in the morning in Greenwich on that day.
    public init(_ day: String) throws { moment = Mutex(try Self.morning(day)) }

    public var now: Date { moment.withLock { $0 } }

    public func move(to day: String) throws {
        let morning = try Self.morning(day)
        moment.withLock { $0 = morning }
    }

    public func wait(days: Int) { wait(hours: days * 24) }

    public func wait(hours: Int) { moment.withLock { $0 = $0.addingTimeInterval(Double(hours) * 3600) } }

    public func move(seconds: Int) { moment.withLock { $0 = $0.addingTimeInterval(Double(seconds)) } }

    private static func morning(_ day: String) throws -> Date {
        guard let day = CalendarDay(day) else { throw StageError.notADay(day) }
        return day.start.addingTimeInterval(9 * 3600)
    }
}

public enum StageError: Error { case notADay(String), noSuch(String), wrongTotals([String]) }
