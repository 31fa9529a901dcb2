internal import Cooperation
internal import Hummingbird
internal import Vocabulary
internal import WebSupport

/// What the address of the matrix asks for. What cannot be read asks for nothing.
struct MatrixQuery {
    let rowsBy: NeedMatrix.RowsBy
    let columnsBy: NeedMatrix.ColumnsBy
    var filter: NeedFilter
    /// Only needs that no row of table 2 names.
    let isUnnamed: Bool
    let page: Int
    private let form: Form

    init(_ request: Request) throws { self.init(try request.query()) }

    init(_ form: Form) {
        self.form = form
        rowsBy = NeedMatrix.RowsBy(rawValue: form.typed("rows")) ?? .heading
        columnsBy = NeedMatrix.ColumnsBy(rawValue: form.typed("columns")) ?? .region
        filter = NeedFilter(
            region: Region(rawValue: form.typed("region")), group: CountryGroup(rawValue: form.typed("group")),
            country: CountryCode(form.typed("country")), heading: NeedHeading(rawValue: form.typed("heading")),
            scope: NeedHeading.Scope(rawValue: form.typed("scope")), subject: SubjectID(form.typed("subject")),
            target: FrameworkTarget(form.typed("target")), year: Int(form.typed("year")),
            state: NeedState(rawValue: form.typed("state")))
        isUnnamed = form.typed("heading") == Self.unnamed
        page = min(max(Int(form.typed("page")) ?? 1, 1), 100_000)
    }

    static let unnamed = "none"

    var isFiltered: Bool {
        filter != NeedFilter()
    }

    /// The same matrix at another of its places: page, file, picture.
    func path(_ route: SiteRoute) -> SitePath {
        var path = SitePath(route)
        for name in Self.names { path = path.with(name, form.typed(name)) }
        return path
    }

    /// The needs where a row and a column meet.
    func cell(_ row: NeedMatrix.Row?, _ column: NeedMatrix.Column?) -> SitePath {
        var path = path(.matrixCell)
        switch row {
        case .heading(let heading): path = path.with("heading", heading.rawValue)
        case .otherHeading: path = path.with("heading", Self.unnamed)
        case .subject(let subject): path = path.with("subject", subject.description)
        case .noSubject, nil: break
        }
        switch column {
        case .region(let region): path = path.with("region", region.rawValue)
        case .country(let country): path = path.with("country", country.description)
        case nil: break
        }
        return path
    }

    private static let names = [
        "rows", "columns", "region", "group", "country", "heading", "scope", "subject", "target", "year", "state",
    ]
}
