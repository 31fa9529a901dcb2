internal import Cooperation
internal import Exchange
internal import Foundation
internal import Synchronization
internal import WebSupport

/// Files that were looked at and wait for a yes. They are kept in memory alone, for an hour and no more than a few: what is not
/// taken in leaves no trace.
final class PendingFiles<Content: Sendable>: Sendable {
    private struct Pending: Sendable {
        let content: Content
        let account: AccountID
        let at: Date
    }

    private let files = Mutex<[String: Pending]>([:])

    /// - Returns: the name under which it can be had again, by the same person.
    func keep(_ content: Content, for account: AccountID, at now: Date) -> String {
        let name = Token.random().text
        files.withLock { files in
            files = files.filter { now.timeIntervalSince($0.value.at) < PendingLimits.lifetime }
            while files.count >= PendingLimits.most, let oldest = files.min(by: { $0.value.at < $1.value.at }) {
                files[oldest.key] = nil
            }
            files[name] = Pending(content: content, account: account, at: now)
        }
        return name
    }

    func find(_ name: String, of account: AccountID?, at now: Date) -> Content? {
        files.withLock { files in
            guard let found = files[name], found.account == account,
                now.timeIntervalSince(found.at) < PendingLimits.lifetime
            else { return nil }
            return found.content
        }
    }

    func forget(_ name: String) { files.withLock { $0[name] = nil } }
}

private enum PendingLimits {
    /// Of one kind at once.
    static let most = 8
    /// In seconds.
    static let lifetime = 3600.0
}

/// A list that waits to be taken in.
struct PendingImport: Sendable {
    let data: Data
    let options: Import.Options
    let report: ImportReport
}
