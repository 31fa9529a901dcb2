internal import Cooperation
internal import Desk
internal import Exchange
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// Who reads a page, in which language and on which day: all that a page needs to know besides what it shows.
struct Visit: Sendable {
    let words: Words
    let person: Person?
    let now: Date
    let isDemonstration: Bool
    /// Where this site is found, for addresses that go out of it.
    let publisher: Publisher
    /// Where the request comes from, as limits know it; not for logs.
    let clientAddress: String
    /// Browser and system, in a few words.
    let device: String
    private let web: WebState<Person>
    /// What the address asks to be said on top: `?done=submitted`.
    let done: String?
    /// The address the reader is at, without its language; nil where a form was sent to it.
    private let here: String?
    /// The address asks for a merged record itself, not for what it leads on to: `?stay=1`.
    let staysHere: Bool
    /// The part of the page the address asks to be open: `?open=question`.
    let opened: String?
    /// The node's key, for the links of letters.
    let key: SecretKey

    init(_ request: Request, _ context: SiteContext, _ site: SiteSettings, _ desk: Desk) {
        let language = context.web.language.flatMap(Language.init(rawValue:)) ?? LanguageLayer.language(of: request)
        words = Words(language, messages: desk.messages)
        person = context.web.identity
        now = desk.now
        isDemonstration = site.isDemonstration
        publisher = site.publisher
        clientAddress = ClientAddress.key(
            for: request, peer: context.web.peerAddress, trustedProxies: site.trustedProxies)
        device = Device.name(userAgent: request.headers[.userAgent] ?? "")
        web = context.web
        let query = try? request.query()
        done = query?.typed("done")
        staysHere = query?.typed("stay") == "1"
        opened = query?.typed("open")
        key = site.key
        here = Visit.place(of: request)
    }

    var language: Language { words.language }
    var viewer: Viewer { person?.viewer ?? .visitor }
    var today: CalendarDay { CalendarDay(now) }

    /// The languages in which this reader is shown texts of others, the page's own first.
    var readable: [Language] {
        [language] + [person?.account.body.language].compactMap { $0 }.filter { $0 != language }
    }

    func address(_ path: SitePath) -> String { path.address(in: language) }

    func link(_ text: String, _ path: SitePath, isCurrent: Bool = false) -> Link {
        Link(text: text, address: address(path), isCurrent: isCurrent)
    }

    /// A whole page.
    func page(
        _ title: String, at path: SitePath, summary: String? = nil, head: HTML = HTML(), _ content: HTML
    ) -> Response {
        .page(html(title, at: path, summary: summary, head: head, content))
    }

    func html(
        _ title: String, at path: SitePath, summary: String? = nil, head: HTML = HTML(), _ content: HTML
    ) -> HTML {
        PageFrame(
            words: words, title: title, summary: summary,
            addresses: Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, sameAddress(in: $0, path)) }),
            home: address(SitePath(.home)), navigation: navigation(path.route), search: searchLink(path.route),
            account: account, footLinks: footLinks, notice: notices, head: head, content: content
        ).html()
    }

    /// This page in another language: the same place with the same query, also where that is no page.
    private func sameAddress(in language: Language, _ path: SitePath) -> String {
        here.map { "/" + language.code + $0 } ?? path.address(in: language)
    }

    /// What follows the language in the address, without the word of what was just done.
    private static func place(of request: Request) -> String? {
        guard request.method == .get || request.method == .head else { return nil }
        let parts = request.uri.string.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].drop { $0 == "/" }
        guard let end = path.firstIndex(of: "/") ?? Optional(path.endIndex),
            Language(rawValue: String(path[..<end])) != nil
        else { return nil }
        let pairs = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !$0.hasPrefix("done=") }
        return String(path[end...]) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// A form that sends to `path`, tied to this browser and counted once. The scope of its token is the route.
    func form(to path: SitePath, key: String? = nil, carriesFiles: Bool = false, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(address(path))" novalidate\
        \(attribute: "enctype", carriesFiles ? "multipart/form-data" : nil)>\
        \(web.formFields(for: path.route.rawValue, key: key))\(content)</form>
        """
    }

    /// The same for a form with a file in it.
    func fileForm(to path: SitePath, _ content: HTML) -> HTML {
        """
        <form method="post" enctype="multipart/form-data" action="\(address(path))" novalidate>\
        \(web.formFields(for: path.route.rawValue, key: nil))\(content)</form>
        """
    }

    /// Back to a page after a form was taken, with a word of what was done (`done.<code>` in the catalogues).
    func seeOther(_ path: SitePath, done: String? = nil) throws -> Response {
        guard let local = LocalPath(address(path.with("done", done))) else { throw WebProblem(.unexpected) }
        return .seeOther(local)
    }
}
