import Foundation
import Ledger
import Testing

/// A bad disk: bits flip, files end early. It is noticed, or it hit bytes that mean nothing; it is never served.
@Suite("A damaged file")
struct DamageTests {
    /// How often; the goal (T2) is 1,000. Set `LEDGER_DAMAGE_ROUNDS` for more.
    static let rounds = ProcessInfo.processInfo.environment["LEDGER_DAMAGE_ROUNDS"].flatMap { Int($0) } ?? 150

    @Test(
        "is refused or reported, and nothing false is read from it", arguments: ["ledger.sqlite", "ledger.sqlite-wal"])
    func isNoticed(name: String) async throws {
        try await withFolder { place in
            let original = place.appendingPathComponent("original")
            let truth = try await make(original, keepsLog: name.hasSuffix("-wal"))
            let bytes = try Data(contentsOf: original.appendingPathComponent(name))
            var randomness = SplitMix(state: 20_260_101)
            var outcomes: [Outcome: Int] = [:]
            for round in 0..<Self.rounds / 2 {
                let folder = place.appendingPathComponent("\(round)")
                try FileManager.default.copyItem(at: original, to: folder)
                let damaged = damage(bytes, &randomness)
                try damaged.write(to: folder.appendingPathComponent(name))
                let outcome = try await outcome(folder, truth)
                outcomes[outcome, default: 0] += 1
                // A log that is cut is a whole log of a moment before; in all else, what is lost is noticed.
                let isCutLog = name.hasSuffix("-wal") && damaged.count < bytes.count
                #expect(outcome != .unnoticed && (outcome != .shorter || isCutLog), "round \(round)")
                try FileManager.default.removeItem(at: folder)
            }
            #expect(outcomes[.refused, default: 0] > Self.rounds / 20, "\(outcomes)")
        }
    }

    @Test("A broken log is given up on request only, and kept")
    func salvages() async throws {
        try await withFolder { place in
            let folder = place.appendingPathComponent("original")
            let truth = try await make(folder, keepsLog: true)
            let log = folder.appendingPathComponent("ledger.sqlite-wal")
            var bytes = try Data(contentsOf: log)
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: log)

            #expect(throws: LedgerError.self) { try SQLiteLedger(folder: folder, options: .test()) }
            let reader = try SQLiteLedger(folder: folder, options: .test(), access: .reading)
            #expect(try await reader.verify().damage.count == 1)
            try await reader.close()

            let ledger = try SQLiteLedger(folder: folder, options: .test(), access: .salvaging)
            let entries = try await ledger.entries(after: 0, limit: 1000)
            #expect(entries.count > 10 && entries.count < truth.entries.count)
            #expect(try await ledger.verify().isClean)
            try await ledger.commit([.request("request-new")])
            try await ledger.close()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.contains { $0.hasPrefix("ledger.sqlite-wal.broken-") })
        }
    }

    private enum Outcome {
        case refused, reported
        /// All is there: the damage hit bytes that mean nothing, or the log's last transaction, which may be half written
        /// after any crash.
        case harmless
        /// A whole ledger, as it was a little earlier.
        case shorter
        case unnoticed
    }

    private struct Truth {
        var entries: [Entry]
        var blob: BlobID
        var claims: [Claim: PaperID]
    }

    private func make(_ folder: URL, keepsLog: Bool) async throws -> Truth {
        let work = keepsLog ? folder.appendingPathExtension("open") : folder
        let ledger = try SQLiteLedger(folder: work, options: .test())
        var claims: [Claim: PaperID] = [:]
        for number in 1...60 {
            let claim = Claim(space: "form", key: "\(number)")
            let text = String(repeating: "{\"number\":\(number)}", count: number * 3)
            let entries = try await ledger.commit([.request("request-\(number)", text)], claiming: [claim])
            claims[claim] = entries.first?.paper
            let base = number <= 7 ? 0 : (number - 1) / 7
            try await ledger.commit([.password("password-\(number % 7)", text, base: base)])
        }
        try await ledger.redact(PaperID("request-5"), author: "administrator", reason: "asked")
        let blob = try await ledger.store(Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 * 7) }))
        try await ledger.commit([.request("request-last")])
        let truth = Truth(entries: try await ledger.entries(after: 0, limit: 1000), blob: blob, claims: claims)
        if keepsLog {
            try FileManager.default.copyItem(at: work, to: folder)
            #expect(try Data(contentsOf: folder.appendingPathComponent("ledger.sqlite-wal")).count > 4096)
        }
        try await ledger.close()
        return truth
    }

    private func damage(_ bytes: Data, _ randomness: inout SplitMix) -> Data {
        var bytes = bytes
        if Int.random(in: 0..<4, using: &randomness) == 0 {
            return bytes.prefix(Int.random(in: 0..<bytes.count, using: &randomness))
        }
        bytes[Int.random(in: 0..<bytes.count, using: &randomness)] ^= 1 << UInt8.random(in: 0..<8, using: &randomness)
        return bytes
    }

    private func outcome(_ folder: URL, _ truth: Truth) async throws -> Outcome {
        let ledger: SQLiteLedger
        do {
            ledger = try SQLiteLedger(folder: folder, options: .test())
        } catch {
            return .refused
        }
        let served = try? await ledger.entries(after: 0, limit: 1000)
        for entry in served ?? [] where truth.entries[Int(entry.sequence) - 1] != entry { return .unnoticed }
        let verification = try await ledger.verify()
        guard verification.isClean else {
            try? await ledger.close()
            return .reported
        }
        // Clean: then all is as it was, or, where the log was cut, as it was a little earlier.
        let entries = try await ledger.entries(after: 0, limit: 1000)
        let blob = try await ledger.blob(truth.blob)
        var claims: [Claim: PaperID] = [:]
        for claim in truth.claims.keys { claims[claim] = try await ledger.holder(of: claim) }
        try await ledger.close()
        if entries == truth.entries, blob != nil, claims == truth.claims { return .harmless }
        if entries.count == truth.entries.count - 1, entries.elementsEqual(truth.entries.dropLast()) {
            return .harmless
        }
        return truth.entries.starts(with: entries) { $0.digest == $1.digest } ? .shorter : .unnoticed
    }
}

/// A small generator with a seed (Steele, Lea and Flood, 2014), so that a failure can be had again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
