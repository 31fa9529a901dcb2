internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis

/// The words of one letter to a keeper: until when her record is good, what follows without a word, and the two things she can
/// do.
struct PromptSheet {
    let words: Words
    let subject: String
    let title: (text: String, language: Language)
    let greeting: String
    let paragraphs: [String]
    let confirm: String
    let record: String

    init(_ letter: PromptLetter, words: Words, pages: KeepingPages) {
        self.words = words
        let language = words.language
        let notice = letter.notice.body
        let best = letter.title.best(for: [language]).map { ($0.version.text, $0.language) }
        title = best.map { (HeaderText.oneLine($0.0), $0.1) } ?? (words("state.untitled"), language)
        let date = words.date(notice.until.start)
        let values = ["title": LetterSheet.shortened(title.text), "date": date]
        let isOver = notice.step == .end
        subject = words(isOver ? "keeping.subject-over" : "keeping.subject-ending", values)
        greeting = words("mail.greeting", ["name": HeaderText.oneLine(letter.recipient.body.name)])
        let kind = notice.record.kind.rawValue
        paragraphs = [
            words(isOver ? "keeping.over" : "keeping.ending", values),
            words(MessageKey("keeping.\(isOver ? "since" : "else")-\(kind)"), values),
            words("keeping.ask"),
        ]
        confirm = pages.confirm(language, letter.recipient.id, notice)
        record = pages.record(language, notice.record)
    }

    private var foot: String { words("keeping.why") }

    var plain: String {
        ([title.text, greeting] + paragraphs + [
            words("keeping.confirm-link") + "\n" + confirm, words("keeping.record-link") + "\n" + record,
            "-- \n" + foot,
        ]).joined(separator: "\n\n") + "\n"
    }

    /// As plain a page as that of other letters.
    var html: String {
        let language = words.language
        let side = language.isRightToLeft ? "right" : "left"
        let text = "margin:0 0 16px;font-size:16px;line-height:1.5"
        let body = ([greeting] + paragraphs).map { "<p style=\"\(text)\">\(MailHTML.escaped($0))</p>" }
        return """
            <!DOCTYPE html>
            <html lang="\(language.code)" dir="\(language.direction)">
            <head><meta charset="utf-8"><title>\(MailHTML.escaped(subject))</title></head>
            <body dir="\(language.direction)" style="margin:0;padding:24px;background:#ffffff;color:#12343b;\
            font-family:system-ui,sans-serif;text-align:\(side)">
            <div style="max-width:36em">
            <h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">\(MailHTML.user(title.text, title.language))</h1>
            \(body.joined(separator: "\n"))
            <p style="\(text)"><a href="\(MailHTML.escaped(confirm))" style="color:#0b5c6b;font-weight:bold">\
            \(MailHTML.escaped(words("keeping.confirm-link")))</a></p>
            <p style="\(text)"><a href="\(MailHTML.escaped(record))" style="color:#0b5c6b">\
            \(MailHTML.escaped(words("keeping.record-link")))</a></p>
            <hr style="border:0;border-top:1px solid #cbd5d8;margin:24px 0 12px">
            <p style="margin:0 0 8px;font-size:13px;line-height:1.5;color:#4a5568">\(MailHTML.escaped(foot))</p>
            </div>
            </body>
            </html>

            """
    }
}
