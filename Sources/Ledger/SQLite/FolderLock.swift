import Foundation
import Synchronization

/// Keeps other processes from writing a ledger: an exclusive `flock` on `ledger.lock`, which names its holder.
///
/// The system frees the lock when its process ends, however it ends, so a file that is left over is no obstacle.
final class FolderLock: Sendable {
    private let descriptor: Mutex<Int32?>

    init(folder: URL, now: Date) throws(LedgerError) {
        let path = folder.appendingPathComponent("ledger.lock").path
        let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .storage("\(path): \(String(cString: strerror(errno)))") }
        guard Self.lock(opened) else {
            let reason = errno
            let holder = Self.holder(path)
            Foundation.close(opened)
            guard reason == EWOULDBLOCK else { throw .storage("\(path): \(String(cString: strerror(reason)))") }
            throw .heldByAnotherProcess(pid: holder.pid, since: holder.since)
        }
        let text = "\(ProcessInfo.processInfo.processIdentifier) \(now.ISO8601Format())\n"
        let isWritten =
            ftruncate(opened, 0) == 0
            && text.withCString { pwrite(opened, $0, strlen($0), 0) } == text.utf8.count
        guard isWritten else {
            let reason = String(cString: strerror(errno))
            Foundation.close(opened)
            throw .storage("\(path): \(reason)")
        }
        descriptor = Mutex(opened)
    }

    /// A process that was killed a moment ago may still be ending: it gets half a second.
    private static func lock(_ descriptor: Int32) -> Bool {
        for _ in 0..<25 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            guard errno == EWOULDBLOCK else { return false }
            usleep(20_000)
        }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    deinit { release() }

    func release() {
        descriptor.withLock { descriptor in
            if let descriptor { Foundation.close(descriptor) }
            descriptor = nil
        }
    }

    private static func holder(_ path: String) -> (pid: Int32?, since: Date?) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return (nil, nil) }
        let parts = text.split(whereSeparator: \.isWhitespace)
        return (
            parts.first.flatMap { Int32($0) },
            parts.dropFirst().first.flatMap { try? Date(String($0), strategy: .iso8601) }
        )
    }
}
