import Catalogue
public import Cooperation
import Foundation
import Ledger
public import TextAnalysis

extension Desk {
    /// Her name as colleagues see it, and the language of her letters.
    public func change(
        name: String, language: Language, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let filed = try await account(of: viewer)
        var body = filed.body
        body.name = name.trimmingBlanks
        body.language = language
        try check(body.problems())
        guard body != filed.body else { return }
        try await file([Sheet(body, as: filed.id, base: filed.revision, by: viewer.author)], once: formKey)
    }

    /// A new password; the old one is asked for. Other browsers are signed out, and she is told by letter.
    public func change(
        password: String, to new: String, keeping session: ID<Session>?, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let filed = try await account(of: viewer)
        try await demand(password, of: filed.id)
        try check(
            PasswordRule.problems(new, known: [filed.body.name, filed.body.email])
                .map { Problem(field: "new-password", code: $0.code, figures: $0.figures) })
        try await file(
            try await newPassword(new, of: filed.id, keeping: session, by: viewer.author), once: formKey)
    }

    /// A new e-mail address: a letter goes to it, and the link in it makes it hers. Whether somebody else has the address is
    /// not told.
    public func askToMove(
        to email: String, password: String, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let filed = try await account(of: viewer)
        try await demand(password, of: filed.id)
        let email = EmailAddress.normalised(email)
        let body = filed.body
        let (id, pass) = try newPass(
            .address, account: filed.id, email: email, name: body.name, language: body.language)
        try check(pass.problems())
        if let known = try await asking({ try await catalogue.account(email: email) }) {
            if known.id == filed.id { return }
            let tidings = Tidings(account: known.id, matter: .joinedAgain)
            try await file([Sheet(tidings, as: try newID(), by: .office)], once: formKey)
        } else {
            try await file([Sheet(pass, as: id, by: viewer.author)], once: formKey)
        }
    }

    /// The link of the letter was opened. The old address is told.
    public func move(token: String, once formKey: String? = nil) async throws(DeskError) {
        let pass = try await pass(token, for: .address)
        guard let account = pass.body.account, let filed = try await asking({ try await catalogue.paper(account) })
        else {
            throw .passSpent
        }
        var body = filed.body
        body.email = pass.body.email
        let old = Claim(space: "email", key: filed.body.email)
        let new = Claim(space: "email", key: body.email)
        let tidings = Tidings(account: account, matter: .addressChanged, email: filed.body.email)
        let author = Author.account(account)
        try await file(
            [
                try Sheet(body, as: account, base: filed.revision, by: author, claims: [new]), try used(pass),
                try Sheet(tidings, as: try newID(), by: author),
            ], releasing: [old], once: formKey)
    }

    /// She has forgotten her password: a letter goes to the address if it has an account. What happens otherwise looks the
    /// same and takes as long.
    public func askToReset(email: String, once formKey: String? = nil) async throws(DeskError) {
        let email = EmailAddress.normalised(email)
        var check = [Problem]()
        if !EmailAddress.isPlausible(email) {
            check.append(Problem(field: "email", code: email.isEmpty ? .missing : .notAnEmail))
        }
        try self.check(check)
        let account = try await asking { try await catalogue.account(email: email) }
        let body = account?.body
        // Where nobody has the address the pass is nobody's, holds nothing and is sent to nobody.
        let (id, pass) = try newPass(
            .reset, account: account?.id, email: body?.email ?? "", name: body?.name ?? "",
            language: body?.language ?? .english)
        try await file([Sheet(pass, as: id, by: .office)], once: formKey)
    }

    /// The link of the letter was opened and a new password chosen. All browsers are signed out; the second factor, if there
    /// is one, is asked for as ever.
    public func reset(token: String, password: String, once formKey: String? = nil) async throws(DeskError) {
        let pass = try await pass(token, for: .reset)
        guard let id = pass.body.account, let filed = try await asking({ try await catalogue.paper(id) }) else {
            throw .passSpent
        }
        try check(PasswordRule.problems(password, known: [filed.body.name, filed.body.email]))
        var sheets = try await newPassword(password, of: id, keeping: nil, by: .account(id))
        sheets.append(try used(pass))
        try await file(sheets, once: formKey)
    }

    private func newPassword(
        _ password: String, of account: AccountID, keeping session: ID<Session>?, by author: Author
    ) async throws(DeskError) -> [Sheet] {
        let hash = try await asking { try await surroundings.hash(password) }
        let known = try await asking { try await catalogue.credential(of: account) }
        let credential = Credential(account: account, passwordHash: hash)
        let id: ID<Credential>
        if let known { id = known.id } else { id = try newID() }
        return [
            try Sheet(credential, as: id, base: known?.revision ?? 0, by: author),
            try Sheet(Tidings(account: account, matter: .passwordChanged), as: try newID(), by: author),
        ] + (try await endings(of: account, except: session))
    }

    /// Her own account.
    public func account(of viewer: Viewer) async throws(DeskError) -> Filed<Account> {
        let id = try own(viewer)
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        return filed
    }

    /// The roles she holds, or will hold.
    public func ownAppointments(of viewer: Viewer) async throws(DeskError) -> [Filed<Appointment>] {
        let account = try own(viewer)
        let day = today
        return try await asking { try await catalogue.appointments(of: account) }
            .filter { $0.body.ended.map { $0 > day } ?? true }
    }

    /// Asks for the password once more before something that cannot be taken back.
    /// - Throws: `invalid` with the field `current-password`.
    func demand(_ password: String, of account: AccountID) async throws(DeskError) {
        let credential = try await asking { try await catalogue.credential(of: account) }
        let isRight = try await asking { try await surroundings.verify(password, credential?.body.passwordHash) }
        if !isRight { throw .invalid([Problem(field: "current-password", code: .wrongPassword)]) }
    }
}
