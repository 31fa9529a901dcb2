internal import NIOPosix

/// Work of tens of milliseconds and more that a page asks for (workbooks, long texts): on threads of its own, away from
/// those that answer requests.
enum BackgroundWork {
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
        return pool
    }()

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await threads.runIfActive(work)
    }
}
