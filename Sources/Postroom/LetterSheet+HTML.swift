internal import Localisation
internal import TextAnalysis

extension LetterSheet {
    /// A page that mail programs of all ages show alike: no style sheet, no picture, nothing fetched from anywhere.
    var html: String {
        let language = words.language
        let side = language.isRightToLeft ? "right" : "left"
        let text = "margin:0 0 16px;font-size:16px;line-height:1.5"
        let small = "margin:0 0 8px;font-size:13px;line-height:1.5;color:#4a5568"
        let asks = institution.map { "<p style=\"\(small)\">\(user($0.text, $0.language))</p>" } ?? ""
        let body = ([greeting] + paragraphs).map { "<p style=\"\(text)\">\(escaped($0))</p>" }.joined(separator: "\n")
        let foot = foot.map { "<p style=\"\(small)\">\(escaped($0))</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language.code)" dir="\(language.direction)">
            <head><meta charset="utf-8"><title>\(escaped(subject))</title></head>
            <body dir="\(language.direction)" style="margin:0;padding:24px;background:#ffffff;color:#12343b;\
            font-family:system-ui,sans-serif;text-align:\(side)">
            <div style="max-width:36em">
            <h1 style="margin:0 0 4px;font-size:20px;line-height:1.3">\(user(title.text, title.language))</h1>
            \(asks)
            \(body)
            \(handedOutHTML(text))\(actsHTML(text))<p style="\(text)"><a href="\(escaped(address))" style="color:#0b5c6b;font-weight:bold">\
            \(escaped(open))</a></p>
            <hr style="border:0;border-top:1px solid #cbd5d8;margin:24px 0 12px">
            \(foot)
            </div>
            </body>
            </html>

            """
    }

    /// What goes with an answer, each with its link.
    private func handedOutHTML(_ style: String) -> String {
        guard !handedOut.isEmpty else { return "" }
        let lines = handedOut.map { one in
            """
            <li style="margin:0 0 8px"><a href="\(escaped(one.address))" style="color:#0b5c6b">\
            \(user(one.title.text, one.title.language))</a></li>
            """
        }
        return """
            <p style="\(style)">\(escaped(words("handout.letter")))</p>
            <ul style="\(style);padding-inline-start:20px">\(lines.joined(separator: "\n"))</ul>

            """
    }

    /// What can be done by a link: one line each, large enough for a thumb.
    private func actsHTML(_ style: String) -> String {
        guard !acts.isEmpty else { return "" }
        let lines = acts.map { act in
            """
            <p style="\(style)"><a href="\(escaped(act.address))" style="display:inline-block;padding:12px 16px;\
            border:1px solid #0b5c6b;border-radius:4px;color:#0b5c6b;font-weight:bold">\(escaped(act.text))</a></p>
            """
        }
        return "<p style=\"\(style)\">\(escaped(words("byletter.how")))</p>\n" + lines.joined(separator: "\n") + "\n"
    }

    private func user(_ text: String, _ language: Language) -> String { MailHTML.user(text, language) }
    private func escaped(_ text: String) -> String { MailHTML.escaped(text) }
}
