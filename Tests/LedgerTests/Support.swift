import Foundation
import Ledger
import Synchronization
import Testing

/// An engine the conformance suite runs on.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite

    var testDescription: String { rawValue }

    /// An empty ledger, which is closed and removed when the work is done.
    func withLedger(
        _ options: LedgerOptions = .test(), _ work: (any Ledger) async throws -> Void
    ) async throws {
        switch self {
        case .sqlite:
            try await withFolder { folder in
                let ledger = try SQLiteLedger(folder: folder, options: options)
                try await work(ledger)
                try await ledger.close()
            }
        }
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let time: Mutex<Date>

    init(_ time: Date = Date(timeIntervalSince1970: 1_790_000_000)) {
        self.time = Mutex(time)
    }

    var now: Date { time.withLock { $0 } }

    func move(by seconds: TimeInterval) {
        time.withLock { $0 += seconds }
    }
}

extension LedgerOptions {
    static func test(
        home: String = "global", clock: TestClock = TestClock(), bodyLimit: Int = 1 << 20, blobLimit: Int = 1 << 20
    ) -> LedgerOptions {
        LedgerOptions(
            home: home, kindsWithoutHistory: ["password"], bodyLimit: bodyLimit, blobLimit: blobLimit,
            now: { clock.now })
    }
}

extension Draft {
    /// The first revision of a request, as a focal point would send it.
    static func request(_ paper: String, _ text: String = "{\"title\":\"Mangroves\"}", base: Int = 0) -> Draft {
        Draft(paper: PaperID(paper), kind: "request", author: "bj-focal-point", base: base, body: Data(text.utf8))
    }

    static func password(_ paper: String, _ secret: String, base: Int = 0) -> Draft {
        Draft(paper: PaperID(paper), kind: "password", author: "member-1", base: base, body: Data(secret.utf8))
    }
}

/// A folder of the test's own, removed afterwards.
func withFolder<Result>(_ work: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ledger-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
}
