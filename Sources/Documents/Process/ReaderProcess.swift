import CSandbox
import Foundation
import Glibc
import Synchronization

/// The parent's side of one reading.
struct ReaderProcess {
    let worker: DocumentReader.Worker
    let limits: ReadingLimits

    func read(
        _ file: URL, name: String, progress: @escaping @Sendable (DocumentReader.Progress) -> Void
    ) async throws -> SourceDocument {
        let isCancelled = Flag()
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                let thread = Thread {
                    continuation.resume(
                        with: Result { try run(file, name, progress: progress, isCancelled: { isCancelled.isSet }) })
                }
                thread.name = "document-reader"
                thread.start()
            }
        } onCancel: {
            isCancelled.set()
        }
    }

    private func run(
        _ file: URL, _ name: String, progress: (DocumentReader.Progress) -> Void, isCancelled: () -> Bool
    ) throws -> SourceDocument {
        try Self.checkSize(of: file, limits)
        let folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let order = WorkerOrder(file: file.path, name: name, folder: folder.path, limits: limits)
        let argument = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
        let process = ChildProcess(
            executable: worker.executable.path, arguments: worker.arguments + [argument], folder: folder.path,
            outputLimit: limits.text * 8 + 1_000_000)
        var replies = ReplyLines()
        let seconds = limits.recognisedPages > 0 ? limits.recognitionSeconds : limits.seconds
        let (end, megabytes) = process.run(until: .now + .seconds(seconds + 5), isCancelled: isCancelled) { bytes in
            replies.append(bytes, progress: progress)
        }
        switch (replies.last, end) {
        case (_, .cancelled): throw CancellationError()
        case (.document(let document), .exited(0)): return document
        case (.refusal(let refusal), .exited(0)): throw refusal
        default: throw Self.refusal(end, megabytes, limits, seconds)
        }
    }

    /// The name of a reason for an end without an answer.
    private static func refusal(
        _ end: ChildProcess.End, _ megabytes: Int, _ limits: ReadingLimits, _ seconds: Int
    ) -> DocumentRefusal {
        switch end {
        case .timedOut: .tookTooLong(seconds: seconds)
        case .signalled(SIGXCPU): .tookTooLong(seconds: limits.processorSeconds)
        case .wroteTooMuch: .tooMuchText(limit: limits.text)
        case .signalled where megabytes * 2 > limits.megabytes: .tookTooMuchMemory(megabytes: limits.megabytes)
        case .exited, .signalled, .cannotStart, .cancelled: .readerFailed
        }
    }

    private static func checkSize(of file: URL, _ limits: ReadingLimits) throws {
        var info = stat()
        guard stat(file.path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw DocumentRefusal.notADocument }
        guard info.st_size > 0 else { throw DocumentRefusal.empty }
        guard info.st_size <= limits.fileSize else {
            throw DocumentRefusal.tooLarge(bytes: info.st_size, limit: limits.fileSize)
        }
    }
}

/// Set once, read from any thread.
final class Flag: Sendable {
    private let value = Atomic(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}

/// Puts the lines of the child together again.
private struct ReplyLines {
    private var rest = Data()
    /// The last reply that is no progress.
    private(set) var last: WorkerReply?

    mutating func append(_ bytes: UnsafeRawBufferPointer, progress: (DocumentReader.Progress) -> Void) {
        rest.append(contentsOf: bytes)
        while let end = rest.firstIndex(of: 10) {
            let reply = try? JSONDecoder().decode(WorkerReply.self, from: rest[..<end])
            rest = Data(rest[rest.index(after: end)...])
            switch reply {
            case .progress(let value): progress(value)
            case .document, .refusal: last = reply
            case nil: break
            }
        }
    }
}
