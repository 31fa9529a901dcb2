internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// What stands around every page: letterhead, languages, navigation, foot. On a phone the head is one line; languages and
/// navigation unfold from it.
///
/// Accessibility: the first stop of the keyboard jumps to the content; landmarks are named; each name of a language is
/// marked with that language; changing the language keeps the place.
struct PageFrame {
    let words: Words
    /// The title of the page; the site's name is added for the browser's window.
    let title: String
    /// For search engines and previews, in a sentence.
    var summary: String?
    /// The address of this same page in each language.
    let addresses: [Language: String]
    var home = "/"
    var navigation: [Link] = []
    /// The way to the search; on a phone it stands in the head's one line.
    var search: Link?
    /// Sign in, or who is signed in and what is theirs.
    var account = HTML()
    var footLinks: [Link] = []
    /// What must be said before anything else: saved, sent, demonstration.
    var notice = HTML()
    /// For programs: other forms of the page, what it is about.
    var head = HTML()
    let content: HTML

    func html() -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(words.language.code)" dir="\(words.language.direction)">
        <head>
        <meta charset="utf-8">
        <title>\(title) – \(words("common.site-name"))</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \(summary.map { "<meta name=\"description\" content=\"\($0)\">" as HTML })
        <link rel="stylesheet" href="\(SiteAssets.style)">
        \(Self.shownOrder.compactMap(alternate))
        \(head)
        <script src="\(SiteAssets.script)" defer></script>
        </head>
        <body>
        <a class="skip" href="#content">\(words("common.skip"))</a>
        <header class="head">
        \(fold(words.language.ownName, name: words("common.languages")))
        \(languages)
        <a class="brand" href="\(home)">\(raw: Self.mark)<span><b>\(words("common.site-name"))</b>\
        <span>\(words("common.site-purpose"))</span></span></a>
        \(search.map(searchLink))
        \(fold(words("nav.menu")))
        <div class="account">\(account)</div>
        <nav class="site-nav" aria-label="\(words("common.navigation"))"><ul>\
        \(navigation.map { "<li>\($0.html())</li>" })</ul></nav>
        </header>
        <main class="wide" id="content" tabindex="-1">
        \(notice)
        \(content)
        </main>
        <footer class="wide"><div class="foot"><p>\(words("common.foot"))</p>
        <ul>\(footLinks.map { "<li>\($0.html())</li>" })</ul></div></footer>
        </body>
        </html>
        """
    }

    /// What opens the part of the head behind it, on narrow screens; on wide ones the parts always show. Without a script,
    /// and where styles are off everything simply stands there.
    private func fold(_ text: String, name: String? = nil) -> HTML {
        """
        <details class="fold"><summary>\(name.map { "<span class=\"hidden\">\($0): </span>" as HTML })\(text)</summary></details>
        """
    }

    private func searchLink(_ link: Link) -> HTML {
        """
        <a class="to-search" href="\(link.address)"\(attribute: "aria-current", link.isCurrent ? "page" : nil)>\
        \(raw: Self.lens)<span>\(link.text)</span></a>
        """
    }

    private var languages: HTML {
        """
        <nav class="languages" aria-label="\(words("common.languages"))"><ul>\
        \(Self.shownOrder.compactMap { language in
            addresses[language].map { address in
                """
                <li><a href="\(address)" lang="\(language.code)" hreflang="\(language.code)"\
                \(attribute: "aria-current", language == words.language ? "true" : nil)>\(language.ownName)</a></li>
                """ as HTML
            }
        })</ul></nav>
        """
    }

    private func alternate(_ language: Language) -> HTML? {
        addresses[language].map { "<link rel=\"alternate\" hreflang=\"\(language.code)\" href=\"\($0)\">" }
    }

    /// The order of the United Nations: Arabic, Chinese, English, French, Russian, Spanish.
    private static let shownOrder = Language.allCases

    private static let lens: StaticString = """
        <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
        <circle cx="8.5" cy="8.5" r="6"/><path d="M13 13l5.5 5.5"/></svg>
        """

    /// Two shores and the arch between them.
    private static let mark: StaticString = """
        <svg viewBox="0 0 60 34" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.5">\
        <path d="M1 24h58M7 31C11 -6 49 -6 53 31M18 24V9M30 24V4M42 24V9"/></svg>
        """
}
