import Catalogue
public import Cooperation
import Foundation
import Ledger
import TextAnalysis
import Vocabulary

extension Desk {
    /// Asks somebody to take on a role, by a letter with a link. Whether the address has an account is not told.
    @discardableResult
    public func invite(
        _ invitation: Invitation, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> InvitationID {
        var invitation = invitation
        invitation.email = EmailAddress.normalised(invitation.email)
        try check(invitation.problems())
        let id: InvitationID = try newID()
        try await permit(invitation, id, by: viewer)
        try await file(
            [try Sheet(invitation, as: id, by: viewer.author), try invitationPass(invitation, id, by: viewer.author)],
            once: formKey)
        return id
    }

    /// Sends the letter once more, with a new link; the earlier link stays good until it runs out.
    public func inviteAgain(_ id: InvitationID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError)
    {
        let filed = try await openInvitation(id, by: viewer)
        try await file([try invitationPass(filed.body, id, by: viewer.author)], once: formKey)
    }

    /// Takes an invitation back: its links open nothing any more.
    public func withdraw(_ id: InvitationID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let filed = try await openInvitation(id, by: viewer)
        var body = filed.body
        body.isWithdrawn = true
        try await file([Sheet(body, as: id, base: filed.revision, by: viewer.author)], once: formKey)
    }

    /// Takes on what the link of a letter offers. Who has no account yet chooses a password and gets one; who has, must be
    /// signed in with it. The appointment is made in the name of who invited, if she may still do so.
    /// - Returns: the account that has the role now.
    @discardableResult
    public func accept(
        token: String, as viewer: Viewer, name: String, password: String, browser: Browser, once formKey: String? = nil
    ) async throws(DeskError) -> AccountID {
        let pass = try await pass(token, for: .invitation)
        guard let id = pass.body.invitation, let filed = try await asking({ try await catalogue.paper(id) }),
            !filed.body.isWithdrawn
        else { throw .passSpent }
        try await checkStillMeant(filed)
        let known = try await asking { try await catalogue.account(email: pass.body.email) }
        if let known, known.id != viewer.account { throw .signInFirst }
        let account: AccountID
        var sheets: [Sheet]
        if let known {
            account = known.id
            sheets = []
        } else {
            let new = Account(name: name.trimmingBlanks, email: pass.body.email, language: filed.body.language)
            try check(new.problems() + PasswordRule.problems(password, known: [new.name, new.email]))
            account = try newID()
            sheets = try await self.sheets(of: new, as: account, password: password, by: .account(account))
            sheets.append(try session(of: account, browser))
        }
        let accepted = Claim(space: "invitation", key: id.rawValue)
        var appointment = filed.body.appointment(of: account, by: id)
        if appointment.organisation == nil, let engagement = filed.body.engagement {
            // The institution that was asked is here from now on; who accepted keeps its entry.
            let new: OrganisationID = try newID()
            let organisation = Organisation(
                name: LocalizedText(engagement.institution, in: filed.body.language),
                type: engagement.type ?? .nonGovernmental, country: engagement.country)
            try check(organisation.problems())
            sheets.append(try Sheet(organisation, as: new, by: .account(account)))
            appointment.organisation = new
        }
        sheets.append(try Sheet(appointment, as: try newID(), by: filed.author, claims: [accepted]))
        if let inviter = filed.author.account {
            let tidings = Tidings(account: inviter, matter: .invitationAccepted, role: filed.body.role)
            sheets.append(try Sheet(tidings, as: try newID(), by: .account(account)))
        }
        sheets.append(try used(pass))
        do { try await file(sheets, once: formKey) } catch .invalid(let problems)
            where problems.first?.field == "invitation"
        {
            throw .passSpent
        }
        return account
    }

    private func checkStillMeant(_ invitation: Filed<Invitation>) async throws(DeskError) {
        guard let inviter = invitation.author.account else { return }
        let viewer = try await asking { try await self.viewer(inviter) }
        do {
            try await permit(invitation.body, invitation.id, by: viewer)
        } catch {
            throw .passSpent
        }
    }

    private func openInvitation(_ id: InvitationID, by viewer: Viewer) async throws(DeskError) -> Filed<Invitation> {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        try await permit(filed.body, id, by: viewer)
        let isAccepted = try await asking {
            try await ledger.holder(of: Claim(space: "invitation", key: id.rawValue)) != nil
        }
        if filed.body.isWithdrawn || isAccepted { throw .invalid([Problem(field: "invitation", code: .taken)]) }
        return filed
    }

    /// Who may give the role may invite to it; to the roster, who looks for members.
    private func permit(
        _ invitation: Invitation, _ id: InvitationID, by viewer: Viewer
    ) async throws(DeskError) {
        guard invitation.engagement == nil else {
            guard viewer.may(.engage) else {
                throw viewer.isSignedIn ? .refused(Deed.engage.rawValue) : .signInFirst
            }
            return
        }
        guard let nobody = AccountID(own: "nobody") else { throw .unavailable("desk.identifier") }
        try await permit(invitation.appointment(of: nobody, by: id), by: viewer)
    }

    private func invitationPass(
        _ invitation: Invitation, _ id: InvitationID, by author: Author
    ) throws(DeskError) -> Sheet {
        let (passID, pass) = try newPass(
            .invitation, invitation: id, email: invitation.email, name: invitation.name, language: invitation.language)
        return try Sheet(pass, as: passID, by: author)
    }
}
