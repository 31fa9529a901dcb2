internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary

extension LetterSheet {
    /// The words of a letter about an account. Nothing a stranger typed but names stands in it: somebody who registers with
    /// another's address must not write to her through us.
    init(_ letter: AccountLetter, words: Words, address: String) {
        let matter = letter.matter.name
        let role = letter.role.map { words(MessageKey("person.role-\($0.rawValue)")) } ?? ""
        let expires = letter.expires.map { words.dateAndTime($0) } ?? ""
        let title =
            letter.record.flatMap { $0.title.best(for: [words.language]) }
            .map { LetterSheet.shortened(HeaderText.oneLine($0.version.text)) } ?? words("state.untitled")
        let place = letter.invitation?.country.map { $0.country.name(in: words.language) }
        let values = [
            "role": role, "date": expires,
            "inviter": letter.inviter.map(HeaderText.oneLine) ?? words("common.site-name"),
            "country": place ?? words("common.site-name"), "title": title,
        ]
        let act = MessageKey("letters.act-\(matter)")
        let engagement = letter.invitation?.engagement
        let asked = engagement.map { Self.values(of: $0, values, words) }
        let open: MessageKey =
            letter.record != nil
            ? "letters.open-record" : letter.token == nil ? "letters.open-account" : "letters.open-link"
        let subject =
            asked.map { words("engage.letter-subject", $0) }
            ?? words(MessageKey("letters.subject-\(matter)"), values)
        self.init(
            words: words, subject: subject, title: (subject, words.language),
            // Who registers may type anything as a name; the letter may go to somebody else.
            greeting: letter.account == nil
                ? words("letters.greeting") : words("mail.greeting", ["name": HeaderText.oneLine(letter.name)]),
            paragraphs: [
                asked.map { words("engage.letter", $0) } ?? words(MessageKey("letters.happened-\(matter)"), values)
            ]
                + (letter.record?.lines ?? []) + (words.has(act) ? [words(act, values)] : [])
                + LetterSheet.days(of: letter.invitation, words),
            address: address, open: words(open),
            foot: letter.record != nil
                ? [words("keeping.why")]
                : [
                    words(letter.account == nil ? "letters.why-address" : "letters.why-account"),
                    words("letters.nobody-reads"),
                ])
    }

    /// What an institution is asked for that is to join the roster.
    private static func values(
        of engagement: Engagement, _ values: [String: String], _ words: Words
    ) -> [String: String] {
        values.merging([
            "theme": engagement.subject.label(in: words.language),
            "region": engagement.region.label(in: words.language),
            "institution": HeaderText.oneLine(engagement.institution),
        ]) { $1 }
    }

    /// From when to when a role is offered.
    private static func days(of invitation: Invitation?, _ words: Words) -> [String] {
        guard let invitation, let ended = invitation.ended else { return [] }
        let last = words.date(ended.adding(days: -1).start)
        guard let begins = invitation.begins else { return [words("letters.until", ["last": last])] }
        return [words("letters.from-until", ["first": words.date(begins.start), "last": last])]
    }
}

extension LetterWriter {
    /// - Returns: nil where the address is none a letter can go to.
    func message(_ letter: AccountLetter, as dispatch: Filed<Dispatch>) -> MailMessage? {
        guard let to = Mailbox(name: letter.account == nil ? "" : letter.name, address: letter.email) else {
            return nil
        }
        let words = words(in: letter.language)
        let sender = Mailbox(name: from.name.isEmpty ? words("common.site-name") : from.name, address: from.address)
        let record = letter.record.flatMap { news?.record(letter.language, $0.key) }
        let sheet = LetterSheet(letter, words: words, address: record ?? link(letter.language, letter.token))
        return MailMessage(
            from: sender ?? from, to: to, subject: sheet.subject, date: dispatch.at, number: dispatch.id.rawValue,
            thread: letter.about, language: letter.language, plain: sheet.plain, html: sheet.html)
    }
}
