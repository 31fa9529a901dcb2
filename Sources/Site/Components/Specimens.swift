internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// The pages of components: every component once, with what it promises. It is the first thing the tests of the look and
/// of accessibility visit.
struct Specimens {
    let words: Words
    /// What dates of the examples are counted from.
    let today: Date
    /// The squares of the example map.
    let tiles: [TileMap.Tile]

    /// The components on pages of their own: all on one would be heavier than any page may be.
    enum Part: String, CaseIterable { case drawings, charts, lists, forms }

    /// All of them.
    func html() -> HTML { Part.allCases.map(html).joined() }

    func html(_ part: Part) -> HTML {
        switch part {
        case .drawings:
            """
            \(section("components.way", "components.way-promise", ways))
            \(section("components.map", "components.map-promise", map.html()))
            \(section("components.reasons", "components.reasons-promise", reasons.html()))
            """
        case .charts:
            """
            \(section("components.network", "components.network-promise", network.html()))
            \(section("components.table", "components.table-promise", tables))
            """
        case .lists:
            """
            \(section("components.cards", "components.card-promise", startCards))
            \(section("components.register", "components.register-promise", records))
            \(section("components.notices", "components.notices-promise", notices))
            \(section("components.facts", "components.facts-promise", someFacts))
            \(section("components.papers", "components.papers-promise", conversation))
            \(section("components.versions", "components.versions-promise", versions))
            """
        case .forms:
            """
            \(section("components.buttons", "components.buttons-promise", allButtons))
            \(section("components.form", "components.form-promise", form))
            \(section("components.controls", "components.controls-promise", controls))
            \(section("components.errors", "components.errors-promise", wrong))
            """
        }
    }

    private func section(_ title: MessageKey, _ promise: MessageKey, _ body: HTML) -> HTML {
        """
        <section class="specimen"><h2>\(words(title))</h2>
        <p class="small quiet">\(words(promise))</p>
        \(body)</section>

        """
    }

    /// The date so many days from today, short.
    func day(_ days: Int) -> String { words.shortDate(date(days)) }

    func date(_ days: Int) -> Date { today.addingTimeInterval(Double(days) * 86_400) }
}
