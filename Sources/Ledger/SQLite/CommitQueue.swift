import Foundation
import GRDB
import Synchronization

/// Group commit: what is asked while the disk is busy is written next, together, with one sync for all.
///
/// Each job runs in a savepoint of its own, so that one that is refused leaves no trace and does not hurt the others.
final class CommitQueue: Sendable {
    struct Job: Sendable {
        /// What it adds to the transaction, roughly, in bytes.
        let size: Int
        let work: @Sendable (Database, inout Position) throws -> [Entry]
        let finish: @Sendable (Result<[Entry], LedgerError>) -> Void
    }

    /// Where the next entry goes.
    struct Position: Sendable, Equatable {
        var head: Head
        /// The last entry's time.
        var milliseconds: Int64
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    private static let mostJobs = 512
    private static let mostBytes = 32 << 20

    private let pool: DatabasePool
    private let state = Mutex(State())
    private let position: Mutex<Position>
    private let committed: @Sendable (Head) -> Void

    init(pool: DatabasePool, position: Position, committed: @escaping @Sendable (Head) -> Void) {
        self.pool = pool
        self.position = Mutex(position)
        self.committed = committed
    }

    /// Returns when the job is on disk or refused. A cancelled task waits like any other: its job is not taken back.
    func run(
        size: Int, _ work: @escaping @Sendable (Database, inout Position) throws -> [Entry]
    ) async throws(LedgerError) -> [Entry] {
        let result = await withCheckedContinuation { continuation in
            add(Job(size: size, work: work) { continuation.resume(returning: $0) })
        }
        return try result.get()
    }

    /// Takes no more jobs; those waiting are still done.
    func close() {
        state.withLock { $0.isClosed = true }
    }

    private func add(_ job: Job) {
        let next: (isRefused: Bool, starts: Bool) = state.withLock { state in
            guard !state.isClosed else { return (true, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (false, !state.isRunning)
        }
        if next.isRefused { job.finish(.failure(.closed)) }
        if next.starts { pool.asyncWriteWithoutTransaction { self.drain($0) } }
    }

    private func drain(_ database: Database) {
        while let batch = nextBatch() {
            for (job, result) in zip(batch, write(batch, database)) { job.finish(result) }
        }
    }

    private func nextBatch() -> ArraySlice<Job>? {
        state.withLock { state in
            var bytes = 0
            let count =
                state.waiting.prefix(Self.mostJobs).firstIndex { job in
                    defer { bytes += job.size }
                    return bytes > Self.mostBytes
                } ?? min(state.waiting.count, Self.mostJobs)
            guard count > 0 else {
                state.isRunning = false
                return nil
            }
            defer { state.waiting.removeFirst(count) }
            return state.waiting.prefix(count)
        }
    }

    private func write(_ batch: ArraySlice<Job>, _ database: Database) -> [Result<[Entry], LedgerError>] {
        let start = position.withLock { $0 }
        var end = start
        var results: [Result<[Entry], LedgerError>] = []
        do {
            try database.inTransaction(.immediate) {
                for job in batch { results.append(try write(job, at: &end, database)) }
                if end.head != start.head { try Self.write(end.head, database) }
                return .commit
            }
        } catch {
            return batch.map { _ in .failure(LedgerError(error)) }
        }
        position.withLock { $0 = end }
        if end.head != start.head { committed(end.head) }
        return results
    }

    private func write(
        _ job: Job, at position: inout Position, _ database: Database
    ) throws -> Result<[Entry], LedgerError> {
        var next = position
        var entries: [Entry] = []
        do {
            try database.inSavepoint {
                entries = try job.work(database, &next)
                return .commit
            }
        } catch {
            // A full or failing disk may have undone the whole transaction, the others' jobs too.
            guard database.isInsideTransaction else { throw error }
            return .failure(LedgerError(error))
        }
        position = next
        return .success(entries)
    }

    private static func write(_ head: Head, _ database: Database) throws {
        try database.cachedStatement(sql: "UPDATE head SET sequence = ?, digest = ?")
            .execute(arguments: [head.sequence, head.digest.bytes])
    }
}
