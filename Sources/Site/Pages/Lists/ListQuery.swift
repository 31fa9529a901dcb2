internal import Hummingbird
internal import Vocabulary
internal import WebSupport

/// What the address of a list asks for. What cannot be read asks for nothing: a link from elsewhere still opens the list.
struct ListQuery {
    static let pageLength = 30
    private static let lastPage = 100_000

    private let form: Form

    init(_ request: Request) throws { form = try request.query() }

    /// From 1.
    var page: Int {
        let asked = Int(form.typed("page")) ?? 1
        return min(max(asked, 1), Self.lastPage)
    }

    var offset: Int { (page - 1) * Self.pageLength }

    var country: CountryCode? { CountryCode(text("country")) }
    var subject: SubjectID? { SubjectID(text("subject")) }
    var assistance: AssistanceTypeID? { AssistanceTypeID(text("assistance")) }

    func text(_ name: String) -> String { form.typed(name) }
}
