import Synchronization

/// Tells everybody who listens where the ledger ends.
final class HeadNotices: Sendable {
    private struct State {
        var head: Head
        var listeners: [Int: AsyncStream<Head>.Continuation] = [:]
        var nextListener = 0
        var isClosed = false
    }

    private let state: Mutex<State>

    init(head: Head) {
        state = Mutex(State(head: head))
    }

    func publish(_ head: Head) {
        state.withLock { state in
            state.head = head
            for listener in state.listeners.values { listener.yield(head) }
        }
    }

    func listen() -> AsyncStream<Head> {
        let (stream, listener) = AsyncStream.makeStream(of: Head.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            listener.yield(state.head)
            guard !state.isClosed else { return nil }
            state.nextListener += 1
            state.listeners[state.nextListener] = listener
            return state.nextListener
        }
        guard let number else {
            listener.finish()
            return stream
        }
        listener.onTermination = { [weak self] _ in
            _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
        }
        return stream
    }

    func close() {
        let listeners = state.withLock { state in
            state.isClosed = true
            defer { state.listeners = [:] }
            return state.listeners
        }
        for listener in listeners.values { listener.finish() }
    }
}
