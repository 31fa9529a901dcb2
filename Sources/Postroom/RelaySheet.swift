internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary

/// The words of a letter passed on: what somebody wrote, and where to answer. It holds nobody's address.
struct RelaySheet {
    let subject: String
    let plain: String
    let html: String

    init(_ letter: RelayLetter, words: Words, address: String) {
        let language = words.language
        let institution =
            switch letter.addressee {
            case .institution: letter.institution?.best(for: [language])?.version.text ?? ""
            case .focalPoint(let country):
                words("enquiry.focal-point", ["country": country.country.name(in: language)])
            }
        let writer = HeaderText.oneLine(letter.writer)
        subject = words("enquiry.mail-subject", ["name": writer])
        let lead = words("enquiry.mail-lead", ["name": writer, "institution": HeaderText.oneLine(institution)])
        let text = letter.enquiry.body.text.best(for: [language])
        let body = text?.version.text ?? ""
        let quoted = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "> " + $0 }
        plain =
            [
                lead, quoted.joined(separator: "\n"), words("enquiry.mail-answer") + "\n" + address,
                "-- \n" + words("enquiry.mail-foot"),
            ]
            .joined(separator: "\n\n") + "\n"
        let style = "margin:0 0 16px;font-size:16px;line-height:1.5"
        let own = text?.language ?? language
        html = """
            <!DOCTYPE html>
            <html lang="\(language.code)" dir="\(language.direction)">
            <head><meta charset="utf-8"><title>\(MailHTML.escaped(subject))</title></head>
            <body dir="\(language.direction)" style="margin:0;padding:24px;background:#ffffff;color:#12343b;\
            font-family:system-ui,sans-serif">
            <div style="max-width:36em">
            <p style="\(style)">\(MailHTML.escaped(lead))</p>
            <blockquote lang="\(own.code)" dir="\(own.direction)" style="\(style);white-space:pre-wrap">\
            \(MailHTML.escaped(body))</blockquote>
            <p style="\(style)"><a href="\(MailHTML.escaped(address))" style="color:#0b5c6b;font-weight:bold">\
            \(MailHTML.escaped(words("enquiry.mail-answer")))</a></p>
            <p style="font-size:13px;color:#4a5568">\(MailHTML.escaped(words("enquiry.mail-foot")))</p>
            </div>
            </body>
            </html>

            """
    }
}
