import Foundation
public import Ledger

/// A catalogue that was sound when it was opened can be found damaged later: a page is looked at when it is first needed.
extension Catalogue {
    /// A page of the file was found to be other than it was sealed. It was not used: who needed it got an error.
    public var isDamaged: Bool { file.isBroken }

    /// Looks at every page in the background. False where the catalogue is damaged.
    public func checkPages() async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .background).async { [file] in continuation.resume(returning: file.check()) }
        }
    }

    /// Makes a damaged catalogue anew, in the place of the damaged one. Until it is done, what lies on whole pages is still
    /// answered.
    public func heal(from ledger: any Ledger) async throws {
        _ = try await buildAnew(from: ledger)
    }
}
