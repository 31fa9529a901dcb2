internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import TextAnalysis

/// The words of one letter about news: each record with what it fits and its strongest reasons.
struct NewsSheet {
    struct Item {
        let kind: String
        let title: (text: String, language: Language)
        let fits: String?
        let reasons: [String]
        let address: String
    }

    /// Reasons told of each record; all of them stand on her page.
    private static let mostReasons = 2

    let words: Words
    let subject: String
    let greeting: String
    let lead: String
    let items: [Item]
    let more: String?
    let work: String
    let stop: String

    init(_ letter: NewsLetter, words: Words, pages: NewsPages) {
        self.words = words
        let language = words.language
        let count = letter.items.count + letter.more
        subject = words("news.subject", count: count)
        greeting = words("mail.greeting", ["name": HeaderText.oneLine(letter.recipient.body.name)])
        lead = words("news.lead", count: count)
        items = letter.items.map { item in
            let title = item.title.best(for: [language]).map {
                (LetterSheet.shortened($0.version.text, to: 160), $0.language)
            }
            let watched = item.watched?.best(for: [language]).map { LetterSheet.shortened($0.version.text) }
            return Item(
                kind: words(NewsSheet.kind(item.news.key)),
                title: title.map { (HeaderText.oneLine($0.0), $0.1) } ?? (words("state.untitled"), language),
                fits: watched.map { NewsSheet.fits(item.news, HeaderText.oneLine($0), words) },
                reasons: Array(pages.reasons(language, item.news).prefix(NewsSheet.mostReasons)),
                address: pages.record(language, item.news.key) ?? pages.work(language))
        }
        more = letter.more > 0 ? words("news.more", count: letter.more) : nil
        work = pages.work(language)
        stop = pages.stop(language, letter.recipient.id)
    }

    /// An identifier begins with the name of its kind.
    private static func kind(_ key: String) -> MessageKey { MessageKey("news.kind-\(key.prefix { $0 != "-" })") }

    private static func fits(_ news: AlertNews, _ name: String, _ words: Words) -> String {
        switch news.fit {
        case .need: words("news.fits-offer", ["name": name])
        case .candidate: words("news.answers", ["name": name])
        }
    }

    var plain: String {
        let list = items.map { item in
            ["* \(item.title.text) (\(item.kind))", item.fits.map { "  " + $0 }].compactMap(\.self)
                + item.reasons.map { "  - " + $0 } + ["  " + item.address]
        }.map { $0.joined(separator: "\n") }
        let foot = [words("news.why"), words("news.stop") + "\n" + stop].joined(separator: "\n")
        return
            ([greeting, lead] + list + [more, words("news.open") + "\n" + work].compactMap(\.self)
            + ["-- \n" + foot]).joined(separator: "\n\n") + "\n"
    }
}
