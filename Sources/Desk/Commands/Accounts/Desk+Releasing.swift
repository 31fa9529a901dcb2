import Catalogue
public import Cooperation
import Foundation

extension Desk {
    /// An administrator lets somebody in without the second factor she has lost: after `Release.delay`, of which she is told
    /// at once. The office on the machine itself, which could write anything anyway, need not wait.
    /// - Parameter proof: how it was made sure that it is she who asks; it stands in the ledger.
    /// - Throws: `refused` for oneself: a stolen session must not open its own door.
    public func release(
        _ account: AccountID, proof: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try demand(.releaseFactors, of: viewer)
        guard viewer.account != account else { throw .refused(Deed.releaseFactors.rawValue) }
        guard try await asking({ try await catalogue.paper(account) }) != nil else { throw .notFound }
        guard let factor = try await asking({ try await catalogue.factor(of: account) }), factor.body.isOn else {
            throw .notFound
        }
        if try await openRelease(of: account) != nil {
            try await checkNew(formKey)
            return
        }
        let effective = viewer == .office ? now : now.addingTimeInterval(Release.delay)
        let release = Release(account: account, factor: factor.id, proof: proof, effective: effective)
        try check(release.problems())
        let tidings = Tidings(account: account, matter: .factorRelease, effective: effective)
        try await file(
            [
                Sheet(release, as: try newID(), by: viewer.author),
                Sheet(tidings, as: try newID(), by: viewer.author),
            ], once: formKey)
    }

    /// Takes it back before it takes effect.
    public func stopRelease(
        of account: AccountID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try demand(.releaseFactors, of: viewer)
        guard let release = try await openRelease(of: account) else { return try await checkNew(formKey) }
        try await file(try stopping(release, by: viewer.author), once: formKey)
    }

    /// One of the factor she has now that was neither stopped nor used.
    func openRelease(of account: AccountID) async throws(DeskError) -> Filed<Release>? {
        try await asking {
            guard let release = try await catalogue.release(of: account), release.body.ending == nil,
                try await catalogue.factor(of: account)?.id == release.body.factor
            else { return nil }
            return release
        }
    }

    /// The sheets by which it ends since the factor is still there.
    func stopping(_ release: Filed<Release>, by author: Author) throws(DeskError) -> [Sheet] {
        [
            try ended(release, .stopped, by: author),
            try Sheet(
                Tidings(account: release.body.account, matter: .factorReleaseStopped), as: try newID(), by: author),
        ]
    }

    /// Turns the factor off where its release has taken effect, as part of signing in.
    /// - Returns: no sheets where there is nothing to do.
    func released(_ factor: Filed<Factor>) async throws(DeskError) -> [Sheet] {
        let account = factor.body.account
        guard let release = try await openRelease(of: account), release.body.effective <= now else { return [] }
        return [
            try ended(factor, by: .account(account)), try ended(release, .used, by: .account(account)),
            try Sheet(Tidings(account: account, matter: .factorOff), as: try newID(), by: .account(account)),
        ]
    }

    private func ended(
        _ release: Filed<Release>, _ ending: Release.Ending, by author: Author
    ) throws(DeskError) -> Sheet {
        var body = release.body
        body.ending = ending
        return try Sheet(body, as: release.id, base: release.revision, by: author)
    }
}
