public import Foundation

/// Reads documents that strangers sent: in a child process of its own, with limits of time and memory, so that whatever a
/// file does to its parser, it does not do it to the server.
public struct DocumentReader: Sendable {
    /// The program that is run as the child: this very program with a hidden command, which calls `DocumentWorker.run`.
    public struct Worker: Hashable, Sendable {
        public var executable: URL
        public var arguments: [String]

        public init(executable: URL, arguments: [String] = ["read-document"]) {
            self.executable = executable
            self.arguments = arguments
        }

        /// The program that asks.
        public static var thisProgram: Worker {
            Worker(executable: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath())
        }
    }

    /// How far it is, for who waits. Total is 0 while it is not known.
    public struct Progress: Codable, Hashable, Sendable {
        public var pagesRead: Int
        public var pages: Int

        public init(pagesRead: Int, pages: Int) {
            self.pagesRead = pagesRead
            self.pages = pages
        }
    }

    public let worker: Worker
    public let limits: ReadingLimits

    public init(worker: Worker = .thisProgram, limits: ReadingLimits = .standard) {
        self.worker = worker
        self.limits = limits
    }

    /// Reads a file. The bytes decide on the format; the name decides only between plain text, CSV and the like.
    ///
    /// Throws `DocumentRefusal`, or `CancellationError` where the task was cancelled: then the child is killed. Holds a
    /// thread of its own while it waits, never one of the cooperative pool.
    public func read(
        _ file: URL, named name: String, progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> SourceDocument {
        try await ReaderProcess(worker: worker, limits: limits).read(file, name: name, progress: progress)
    }
}
