internal import Cooperation
internal import Exchange
internal import Foundation
internal import Synchronization
internal import WebSupport

/// Files that were looked at and wait for a yes. They are kept in memory alone, for an hour and no more than a few: what is not
/// taken in leaves no trace.
final class PendingImports: Sendable {
    struct Pending: Sendable {
        let data: Data
        let options: Import.Options
        let report: ImportReport
        let account: AccountID
        let at: Date
    }

    private static let most = 8
    private static let lifetime = 3600.0

    private let files = Mutex<[String: Pending]>([:])

    /// - Returns: the name under which it can be had again, by the same person.
    func keep(_ pending: Pending) -> String {
        let name = Token.random().text
        files.withLock { files in
            files = files.filter { pending.at.timeIntervalSince($0.value.at) < Self.lifetime }
            while files.count >= Self.most, let oldest = files.min(by: { $0.value.at < $1.value.at }) {
                files[oldest.key] = nil
            }
            files[name] = pending
        }
        return name
    }

    func find(_ name: String, of account: AccountID?, at now: Date) -> Pending? {
        files.withLock { files in
            guard let found = files[name], found.account == account,
                now.timeIntervalSince(found.at) < Self.lifetime
            else { return nil }
            return found
        }
    }

    func forget(_ name: String) { files.withLock { $0[name] = nil } }
}
