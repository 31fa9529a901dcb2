internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// What stands behind a number of the matrix: its needs, each with the passages that say it.
struct MatrixCellView {
    let query: MatrixQuery
    let visit: Visit
    let needs: Page<Filed<Need>>

    private var words: Words { visit.words }

    init(_ query: MatrixQuery, _ visit: Visit, _ desk: Desk) async throws {
        self.query = query
        self.visit = visit
        let offset = (query.page - 1) * ListQuery.pageLength
        needs = try await desk.needs(
            query.filter, unnamed: query.isUnnamed, limit: ListQuery.pageLength, offset: offset)
    }

    func page() -> Response {
        let path = query.path(.matrixCell)
        let list = ListView(
            visit: visit, title: title, lead: words("matrix.cell-lead"), path: path,
            rows: needs.items.map(row), total: needs.total, page: query.page,
            empty: EmptyState(title: words("matrix.none"), body: words("matrix.none-body")))
        let back = trail(
            label: words("record.where"), [visit.link(words("matrix.title"), query.path(.matrix).matrixOnly)])
        return visit.page(title, at: path, back + list.html())
    }

    /// The row, and where.
    private var title: String {
        let filter = query.filter
        let language = visit.language
        let what =
            filter.heading?.label(in: language) ?? filter.subject?.label(in: language)
            ?? (query.isUnnamed ? words("matrix.other-heading") : words("matrix.all-needs"))
        guard let place = filter.country.map({ visit.name($0) }) ?? filter.region?.label(in: language) else {
            return what
        }
        return words("matrix.cell-title", ["what": what, "place": place])
    }

    private func row(_ need: Filed<Need>) -> RegisterRow {
        var row = visit.row(need)
        row.below = need.body.passages.prefix(3).map { visit.quotation($0) }.joined()
        if need.body.passages.isEmpty, !need.body.source.isEmpty {
            row.below = "<p class=\"small quiet\">\(bdi: need.body.source)</p>"
        }
        return row
    }
}

extension SitePath {
    /// The matrix as it was laid out, without the one cell.
    fileprivate var matrixOnly: SitePath {
        with("heading", nil as String?).with("country", nil as String?).with("region", nil as String?)
            .with("subject", nil as String?)
    }
}

extension Visit {
    /// Words of a document, and where they stand in it.
    func quotation(_ passage: Passage) -> HTML {
        let place =
            passage.page.map {
                words("need.passage-place", ["title": passage.title, "page": words.number($0)])
            } ?? passage.title
        return """
            <blockquote>\(UserText(text: passage.text, language: passage.language).html())\
            <p class="small quiet">\(bdi: place)</p></blockquote>
            """
    }
}
