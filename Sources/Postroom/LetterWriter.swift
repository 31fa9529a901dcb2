public import Cooperation
public import Desk
internal import Foundation
internal import Localisation
public import TextAnalysis

/// Puts a letter into words, in its reader's language: what happened, what she can do, until when, what follows if nobody
/// acts, and where to read on.
public struct LetterWriter: Sendable {
    /// Who sends the letters. Its name is the site's where it is empty.
    public let from: Mailbox
    /// The address of a request's page in a language.
    let page: @Sendable (Language, RequestID) -> String

    public init(from: Mailbox, page: @escaping @Sendable (Language, RequestID) -> String) {
        self.from = from
        self.page = page
    }

    /// - Parameter dispatch: the record of this letter, whose name becomes its number.
    /// - Returns: nil where the account has no address a letter can go to.
    public func message(_ letter: Letter, as dispatch: Filed<Dispatch>) -> MailMessage? {
        let account = letter.recipient.body
        guard let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let words = Words(account.language)
        let sender = Mailbox(name: from.name.isEmpty ? words("common.site-name") : from.name, address: from.address)
        let sheet = LetterSheet(letter, words: words, address: page(account.language, letter.request))
        return MailMessage(
            from: sender ?? from, to: to, subject: sheet.subject, date: dispatch.at, number: dispatch.id.rawValue,
            thread: letter.request.rawValue, language: account.language, plain: sheet.plain, html: sheet.html)
    }
}
