internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Every component once, where the site is for demonstration.
enum ComponentsPage {
    static func add(to routes: Routes) {
        routes.get(.components) { _, _, visit, _ in
            let tiles = Vocabulary.standard.countries.enumerated().map { position, country in
                TileMap.Tile(
                    code: country.code.description, name: country.name(in: visit.language),
                    column: country.tile.column, row: country.tile.row, value: position * 7 % 12,
                    address: visit.address(.country(country.code)))
            }
            return visit.page(
                visit.words("components.title"), at: SitePath(.components),
                Specimens(words: visit.words, today: visit.now, tiles: tiles).html())
        }
    }
}
