internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import NeedSheets
internal import Vocabulary
internal import WebSupport

/// The matrix: general and thematic needs down, regions or Parties across, each number a way to its needs and their passages.
struct MatrixView {
    let query: MatrixQuery
    let visit: Visit
    let matrix: NeedMatrix
    let unanswered: [UnansweredNeeds]
    let years: [Int]

    private static let unansweredShown = 12

    private var words: Words { visit.words }

    init(_ query: MatrixQuery, _ visit: Visit, _ desk: Desk) async throws {
        self.query = query
        self.visit = visit
        matrix = try await MatrixPages.matrix(query, desk)
        unanswered = try await desk.unansweredNeeds(query.filter)
        years = Set(try await desk.needEntries().map(\.year)).sorted(by: >)
    }

    func page() -> Response {
        visit.page(
            words("matrix.title"), at: query.path(.matrix), summary: words("matrix.lead"),
            """
            <h1>\(words("matrix.title"))</h1>
            <p class="lead">\(words("matrix.lead"))</p>
            \(choices)\(filters)
            \(if: matrix.total.needs == 0, nothing, else: content)
            """)
    }

    private var nothing: HTML {
        EmptyState(
            title: words("matrix.none"), body: words("matrix.none-body"),
            action: query.isFiltered
                ? visit.link(words("record.clear"), SitePath(.matrix)).button()
                : visit.link(words("record.needs"), SitePath(.needs)).button()
        ).html()
    }

    private var content: HTML {
        """
        <div class="trio">
        \(figure(words.number(matrix.total.needs), words("matrix.total-needs", count: matrix.total.needs)))
        \(figure(words.number(matrix.total.countries.count),
            words("matrix.total-parties", count: matrix.total.countries.count)))
        \(figure(words.number(matrix.total.unanswered),
            words("matrix.total-unanswered", count: matrix.total.unanswered)))
        </div>
        \(table)
        \(fold(words("matrix.picture"), "<div class=\"scrolls\">\(picture.html())</div>"))
        \(sourceNote)
        \(buttons(
            visit.link(words("matrix.take-workbook"), query.path(.matrixWorkbook)).button(),
            visit.link(words("matrix.take-csv"), query.path(.matrixFile)).button(),
            visit.link(words("matrix.take-svg"), query.path(.matrixDrawing)).button(),
            visit.link(words("matrix.compare"), SitePath(.matrixComparison)).button()))
        \(unansweredSection)
        """
    }

    private var picture: HeatMap {
        HeatMap(words: words, matrix: matrix) { visit.address(query.cell($0, $1)) }
    }

    private var choices: HTML {
        let base = query.path(.matrix)
        func tab(_ key: MessageKey, _ name: String, _ value: String, _ isCurrent: Bool) -> (Link, String?) {
            (visit.link(words(key), base.with(name, value), isCurrent: isCurrent), nil)
        }
        return tabs(
            label: words("matrix.laid-out"),
            [
                tab("matrix.by-region", "columns", NeedMatrix.ColumnsBy.region.rawValue, query.columnsBy == .region),
                tab("matrix.by-party", "columns", NeedMatrix.ColumnsBy.country.rawValue, query.columnsBy == .country),
            ])
            + tabs(
                label: words("matrix.rows-are"),
                [
                    tab("matrix.by-heading", "rows", NeedMatrix.RowsBy.heading.rawValue, query.rowsBy == .heading),
                    tab("matrix.by-subject", "rows", NeedMatrix.RowsBy.subject.rawValue, query.rowsBy == .subject),
                ])
    }

    private var filters: HTML {
        FilterForm(
            visit: visit, route: .matrix,
            kept: [("rows", query.rowsBy.rawValue), ("columns", query.columnsBy.rawValue)],
            isFiltered: query.isFiltered, fields: MatrixFilters(visit: visit, query: query, years: years).html()
        ).html()
    }

    // MARK: The table

    private var table: HTML {
        """
        <div class="scrolls matrix-scrolls" tabindex="0" role="region" aria-label="\(words("matrix.caption"))">\
        <table class="matrix"><caption>\(words("matrix.caption"))</caption>
        <thead><tr><th scope="col">\(words("matrix.need"))</th>\(matrix.columns.map { column in
            "<th scope=\"col\" class=\"number\">\(words.name(of: column))</th>" as HTML
        })<th scope="col" class="number">\(words("matrix.total"))</th></tr></thead>
        \(groups)
        <tfoot><tr><th scope="row">\(words("matrix.total"))</th>\(matrix.columns.map { column in
            "<td class=\"number\">\(number(matrix[column].needs, query.cell(nil, column)))</td>" as HTML
        })<td class="number">\(number(matrix.total.needs, query.cell(nil, nil)))</td></tr></tfoot>
        </table></div>
        """
    }

    /// The two halves of table 2, or all subjects in one.
    private var groups: HTML {
        guard query.rowsBy == .heading else { return "<tbody>\(matrix.rows.map(line))</tbody>" }
        let halves = NeedHeading.Scope.allCases.map { scope in
            let rows = matrix.rows.filter { row in
                if case .heading(let heading) = row { return heading.scope == scope }
                return false
            }
            return body(scope.label(in: visit.language), rows)
        }
        let rest = matrix.rows.filter { $0 == .otherHeading }
        return halves.joined() + (rest.isEmpty ? HTML() : body(words("matrix.others"), rest))
    }

    private func body(_ title: String, _ rows: [NeedMatrix.Row]) -> HTML {
        """
        <tbody><tr class="group"><th scope="rowgroup" colspan="\(matrix.columns.count + 2)">\(title)</th></tr>
        \(rows.map(line))</tbody>
        """
    }

    private func line(_ row: NeedMatrix.Row) -> HTML {
        """
        <tr><th scope="row">\(words.name(of: row))</th>\(matrix.columns.map { column in
            let cell = matrix[row, column]
            let level = HeatLevel.of(cell.needs, most: matrix.most)
            return """
                <td class="number heat-\(level)">\(number(cell.needs, query.cell(row, column)))</td>
                """ as HTML
        })<td class="number"><b>\(number(matrix[row].needs, query.cell(row, nil)))</b></td></tr>
        """
    }

    private func number(_ needs: Int, _ path: SitePath) -> HTML {
        guard needs > 0 else {
            return "<span class=\"quiet\" aria-hidden=\"true\">·</span>\(spoken(words.number(0)))"
        }
        return "<a href=\"\(visit.address(path))\">\(words.number(needs))</a>"
    }

    /// What table 2 of 2016 says, as far as its text can be read.
    private var sourceNote: HTML {
        guard query.rowsBy == .heading else { return HTML() }
        let table = DataTable(
            caption: words("matrix.source-caption"),
            columns: [.init(title: words("matrix.need")), .init(title: words("matrix.source-marks"), isNumber: true)],
            rows: NeedHeading.allCases.map { heading in
                [
                    HTML(text: heading.label(in: visit.language)),
                    HTML(
                        text: words(
                            "matrix.source-of",
                            ["number": words.number(heading.marks), "all": words.number(16)])),
                ]
            })
        let parties = words.list(
            words.sorted(Vocabulary.partiesOfNeedTable) { visit.name($0) }.map { visit.name($0) })
        return fold(
            words("matrix.source"), "<p>\(words("matrix.source-body", ["parties": parties]))</p>\(table.html())")
    }

    // MARK: What has no answer

    private var unansweredSection: HTML {
        guard !unanswered.isEmpty else { return HTML() }
        let table = DataTable(
            caption: words("matrix.unanswered-caption"),
            columns: [
                .init(title: words("matrix.need")), .init(title: words("country.region")),
                .init(title: words("matrix.unanswered"), isNumber: true),
                .init(title: words("gaps.there"), isNumber: true),
                .init(title: words("gaps.providers"), isNumber: true),
            ], rows: unanswered.prefix(Self.unansweredShown).map(row))
        return """
            <section><h2>\(words("matrix.unanswered-title"))</h2><p>\(words("matrix.unanswered-body"))</p>\(table.html())
            \(buttons(visit.link(words("gaps.title"), SitePath(.gaps)).button()))</section>
            """
    }

    private func row(_ need: UnansweredNeeds) -> [HTML] {
        let path = query.cell(.heading(need.heading), .region(need.region))
        let unknown: HTML = "<span class=\"quiet\">\(words("matrix.not-counted"))</span>"
        return [
            visit.link(need.heading.label(in: visit.language), path).html(),
            HTML(text: need.region.label(in: visit.language)), HTML(text: words.number(need.cell.unanswered)),
            need.providersThere.map { HTML(text: words.number($0)) } ?? unknown,
            need.providers.map { HTML(text: words.number($0)) } ?? unknown,
        ]
    }
}
