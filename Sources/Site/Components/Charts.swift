internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// A number for each name, as a table whose last column draws it. The table is the chart: nothing is told twice.
struct BarTable {
    let words: Words
    let caption: String
    let nameTitle: String
    let valueTitle: String
    let rows: [(name: String, value: Double)]
    /// Where each row leads; none where the chart stands by itself.
    var links: [String?] = []

    private func name(_ place: Int) -> HTML {
        guard links.indices.contains(place), let address = links[place] else { return HTML(text: rows[place].name) }
        return "<a href=\"\(address)\">\(rows[place].name)</a>"
    }

    func html() -> HTML {
        let most = max(1, rows.map(\.value).max() ?? 1)
        return """
            <table class="bars"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(nameTitle)</th><th scope="col" class="number">\(valueTitle)</th>\
            <td></td></tr></thead>
            <tbody>\(rows.enumerated().map { place, row in
                """
                <tr><th scope="row">\(name(place))</th><td class="number">\(words.number(row.value, digits: 1))</td>\
                <td><svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">\
                <rect width="\(Int(max(0, row.value) / most * 1000))" height="12"/></svg></td></tr>
                """ as HTML
            })</tbody></table>
            """
    }
}

/// A number for each moment, as columns; the numbers stand in the table that folds out below.
struct ColumnChart {
    let words: Words
    let caption: String
    let nameTitle: String
    let valueTitle: String
    /// The label is short enough to stand below its column; the name is the one in the table.
    let columns: [(label: String, name: String, value: Double)]

    func html() -> HTML {
        let table = DataTable(
            caption: caption, columns: [.init(title: nameTitle), .init(title: valueTitle, isNumber: true)],
            rows: columns.map { [HTML(text: $0.name), HTML(text: words.number($0.value, digits: 1))] })
        return """
            <figure class="columns"><figcaption>\(caption)</figcaption>
            <svg width="\(width)" height="220" viewBox="0 0 \(width) 220" aria-hidden="true"><line x1="0" y1="190" x2="\(width)" y2="190"/>\
            \(columns.enumerated().map(column))</svg>
            \(fold(words("common.as-table"), table.html()))</figure>
            """
    }

    private static let step = 72
    private var width: Int { max(1, columns.count) * Self.step }

    /// Time runs with the direction of reading.
    private func column(_ position: Int, _ column: (label: String, name: String, value: Double)) -> HTML {
        let most = max(1, columns.map(\.value).max() ?? 1)
        let height = Int(max(0, column.value) / most * 160)
        let place = words.language.isRightToLeft ? columns.count - 1 - position : position
        let middle = place * Self.step + Self.step / 2
        return """
            <rect x="\(middle - 18)" y="\(190 - height)" width="36" height="\(height)"/>\
            <text class="value" x="\(middle)" y="\(184 - height)">\(words.number(column.value, digits: 1))</text>\
            <text x="\(middle)" y="210">\(column.label)</text>
            """
    }
}
