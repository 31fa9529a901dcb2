internal import Localisation
internal import WebSupport

/// One square for each country, placed roughly where it lies: no borders to dispute, few bytes. Never mirrored.
///
/// Accessibility: the drawing is for the eye and the mouse alone; the caption says what it shows, and the same countries,
/// values and links stand in the table that folds out below, for the keyboard, the screen reader and small screens.
struct TileMap {
    struct Tile {
        /// Two letters.
        let code: String
        let name: String
        let column: Int
        let row: Int
        let value: Int
        var address: String?
        var isChosen = false
    }

    let words: Words
    let caption: String
    /// What the values count, as the head of the table's column.
    let valueTitle: String
    let tiles: [Tile]
    /// The least value of each level from the second on, ascending, at most four: [1, 3, 6, 10].
    let thresholds: [Int]

    func html() -> HTML {
        """
        <figure class="map"><figcaption>\(caption)</figcaption>
        <svg viewBox="0 0 \(columns * Self.step) \(rows * Self.step)" aria-hidden="true">\(tiles.map(drawn))</svg>
        \(legend)
        \(fold(words("common.as-table"), table))
        </figure>
        """
    }

    private static let step = 20
    private var columns: Int { (tiles.map(\.column).max() ?? 0) + 1 }
    private var rows: Int { (tiles.map(\.row).max() ?? 0) + 1 }

    private func level(_ value: Int) -> Int { thresholds.prefix(4).filter { value >= $0 }.count }

    private func drawn(_ tile: Tile) -> HTML {
        let level = level(tile.value)
        let x = tile.column * Self.step
        let y = tile.row * Self.step
        let square: HTML = """
            <title>\(tile.name): \(words.number(tile.value))</title>\
            <rect class="level-\(level)" x="\(x + 1)" y="\(y + 1)" width="18" height="18" rx="2"/>\
            <text x="\(x + 10)" y="\(y + 13)">\(tile.code)</text>
            """
        let group: HTML = "<g\(classes: ["high": level > 2, "chosen": tile.isChosen])>\(square)</g>"
        guard let address = tile.address else { return group }
        return "<a href=\"\(address)\" tabindex=\"-1\">\(group)</a>"
    }

    private var legend: HTML {
        let starts = [0] + thresholds.prefix(4)
        return """
            <ul class="legend">\(starts.enumerated().map { level, start in
                """
                <li><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="level-\(level)" x="1" y="1" width="14"\
                 height="14" rx="2"/></svg>\(range(from: start, level: level, starts: starts))</li>
                """ as HTML
            })</ul>
            """
    }

    private func range(from start: Int, level: Int, starts: [Int]) -> String {
        guard level + 1 < starts.count else { return words("common.or-more", ["number": words.number(start)]) }
        let end = starts[level + 1] - 1
        return end > start ? "\(words.number(start))–\(words.number(end))" : words.number(start)
    }

    /// By value, then by name as the language sorts.
    private var table: HTML {
        let byName = words.sorted(tiles) { $0.name }
        let sorted = byName.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
        return DataTable(
            caption: caption,
            columns: [.init(title: words("common.country")), .init(title: valueTitle, isNumber: true)],
            rows: sorted.map { _, tile in
                let name: HTML = tile.address.map { Link(text: tile.name, address: $0).html() } ?? HTML(text: tile.name)
                return [name, HTML(text: words.number(tile.value))]
            }
        ).html()
    }
}
