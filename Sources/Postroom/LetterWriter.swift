public import Cooperation
public import Desk
internal import Foundation
internal import Localisation
public import TextAnalysis

/// What letters about news need of the site: whole addresses, and the reasons of a match in words.
public struct NewsPages: Sendable {
    /// Her own page, with all that is new.
    var work: @Sendable (Language) -> String
    /// The page of a record by its identifier.
    var record: @Sendable (Language, String) -> String?
    /// Where she ends these letters without signing in.
    var stop: @Sendable (Language, AccountID) -> String
    /// Why it fits, strongest first.
    var reasons: @Sendable (Language, AlertNews) -> [String]

    public init(
        work: @escaping @Sendable (Language) -> String, record: @escaping @Sendable (Language, String) -> String?,
        stop: @escaping @Sendable (Language, AccountID) -> String,
        reasons: @escaping @Sendable (Language, AlertNews) -> [String]
    ) {
        self.work = work
        self.record = record
        self.stop = stop
        self.reasons = reasons
    }
}

/// Puts a letter into words, in its reader's language: what happened, what she can do, until when, what follows if nobody
/// acts, and where to read on.
public struct LetterWriter: Sendable {
    /// Who sends the letters. Its name is the site's where it is empty.
    public let from: Mailbox
    /// The address of a request's page in a language.
    let page: @Sendable (Language, RequestID) -> String
    /// The address that the token of a letter's link opens; without a token, the page of one's own account.
    let link: @Sendable (Language, String?) -> String
    /// What letters about news need of the site; nil where none are written.
    let news: NewsPages?

    public init(
        from: Mailbox, page: @escaping @Sendable (Language, RequestID) -> String,
        link: @escaping @Sendable (Language, String?) -> String, news: NewsPages? = nil
    ) {
        self.from = from
        self.page = page
        self.link = link
        self.news = news
    }

    /// - Returns: nil where no such letters are written, or the account has no address a letter can go to.
    public func message(_ letter: NewsLetter, as bulletin: Filed<Bulletin>) -> MailMessage? {
        let account = letter.recipient.body
        guard let news, let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let sheet = NewsSheet(letter, words: Words(account.language), pages: news)
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: bulletin.at,
            number: bulletin.id.rawValue, thread: "news-" + letter.recipient.id.rawValue, language: account.language,
            plain: sheet.plain, html: sheet.html, unsubscribe: sheet.stop)
    }

    private func sender(in language: Language) -> Mailbox {
        Mailbox(name: from.name.isEmpty ? Words(language)("common.site-name") : from.name, address: from.address)
            ?? from
    }

    /// - Parameter dispatch: the record of this letter, whose name becomes its number.
    /// - Returns: nil where the account has no address a letter can go to.
    public func message(_ letter: Letter, as dispatch: Filed<Dispatch>) -> MailMessage? {
        let account = letter.recipient.body
        guard let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let sheet = LetterSheet(
            letter, words: Words(account.language), address: page(account.language, letter.request))
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: dispatch.at,
            number: dispatch.id.rawValue,
            thread: letter.request.rawValue, language: account.language, plain: sheet.plain, html: sheet.html)
    }
}
