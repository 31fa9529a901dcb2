public import Desk
internal import Foundation
internal import Localisation
public import Cooperation

extension LetterWriter {
    /// - Parameter relay: the record of this letter, whose name becomes its number.
    /// - Returns: nil where no such letters are written here, or the account has no address a letter can go to.
    public func message(_ letter: RelayLetter, as relay: Filed<Relay>) -> MailMessage? {
        let account = letter.recipient.body
        guard let to = Mailbox(name: account.name, address: account.email),
            let address = exchange?(account.language, letter.enquiry.body.thread ?? letter.enquiry.id)
        else { return nil }
        let words = words(in: account.language)
        let sheet = RelaySheet(letter, words: words, address: address)
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: relay.at,
            number: relay.id.rawValue, thread: (letter.enquiry.body.thread ?? letter.enquiry.id).rawValue,
            language: account.language, plain: sheet.plain, html: sheet.html)
    }
}
