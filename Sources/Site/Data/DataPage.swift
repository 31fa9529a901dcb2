internal import Exchange
internal import Localisation
internal import WebSupport

/// Where everything that can be taken away is explained: files, feeds, calendars, addresses for programs.
enum DataPage {
    static func add(to routes: Routes) {
        routes.get(.data) { _, _, visit, _ in
            visit.page(
                visit.words("data.title"), at: SitePath(.data), summary: visit.words("data.lead"), html(visit))
        }
    }

    private static func html(_ visit: Visit) -> HTML {
        let words = visit.words
        let endings = DataFile.Ending.allCases.filter { $0 != .jsonld }
        let table = DataTable(
            caption: words("data.lists-caption"),
            columns: [.init(title: words("data.list"))] + endings.map { .init(title: visit.name(of: $0)) },
            rows: PublicKind.allCases.map { kind in
                [visit.link(visit.title(of: kind), SitePath(kind.route)).html()]
                    + endings.map { ending in
                        guard DataFile.endings(ofList: kind).contains(ending) else { return "–" }
                        let name = spoken(visit.title(of: kind) + " ") + HTML(text: ending.rawValue)
                        let path = SitePath(kind.route).file(ending.rawValue)
                        return "<a href=\"\(visit.address(path))\">\(name)</a>"
                    }
            })
        return """
            <h1>\(words("data.title"))</h1><p class="lead">\(words("data.lead"))</p>
            <section><h2>\(words("data.lists"))</h2><p>\(words("data.lists-body"))</p>\(table.html())
            <p>\(words("data.filters"))</p></section>
            <section><h2>\(words("data.harvest"))</h2><p>\(words("data.harvest-body"))</p>
            \(facts([
                (words("data.harvest-address"), address(visit.publisher.address(path: MachinePages.oaiPath))),
                (words("data.harvest-schema"), address(visit.publisher.address(path: OwnFormat.schemaPath))),
                (words("data.map"), address(visit.publisher.address(path: "/sitemap.xml"))),
            ]))</section>
            <section><h2>\(words("data.cite"))</h2><p>\(words("data.cite-body"))</p></section>
            <section><h2>\(words("data.never"))</h2><p>\(words("data.never-body"))</p></section>
            """
    }

    private static func address(_ address: String) -> HTML {
        "<a href=\"\(address)\"><bdi dir=\"ltr\">\(address)</bdi></a>"
    }
}
