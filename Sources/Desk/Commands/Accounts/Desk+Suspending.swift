import Catalogue
public import Cooperation
import Foundation

extension Desk {
    /// Shuts an account: it is signed out everywhere, nobody signs in with it, and it has no roles until it is returned.
    public func suspend(
        _ account: AccountID, because reason: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try await setSuspension(of: account, reason, isLifted: false, by: viewer, formKey)
    }

    /// Gives it back as it was.
    public func giveBack(
        _ account: AccountID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try await setSuspension(of: account, nil, isLifted: true, by: viewer, formKey)
    }

    private func setSuspension(
        of account: AccountID, _ reason: String?, isLifted: Bool, by viewer: Viewer, _ formKey: String?
    ) async throws(DeskError) {
        guard viewer.may(.suspendAccounts) else {
            throw viewer.isSignedIn ? .refused(Deed.suspendAccounts.rawValue) : .signInFirst
        }
        guard let id = Suspension.id(of: account), try await asking({ try await catalogue.paper(account) }) != nil
        else {
            throw .notFound
        }
        let known = try await asking { try await catalogue.paper(id) }
        let isSuspended = known.map { !$0.body.isLifted } ?? false
        guard isSuspended == isLifted else { return }
        let body = Suspension(account: account, reason: reason ?? known?.body.reason ?? "", isLifted: isLifted)
        try check(body.problems())
        if !isLifted { try await keepAnAdministrator(without: account) }
        let tidings = Tidings(account: account, matter: isLifted ? .returned : .suspended)
        var sheets = [
            try Sheet(body, as: id, base: known?.revision ?? 0, by: viewer.author),
            try Sheet(tidings, as: try newID(), by: viewer.author),
        ]
        if !isLifted { sheets += try await endings(of: account) }
        try await file(sheets, once: formKey)
    }
}
