internal import Cooperation
internal import WebSupport

/// What somebody wants done with the form she sends: which of its buttons was pressed.
enum DraftThen: String {
    /// Save, and on to the next part.
    case next
    /// Save, and go on another day.
    case later
    /// Save nothing; say what is unclear and what may answer it.
    case check

    static let fieldName = "then"

    init(_ form: Form) { self = DraftThen(rawValue: form.typed(DraftThen.fieldName)) ?? .next }

    /// Where to after the part was saved.
    func path(after part: DraftPart?, of id: RequestID) -> SitePath {
        switch self {
        case .later: SitePath(.work)
        case .check: .request(id, .editRequest).with(DraftPart.fieldName, part?.rawValue)
        case .next:
            part?.next.map { .request(id, .editRequest).with(DraftPart.fieldName, $0.rawValue) } ?? .request(id)
        }
    }
}
