internal import CSodium
public import Foundation
import HTTPTypes
import Synchronization

/// Where large files of forms are put down while they arrive: a folder of this program alone.
///
/// A file in it is removed when nobody holds its `SpooledFile` any more, however the request ended. What a killed process
/// left is removed by ``empty()``.
public final class FileSpool: Sendable {
    private let folder: URL
    private let most: Int
    private let held = Mutex(0)
    private let threads = BoundedThreads(threads: 2, waiting: 64)

    /// - Parameters:
    ///   - folder: on a disk with room; made when the first file comes, readable by its owner alone.
    ///   - most: files held at once; further ones are refused as `busy`.
    public init(folder: URL, most: Int = 32) {
        self.folder = folder
        self.most = most
    }

    /// Removes whatever is in the folder. Only while nothing arrives.
    public func empty() { try? FileManager.default.removeItem(at: folder) }

    func begin() async throws -> SpooledFile {
        let isTaken = held.withLock { count in
            if count >= most { return false }
            count += 1
            return true
        }
        guard isTaken else { throw WebProblem(.busy, headers: [.retryAfter: "20"]) }
        do {
            return try await threads.run { [folder] in
                try FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                return try SpooledFile(at: folder.appending(path: UUID().uuidString), in: self)
            }
        } catch {
            release()
            throw error
        }
    }

    func append(_ bytes: [UInt8], to file: SpooledFile) async throws {
        try await threads.run { try file.append(bytes) }
    }

    fileprivate func release() { held.withLock { $0 -= 1 } }
}

/// A file of a form, on disk until this object goes.
public final class SpooledFile: Sendable, Equatable {
    private struct State {
        var bytes = 0
        var hash = crypto_hash_sha256_state()
    }

    /// Whoever wants to keep it reads it from here while holding this object.
    public let url: URL
    private let descriptor: Int32
    private let spool: FileSpool
    private let state: Mutex<State>

    fileprivate init(at url: URL, in spool: FileSpool) throws {
        self.url = url
        self.spool = spool
        var first = State()
        crypto_hash_sha256_init(&first.hash)
        state = Mutex(first)
        descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WebProblem(.unexpected) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(url.path)
        spool.release()
    }

    public var bytes: Int { state.withLock(\.bytes) }

    /// SHA-256 of what has come so far: 32 bytes, computed as they came.
    public var digest: [UInt8] {
        var hash = state.withLock(\.hash)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&hash, &digest)
        return digest
    }

    /// Throws `busy` where the disk takes no more.
    fileprivate func append(_ bytes: [UInt8]) throws {
        try state.withLock { state in
            try bytes.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw WebProblem(.busy, headers: [.retryAfter: "600"]) }
                    rest = rest.dropFirst(count)
                }
            }
            crypto_hash_sha256_update(&state.hash, bytes, UInt64(bytes.count))
            state.bytes += bytes.count
        }
    }

    public static func == (left: SpooledFile, right: SpooledFile) -> Bool { left === right }
}
