import Catalogue
public import Cooperation
import Foundation
import Ledger
public import TextAnalysis

extension Desk {
    /// Makes an account at once, without a letter: for the office. The e-mail address is unique.
    @discardableResult
    public func register(
        _ account: Account, password: String, by author: Author = .office, once formKey: String? = nil
    ) async throws(DeskError) -> AccountID {
        var account = account
        account.email = EmailAddress.normalised(account.email)
        try check(account.problems() + PasswordRule.problems(password, known: [account.name, account.email]))
        let id: AccountID = try newID()
        let sheets = try await sheets(
            of: account, as: id, password: password, by: author == .office ? .account(id) : author)
        try await file(sheets, once: formKey)
        return id
    }

    /// The two papers of a new account, which takes its e-mail address.
    func sheets(
        of account: Account, as id: AccountID, password: String, by author: Author
    ) async throws(DeskError) -> [Sheet] {
        let hash = try await asking { try await surroundings.hash(password) }
        return [
            try Sheet(account, as: id, by: author, claims: [Claim(space: "email", key: account.email)]),
            try Sheet(Credential(account: id, passwordHash: hash), as: try newID(), by: author),
        ]
    }

    /// Somebody wants an account: a letter goes to her address, and the link in it leads on. The answer is the same for an
    /// address that has an account already: its owner is told by letter, nobody else.
    public func askToJoin(
        name: String, email: String, language: Language, once formKey: String? = nil
    ) async throws(DeskError) {
        let email = EmailAddress.normalised(email)
        let (id, pass) = try newPass(.join, email: email, name: name, language: language)
        try check(pass.problems().filter { $0.field != "tokenHash" })
        if let known = try await asking({ try await catalogue.account(email: email) }) {
            let tidings = Tidings(account: known.id, matter: .joinedAgain)
            try await file([Sheet(tidings, as: try newID(), by: .office)], once: formKey)
        } else {
            try await file([Sheet(pass, as: id, by: .office)], once: formKey)
        }
    }

    /// The link of her letter was opened and a password chosen: she has an account, and this browser is signed in.
    @discardableResult
    public func join(
        token: String, password: String, browser: Browser, once formKey: String? = nil
    ) async throws(DeskError) -> AccountID {
        let pass = try await pass(token, for: .join)
        let account = Account(name: pass.body.name, email: pass.body.email, language: pass.body.language)
        try check(account.problems() + PasswordRule.problems(password, known: [account.name, account.email]))
        let id: AccountID = try newID()
        var sheets = try await sheets(of: account, as: id, password: password, by: .account(id))
        sheets.append(try used(pass))
        sheets.append(try session(of: id, browser))
        try await file(sheets, once: formKey)
        return id
    }
}
