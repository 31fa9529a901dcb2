import Dispatch

/// Work that would hold a thread for long, on threads of its own.
enum Background {
    private static let queue = DispatchQueue(label: "biobridge.exchange", qos: .utility, attributes: .concurrent)

    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
