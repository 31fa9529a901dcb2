internal import Catalogue
internal import Cooperation
internal import Foundation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// What every page of a record has around its own: where it belongs, its title, the text, the facts beside it, its history,
/// and who can see it.
struct RecordView {
    let visit: Visit
    /// The list it belongs to.
    let up: Link
    let title: HTML
    var tags: [Tag] = []
    var lead: HTML?
    let main: HTML
    let side: HTML
    let history: RecordHistory
    /// What is about the same, elsewhere on the site.
    var alike = HTML()

    func html() -> HTML {
        let words = visit.words
        return """
            \(trail(label: words("record.where"), [up]))
            <h1>\(title)</h1>
            \(if: !tags.isEmpty, tagList(tags))
            \(lead.map { "<div class=\"lead\">\($0)</div>" as HTML })
            <div class="beside"><div>\(main)</div><aside>\(side)</aside></div>
            \(alike)
            <section aria-labelledby="about-this-page"><h2 id="about-this-page">\(words("record.this-page"))</h2>
            <p>\(words("record.everybody"))</p>
            \(history.html(visit))</section>
            """
    }
}

extension Visit {
    /// A part of a record's text under its title; nothing where nothing was written.
    func passage(_ title: MessageKey, _ text: LocalizedText) -> HTML {
        text.isEmpty ? HTML() : "<section><h2>\(words(title))</h2>\(paragraphs(text))</section>"
    }

    /// Records that belong to this one; nothing where there are none.
    /// - Parameter more: where the rest of them is.
    func related(_ title: String, _ rows: [RegisterRow], more: Link? = nil) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        return """
            <section><h2>\(title)</h2>\(register(rows))\(more.map { "<p>\($0.html())</p>" as HTML })</section>
            """
    }

    /// Themes, each a way to its page.
    func subjects(_ ids: [SubjectID]) -> HTML? {
        listed(ids.map { link($0.label(in: language), .theme($0)).html() })
    }

    func assistance(_ ids: [AssistanceTypeID], in route: SiteRoute) -> HTML? {
        listed(ids.map { link($0.label(in: language), SitePath(route).with("assistance", $0.description)).html() })
    }

    func targets(_ targets: [FrameworkTarget]) -> HTML? {
        listed(targets.map { link(name(of: $0), .target($0)).html() })
    }

    /// Countries by name, each a way to its page; many fold.
    func places(_ codes: [CountryCode]) -> HTML? {
        let sorted = words.sorted(codes) { name($0) }
        let list = listed(sorted.map { link(name($0), .country($0)).html() })
        return codes.count > 8 ? list.map { fold(words("record.countries", count: codes.count), $0) } : list
    }

    func places(_ coverage: Coverage) -> HTML? {
        switch coverage {
        case .everywhere: HTML(text: words("record.everywhere"))
        case .countries(let codes): places(Array(codes))
        }
    }

    /// Pages elsewhere. What is no address of the web is left out.
    /// - Parameter states: what is known of them: dead ones are marked.
    func links(_ links: [Cooperation.Link], _ states: [String: LinkState] = [:]) -> HTML? {
        listed(
            links.compactMap { link in
                guard let address = SafeLink(link.address) else { return nil }
                let title = link.title.isEmpty ? address.address : link.title
                let mark = states[link.address].flatMap { dead($0) } ?? HTML()
                return "<a href=\"\(link: address)\" rel=\"nofollow ugc noopener\">\(bdi: title)</a>\(mark)"
            })
    }

    private func dead(_ state: LinkState) -> HTML? {
        guard state.isDead, let since = state.since else { return nil }
        return " <span class=\"tag\">\(words("link.dead-since", ["date": words.date(since)]))</span>"
    }

    /// Tells her who keeps a record which of its links lead nowhere; nothing where all do.
    /// - Parameter change: where she can put them right.
    func deadLinksNotice(_ states: [String: LinkState], of record: String, change: SitePath) -> HTML {
        let dead = states.values.filter(\.isDead).sorted { $0.address < $1.address }
        guard !dead.isEmpty else { return HTML() }
        let items = dead.map { state in
            let moved = state.movedTo.map { words("link.moved", ["address": $0]) } ?? trouble(state)
            return "<li><bdi dir=\"ltr\">\(state.address)</bdi> \(moved)</li>" as HTML
        }
        return Notice(
            tone: .act,
            body: """
                <p>\(words("link.keeper"))</p><ul>\(items)</ul>\
                \(buttons(link(words("writing.change"), change).button(), link(words("relook.again"), .recordLinks(record)).button()))
                """
        ).html()
    }

    /// Why an address leads nowhere, in words.
    func trouble(_ state: LinkState) -> String {
        switch state.trouble {
        case "status-404", "status-410": words("link.trouble-gone")
        case "curl-6": words("link.trouble-name")
        case "curl-28": words("link.trouble-slow")
        case "too-many-redirects", "redirects-in-circles": words("link.trouble-circles")
        case let code where code.hasPrefix("status-5"): words("link.trouble-server")
        default: words("link.trouble-other")
        }
    }

    func money(_ money: Money?) -> HTML? {
        money.map { HTML(text: words.money(Decimal($0.amount), currency: $0.currency)) }
    }

    /// One answer, or several below each other; nil for none.
    func listed(_ pieces: [HTML]) -> HTML? {
        guard pieces.count > 1 else { return pieces.first }
        return "<ul class=\"bare\">\(pieces.map { "<li>\($0)</li>" })</ul>"
    }
}
