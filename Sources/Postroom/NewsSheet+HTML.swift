internal import Localisation
internal import TextAnalysis

extension NewsSheet {
    /// As plain a page as that of other letters.
    var html: String {
        let language = words.language
        let side = language.isRightToLeft ? "right" : "left"
        let small = "margin:0 0 8px;font-size:13px;line-height:1.5;color:#4a5568"
        let foot = """
            <p style="\(small)">\(MailHTML.escaped(words("news.why")))</p>
            <p style="\(small)"><a href="\(MailHTML.escaped(stop))" style="color:#4a5568">\
            \(MailHTML.escaped(words("news.stop")))</a></p>
            """
        return """
            <!DOCTYPE html>
            <html lang="\(language.code)" dir="\(language.direction)">
            <head><meta charset="utf-8"><title>\(MailHTML.escaped(subject))</title></head>
            <body dir="\(language.direction)" style="margin:0;padding:24px;background:#ffffff;color:#12343b;\
            font-family:system-ui,sans-serif;text-align:\(side)">
            <div style="max-width:36em">
            <p style="\(Self.text)">\(MailHTML.escaped(greeting))</p>
            <p style="\(Self.text)">\(MailHTML.escaped(lead))</p>
            \(items.map(item).joined(separator: "\n"))
            \(more.map { "<p style=\"\(Self.text)\">\(MailHTML.escaped($0))</p>" } ?? "")
            <p style="\(Self.text)"><a href="\(MailHTML.escaped(work))" style="color:#0b5c6b;font-weight:bold">\
            \(MailHTML.escaped(words("news.open")))</a></p>
            <hr style="border:0;border-top:1px solid #cbd5d8;margin:24px 0 12px">
            \(foot)
            </div>
            </body>
            </html>

            """
    }

    private static let text = "margin:0 0 16px;font-size:16px;line-height:1.5"

    private func item(_ item: Item) -> String {
        let facts = ([item.kind] + [item.fits].compactMap(\.self)).map(MailHTML.escaped).joined(separator: "<br>")
        let reasons = item.reasons.map { "<li>\(MailHTML.escaped($0))</li>" }.joined()
        return """
            <h2 style="margin:0 0 4px;font-size:17px;line-height:1.3"><a href="\(MailHTML.escaped(item.address))" \
            style="color:#0b5c6b">\(MailHTML.user(item.title.text, item.title.language))</a></h2>
            <p style="margin:0 0 4px;font-size:14px;line-height:1.5;color:#4a5568">\(facts)</p>
            \(reasons.isEmpty ? "" : "<ul style=\"margin:0 0 16px;font-size:15px;line-height:1.5\">\(reasons)</ul>")
            """
    }
}
