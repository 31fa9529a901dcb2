public import Cooperation
public import Desk
internal import Foundation
public import Localisation
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
    /// The address of the page of a record, by its identifier; nil where letters name none.
    let record: @Sendable (Language, String) -> String?
    /// What its reader can do by a link, without signing in, and the addresses where she confirms it.
    let acts: @Sendable (Language, Letter) -> [LetterAct]
    /// The address of the page of an exchange; nil where no letters are passed on.
    let exchange: (@Sendable (Language, EnquiryID) -> String)?
    /// What letters to keepers need of the site; nil where none are written.
    let keeping: KeepingPages?
    /// The catalogues letters speak from, asked for at each letter.
    private let messages: @Sendable () -> Messages

    public init(
        from: Mailbox, page: @escaping @Sendable (Language, RequestID) -> String,
        link: @escaping @Sendable (Language, String?) -> String, news: NewsPages? = nil,
        record: @escaping @Sendable (Language, String) -> String? = { _, _ in nil },
        acts: @escaping @Sendable (Language, Letter) -> [LetterAct] = { _, _ in [] },
        exchange: (@Sendable (Language, EnquiryID) -> String)? = nil,
        keeping: KeepingPages? = nil, messages: @escaping @Sendable () -> Messages = { .standard }
    ) {
        self.messages = messages
        self.from = from
        self.page = page
        self.link = link
        self.news = news
        self.record = record
        self.acts = acts
        self.exchange = exchange
        self.keeping = keeping
    }

    /// - Returns: nil where no such letters are written, or the account has no address a letter can go to.
    public func message(_ letter: PromptLetter, as prompt: Filed<Prompt>) -> MailMessage? {
        let account = letter.recipient.body
        guard let keeping, let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let sheet = PromptSheet(letter, words: words(in: account.language), pages: keeping)
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: prompt.at,
            number: prompt.id.rawValue, thread: "keeping-" + letter.notice.body.record.name,
            language: account.language, plain: sheet.plain, html: sheet.html)
    }

    /// - Returns: nil where no such letters are written, or the account has no address a letter can go to.
    public func message(_ letter: NewsLetter, as bulletin: Filed<Bulletin>) -> MailMessage? {
        let account = letter.recipient.body
        guard let news, let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let sheet = NewsSheet(letter, words: words(in: account.language), pages: news)
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: bulletin.at,
            number: bulletin.id.rawValue, thread: "news-" + letter.recipient.id.rawValue, language: account.language,
            plain: sheet.plain, html: sheet.html, unsubscribe: sheet.stop)
    }

    func words(in language: Language) -> Words { Words(language, messages: messages()) }

    func sender(in language: Language) -> Mailbox {
        Mailbox(name: from.name.isEmpty ? words(in: language)("common.site-name") : from.name, address: from.address)
            ?? from
    }

    /// - Parameter dispatch: the record of this letter, whose name becomes its number.
    /// - Returns: nil where the account has no address a letter can go to.
    public func message(_ letter: Letter, as dispatch: Filed<Dispatch>) -> MailMessage? {
        let account = letter.recipient.body
        guard let to = Mailbox(name: account.name, address: account.email) else { return nil }
        let sheet = LetterSheet(
            letter, words: words(in: account.language), address: page(account.language, letter.request),
            acts: acts(account.language, letter), record: { record(account.language, $0) })
        return MailMessage(
            from: sender(in: account.language), to: to, subject: sheet.subject, date: dispatch.at,
            number: dispatch.id.rawValue,
            thread: letter.request.rawValue, language: account.language, plain: sheet.plain, html: sheet.html)
    }
}

/// One thing the reader of a letter can do by following a link and confirming.
public struct LetterAct: Hashable, Sendable {
    public var stance: Position.Stance
    public var address: String

    public init(stance: Position.Stance, address: String) {
        self.stance = stance
        self.address = address
    }
}
