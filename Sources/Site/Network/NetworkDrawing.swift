internal import Cooperation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Who works with whom, drawn over the tile map: a dot for each partnership in the middle of its countries, a line from it to
/// each of them. Never mirrored.
///
/// Accessibility: for the eye alone; the list of partnerships on the same page says the same in words.
struct NetworkDrawing {
    struct Knot {
        let title: String
        let countries: [CountryCode]
    }

    let words: Words
    let caption: String
    let knots: [Knot]
    /// The country the page is about, where it is about one.
    var chosen: CountryCode?

    private static let step = 20

    func html() -> HTML {
        let size = Vocabulary.standard.tileMapSize
        let working = Set(knots.flatMap(\.countries))
        let named = Vocabulary.standard.countries.filter { working.contains($0.code) || $0.code == chosen }
        let others = Vocabulary.standard.countries.filter { !working.contains($0.code) && $0.code != chosen }
        return """
            <figure class="map network"><figcaption>\(caption)</figcaption>
            <svg viewBox="0 0 \(size.columns * Self.step) \(size.rows * Self.step)" aria-hidden="true">\
            <path class="level-0" d="\(others.map(outline).joined())"/>\
            \(named.map { square($0, working.contains($0.code)) })\(knots.map(lines))\(knots.map(dot))</svg></figure>
            """
    }

    /// Countries that do not work with others yet, in one stroke and without names: they made a third of the page's bytes.
    private func outline(_ country: Country) -> String {
        "M\(country.tile.column * Self.step + 1) \(country.tile.row * Self.step + 1)h18v18h-18z"
    }

    private func square(_ country: Country, _ works: Bool) -> HTML {
        let place = "translate(\(country.tile.column * Self.step) \(country.tile.row * Self.step))"
        return """
            <g\(classes: ["chosen": country.code == chosen]) transform="\(place)">\
            <title>\(country.name(in: words.language))</title>\
            <rect class="level-\(works ? 1 : 0)" x="1" y="1" width="18" height="18" rx="2"/>\
            <text x="10" y="13">\(country.code.description)</text></g>
            """
    }

    private func middle(_ code: CountryCode) -> (x: Int, y: Int) {
        let tile = code.country.tile
        return (tile.column * Self.step + Self.step / 2, tile.row * Self.step + Self.step / 2)
    }

    private func middle(_ knot: Knot) -> (x: Int, y: Int) {
        let points = knot.countries.map(middle)
        guard !points.isEmpty else { return (0, 0) }
        return (points.map(\.x).reduce(0, +) / points.count, points.map(\.y).reduce(0, +) / points.count)
    }

    private func lines(_ knot: Knot) -> HTML {
        let (x, y) = middle(knot)
        let spokes = knot.countries.map { code in
            let end = middle(code)
            return "M\(x) \(y)L\(end.x) \(end.y)"
        }
        return "<path class=\"spokes\" d=\"\(spokes.joined())\"/>"
    }

    private func dot(_ knot: Knot) -> HTML {
        let (x, y) = middle(knot)
        return "<circle class=\"knot\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"><title>\(knot.title)</title></circle>"
    }
}
