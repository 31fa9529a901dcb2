internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import NeedSheets
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Two regions, two years, or a region of one year and another of another, side by side.
struct ComparisonView {
    let visit: Visit
    let sides: [Side]
    let years: [Int]
    let comparison: NeedComparison

    private var words: Words { visit.words }

    struct Side {
        /// `first` or `second`, as the form's fields begin.
        let name: String
        let region: Region?
        let year: Int?
        let filter: NeedFilter

        init(_ name: String, _ form: Form) {
            self.name = name
            region = Region(rawValue: form.typed("\(name)-region"))
            year = Int(form.typed("\(name)-year"))
            filter = NeedFilter(region: region, year: year)
        }
    }

    init(_ form: Form, _ visit: Visit, _ desk: Desk) async throws {
        self.visit = visit
        sides = [Side("first", form), Side("second", form)]
        let rows = NeedMatrix.RowsBy(rawValue: form.typed("rows")) ?? .heading
        years = Set(try await desk.needEntries().map(\.year)).sorted(by: >)
        comparison = NeedComparison(
            try await desk.needMatrix(sides[0].filter, rowsBy: rows),
            try await desk.needMatrix(sides[1].filter, rowsBy: rows))
    }

    private var path: SitePath {
        sides.reduce(SitePath(.matrixComparison)) { path, side in
            path.with("\(side.name)-region", side.region?.rawValue)
                .with("\(side.name)-year", side.year.map(String.init))
        }
    }

    func page() -> Response {
        visit.page(
            words("matrix.compare"), at: path, summary: words("matrix.compare-lead"),
            """
            \(trail(label: words("record.where"), [visit.link(words("matrix.title"), SitePath(.matrix))]))
            <h1>\(words("matrix.compare"))</h1><p class="lead">\(words("matrix.compare-lead"))</p>
            \(form)\(if: sides.contains { $0.region != nil || $0.year != nil }, table)
            """)
    }

    private var form: HTML {
        """
        <form method="get" action="\(visit.address(SitePath(.matrixComparison)))"><div class="halves">\
        \(sides.map { side in
            """
            <fieldset><legend>\(words(MessageKey("matrix.\(side.name)")))</legend>
            \(select("\(side.name)-region", "country.region",
                Region.allCases.map { ($0.rawValue, $0.label(in: visit.language)) }, side.region?.rawValue))
            \(select("\(side.name)-year", "matrix.year", years.map { (String($0), String($0)) },
                side.year.map(String.init)))</fieldset>
            """ as HTML
        })</div>\(buttons(submitButton(words("record.show"), .act)))</form>
        """
    }

    private func select(_ name: String, _ label: MessageKey, _ choices: [(String, String)], _ chosen: String?) -> HTML {
        Field(words: words, name: name, label: words(label)).select(
            [Choice(value: "", label: words("record.any"))] + choices.map { Choice(value: $0.0, label: $0.1) },
            chosen: chosen)
    }

    private func name(_ side: Side) -> String {
        let parts = [side.region?.label(in: visit.language), side.year.map(String.init)].compactMap { $0 }
        return parts.isEmpty ? words("matrix.everything") : parts.joined(separator: " · ")
    }

    private var table: HTML {
        var rows = comparison.lines.map { line in
            cells(words.name(of: line.row), line.row, line.first, line.second)
        }
        rows.append(cells(words("matrix.total"), nil, comparison.first, comparison.second))
        return DataTable(
            caption: words("matrix.compare-caption"),
            columns: [
                .init(title: words("matrix.need")), .init(title: name(sides[0]), isNumber: true),
                .init(title: name(sides[1]), isNumber: true), .init(title: words("matrix.change"), isNumber: true),
            ], rows: rows
        ).html()
    }

    private func cells(
        _ name: String, _ row: NeedMatrix.Row?, _ first: NeedMatrix.Cell, _ second: NeedMatrix.Cell
    ) -> [HTML] {
        let change = second.needs - first.needs
        let sign = change > 0 ? "+" : change < 0 ? "\u{2212}" : ""
        return [
            HTML(text: name), number(first.needs, row, sides[0]), number(second.needs, row, sides[1]),
            "<bdi dir=\"ltr\">\(sign + words.number(abs(change)))</bdi>",
        ]
    }

    /// A number that leads to its needs.
    private func number(_ needs: Int, _ row: NeedMatrix.Row?, _ side: Side) -> HTML {
        guard needs > 0 else { return HTML(text: words.number(0)) }
        let query = MatrixQuery(
            Form(
                fields: ["region": side.region?.rawValue, "year": side.year.map(String.init)].compactMapValues {
                    value in
                    value.map { [$0] }
                }))
        return visit.link(words.number(needs), query.cell(row, nil)).html()
    }
}
