import Catalogue
public import Cooperation
public import Foundation
import Ledger

extension Desk {
    /// Invites an institution to the roster, to fill a gap: by the same letter and link as every invitation. Nobody is asked
    /// twice for the same gap while she has not answered.
    @discardableResult
    public func engage(
        _ invitation: Invitation, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> InvitationID {
        guard viewer.may(.engage) else { throw viewer.isSignedIn ? .refused(Deed.engage.rawValue) : .signInFirst }
        var invitation = invitation
        invitation.email = EmailAddress.normalised(invitation.email)
        try check(invitation.problems())
        guard let engagement = invitation.engagement else {
            throw .invalid([Problem(field: "engagement", code: .missing)])
        }
        let moment = now
        let isAsked = try await asking { try await catalogue.prospects() }.contains { other in
            other.invitation.body.email == invitation.email && other.engagement.region == engagement.region
                && other.engagement.subject == engagement.subject && other.standing(at: moment) == .waiting
        }
        if isAsked { throw .invalid([Problem(field: "email", code: .taken)]) }
        let id: InvitationID = try newID()
        let (passID, pass) = try newInvitationPass(invitation, id)
        let step = Outreach(invitation: id, event: .sent, pass: passID)
        try await file(
            [
                try Sheet(invitation, as: id, by: viewer.author), try Sheet(pass, as: passID, by: viewer.author),
                try Sheet(step, as: try newID(), by: viewer.author),
            ], once: formKey)
        return id
    }

    /// Asks once more, with a new link, who has not answered.
    public func remind(_ id: InvitationID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let prospect = try await prospect(id, for: viewer)
        guard [.waiting, .undelivered, .noAnswer].contains(prospect.standing(at: now)) else {
            throw .invalid([Problem(field: "invitation", code: .taken)])
        }
        try await file(try remindingSheets(prospect, by: viewer.author), once: formKey)
    }

    /// Who was asked says no, by the link of the letter; the reason is the help desk's to read.
    public func decline(
        token: String, because reason: LocalizedText, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let pass = try await pass(token, for: .invitation)
        guard let id = pass.body.invitation, let filed = try await asking({ try await catalogue.paper(id) }),
            filed.body.engagement != nil, !filed.body.isWithdrawn
        else { throw .passSpent }
        let step = Outreach(invitation: id, event: .declined, reason: reason)
        try check(step.problems())
        // Who has no account signs nothing: the house writes down what came by her link.
        var sheets = [try Sheet(step, as: try newID(), by: viewer.author), try used(pass)]
        if let inviter = filed.author.account {
            let tidings = Tidings(account: inviter, matter: .invitationDeclined, role: filed.body.role)
            sheets.append(try Sheet(tidings, as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
    }

    /// Asks once more, after two weeks, those who have not answered. Each is asked so once, from however many servers.
    @discardableResult
    public func doOutreach(at moment: Date) async throws(DeskError) -> [InvitationID] {
        var asked: [InvitationID] = []
        for prospect in try await asking({ try await catalogue.prospects() }) where prospect.isReminderDue(at: moment) {
            let claim = Claim(space: "duty", key: "\(prospect.invitation.id.rawValue) outreach")
            do {
                try await file(try remindingSheets(prospect, by: .clock, claims: [claim]))
                asked.append(prospect.invitation.id)
            } catch .invalid(let problems) where problems.contains(where: { $0.field == "duty" }) {
                continue
            }
        }
        return asked
    }

    private func remindingSheets(
        _ prospect: Prospect, by author: Author, claims: [Claim] = []
    ) throws(DeskError) -> [Sheet] {
        let id = prospect.invitation.id
        let (passID, pass) = try newInvitationPass(prospect.invitation.body, id)
        let step = Outreach(invitation: id, event: .reminded, pass: passID)
        return [
            try Sheet(pass, as: passID, by: author), try Sheet(step, as: try newID(), by: author, claims: claims),
        ]
    }

    private func newInvitationPass(
        _ invitation: Invitation, _ id: InvitationID
    ) throws(DeskError) -> (PassID, Pass) {
        try newPass(
            .invitation, invitation: id, email: invitation.email, name: invitation.name, language: invitation.language)
    }

    private func prospect(_ id: InvitationID, for viewer: Viewer) async throws(DeskError) -> Prospect {
        guard viewer.may(.engage) else { throw viewer.isSignedIn ? .refused(Deed.engage.rawValue) : .signInFirst }
        let all = try await asking { try await catalogue.prospects() }
        guard let prospect = all.first(where: { $0.invitation.id == id }) else { throw .notFound }
        return prospect
    }
}
