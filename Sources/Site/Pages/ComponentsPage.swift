internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Every component once, where the site is for demonstration.
enum ComponentsPage {
    static func add(to routes: Routes) {
        routes.get(.components) { _, _, visit, _ in page(.drawings, visit) }
        routes.get(.componentPart) { _, context, visit, _ in
            page(try context.pathParameter("id") { Specimens.Part(rawValue: $0) }, visit)
        }
    }

    private static func page(_ part: Specimens.Part, _ visit: Visit) -> Response {
        let words = visit.words
        let links = Specimens.Part.allCases.map { each in
            let path = SitePath.components(each)
            let name = words(MessageKey("components.part-\(each.rawValue)"))
            return (link: visit.link(name, path, isCurrent: each == part), count: nil as String?)
        }
        return visit.page(
            words("components.title"), at: SitePath.components(part),
            """
            <h1>\(words("components.title"))</h1>
            <p class="lead">\(words("components.lead"))</p>
            \(tabs(label: words("components.title"), links))
            \(specimens(visit).html(part))
            """)
    }

    private static func specimens(_ visit: Visit) -> Specimens {
        let tiles = Vocabulary.standard.countries.enumerated().map { position, country in
            TileMap.Tile(
                code: country.code.description, name: country.name(in: visit.language),
                column: country.tile.column, row: country.tile.row, value: position * 7 % 12,
                address: visit.address(.country(country.code)))
        }
        return Specimens(words: visit.words, today: visit.now, tiles: tiles)
    }
}
