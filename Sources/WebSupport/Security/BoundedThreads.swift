import HTTPTypes
import NIOPosix
import Synchronization

/// A few threads for work that would block, with a bound on what may wait for them.
final class BoundedThreads: Sendable {
    private let pool: NIOThreadPool
    private let most: Int
    private let accepted = Mutex(0)

    init(threads: Int, waiting: Int) {
        pool = NIOThreadPool(numberOfThreads: max(1, threads))
        most = max(1, threads) + max(0, waiting)
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    /// Runs `work` on one of the threads. Throws `busy` when too much is waiting already.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isAccepted = accepted.withLock { count in
            if count >= most { return false }
            count += 1
            return true
        }
        guard isAccepted else { throw WebProblem(.busy, headers: [.retryAfter: "2"]) }
        defer { accepted.withLock { $0 -= 1 } }
        return try await pool.runIfActive(work)
    }
}
