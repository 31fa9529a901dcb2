internal import CSandbox
public import Foundation
internal import Glibc
internal import Synchronization

/// Another program, run beside a test.
///
/// Not Foundation's `Process`: where a process has more than about a thousand files open, as a run of all tests at once has,
/// the thread on which it listens for the ends of its children sometimes copies beyond its memory (Swift 6.2 on Linux), and
/// everything ends by signal 11.
public final class ChildProgram: Sendable {
    public enum End: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
    }

    private struct State {
        var end: End?
        var waiting: [CheckedContinuation<End, Never>] = []
    }

    public let identifier: Int32
    private let state = Mutex(State())
    private let ended = DispatchGroup()

    /// Starts it. What is nil is `/dev/null` to it; nothing else of ours is open in it.
    ///
    /// - Throws: `POSIXError` where it cannot be started.
    public init(
        _ executable: URL, _ arguments: [String] = [], input: FileHandle? = nil, output: FileHandle? = nil,
        errors: FileHandle? = nil
    ) throws {
        let handles = [input, output, errors]
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for (number, handle) in zip(Int32(0)..., handles) {
            if let handle {
                posix_spawn_file_actions_adddup2(&files, handle.fileDescriptor, number)
            } else {
                posix_spawn_file_actions_addopen(&files, number, "/dev/null", O_RDWR, 0)
            }
        }
        bb_close_others(&files)
        var words = ([executable.path] + arguments).map { strdup($0) } + [nil]
        var environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (words + environment).forEach { free($0) } }
        var started: pid_t = 0
        let error = posix_spawn(&started, executable.path, &files, nil, &words, &environment)
        withExtendedLifetime(handles) {}
        guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EINVAL) }
        identifier = started
        ended.enter()
        Thread.detachNewThread { [self] in reap() }
    }

    /// Does nothing once it has ended: its number may be another's by then.
    public func signal(_ number: Int32) {
        state.withLock { if $0.end == nil { kill(identifier, number) } }
    }

    public func end() async -> End {
        await withCheckedContinuation { continuation in
            let end = state.withLock { state in
                if state.end == nil { state.waiting.append(continuation) }
                return state.end
            }
            if let end { continuation.resume(returning: end) }
        }
    }

    /// Blocks this thread.
    @discardableResult public func waitUntilEnd() -> End? {
        ended.wait()
        return state.withLock { $0.end }
    }

    private func reap() {
        var information = siginfo_t()
        while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        let (end, waiting) = state.withLock { state in
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            let signal = bb_signalled(status)
            let end = signal == 0 ? End.exited(bb_exited(status)) : .signalled(signal)
            let waiting = state.waiting
            state = State(end: end)
            return (end, waiting)
        }
        ended.leave()
        for continuation in waiting { continuation.resume(returning: end) }
    }
}
