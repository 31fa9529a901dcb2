internal import WebSupport

/// A table that becomes a card for each row on a phone.
///
/// Accessibility: a caption says what it holds; the first cell of a row heads it; the roles are written out, because
/// browsers forget them when the rows become blocks.
struct DataTable {
    struct Column {
        let title: String
        var isNumber = false
    }

    let caption: String
    let columns: [Column]
    let rows: [[HTML]]

    func html() -> HTML {
        """
        <div class="cards-on-phone"><table role="table"><caption>\(caption)</caption>
        <thead role="rowgroup"><tr role="row">\(columns.map { column in
            "<th role=\"columnheader\" scope=\"col\"\(classes: ["number": column.isNumber])>\(column.title)</th>" as HTML
        })</tr></thead>
        <tbody role="rowgroup">\(rows.map { row in "<tr role=\"row\">\(cells(row))</tr>\n" as HTML })</tbody></table></div>
        """
    }

    private func cells(_ row: [HTML]) -> HTML {
        zip(columns, row).enumerated().map { position, cell in
            let (column, content) = cell
            guard position > 0 else { return "<th role=\"rowheader\" scope=\"row\">\(content)</th>" }
            return """
                <td role="cell" data-label="\(column.title)"\(classes: ["number": column.isNumber])>\
                <div>\(content)</div></td>
                """
        }.joined()
    }
}
