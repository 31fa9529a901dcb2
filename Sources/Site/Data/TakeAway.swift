internal import Cooperation
internal import Exchange
internal import Localisation
internal import WebSupport

/// The ways to take a list along, under it: files, feed, calendar, with all that narrows the list.
struct TakeAway {
    let visit: Visit
    let kind: PublicKind
    /// The list with all that narrows it.
    let path: SitePath

    init?(_ visit: Visit, _ path: SitePath) {
        guard let kind = PublicKind.allCases.first(where: { $0.route == path.route }) else { return nil }
        self.visit = visit
        self.kind = kind
        self.path = path
    }

    func html() -> HTML {
        let words = visit.words
        let links = DataFile.endings(ofList: kind).map { ending in
            visit.link(visit.name(of: ending), path.file(ending.rawValue)).html()
        }
        return """
            <section class="take-away" aria-labelledby="take-away"><h2 id="take-away">\(words("data.take-away"))</h2>
            <p class="small quiet">\(words("data.take-away-body")) \
            \(visit.link(words("data.title"), SitePath(.data)).html())</p>
            <ul class="tags">\(links.map { "<li>\($0)</li>" })</ul>\(bringIn)</section>
            """
    }

    /// For the help desk: the way to bring in a list of the same.
    private var bringIn: HTML {
        guard visit.viewer.may(.takeIn), Import.kinds(for: visit.viewer).contains(kind) else { return HTML() }
        let path = kind == .resource ? SitePath(.sources) : SitePath(.imports)
        let text = kind == .resource ? visit.words("harvest.title") : visit.words("data.import")
        return buttons(visit.link(text, path).button())
    }

    /// For the head of the page: the feed, which readers of feeds find by it.
    var head: HTML {
        """
        <link rel="alternate" type="application/atom+xml" title="\(visit.title(of: kind))" \
        href="\(visit.address(path.file(DataFile.Ending.atom.rawValue)))">
        """
    }
}
