internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// A kind of record that people write in a form.
protocol Writable: PublicPaper {
    static func sections(_ visit: Visit) -> [QuestionSection]
    /// The record as the answers say it; what cannot be read becomes a problem of its question.
    static func read(_ reader: inout RecordReader, base: Self?) throws -> Self
    /// The record as answers, to be gone over.
    func answers(_ visit: Visit) -> [String: [String]]
    /// What a new form begins with: an earlier record to begin from, or a request whose work the record tells of, where the
    /// address names one.
    static func beginnings(_ query: Form, _ visit: Visit, _ desk: Desk) async throws -> [String: [String]]
    /// Whether one that is not ready can be kept as a draft.
    static var canBeKept: Bool { get }
    /// Keeps it so, and says where it is found again.
    static func keep(
        _ body: Self, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> SitePath?
    /// The institutions in whose name this person may write one.
    static func organisers(_ visit: Visit, _ desk: Desk) async throws(DeskError) -> Set<OrganisationID>
    static func newPlace() -> SiteRoute
    static func editPlace() -> SiteRoute
    static func path(_ id: ID<Self>, _ route: SiteRoute) -> SitePath
    static func path(_ id: ID<Self>) -> SitePath
    static func file(
        _ body: Self, as id: ID<Self>?, from base: Int, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> ID<Self>
}

extension Writable {
    static func beginnings(_ query: Form, _ visit: Visit, _ desk: Desk) async throws -> [String: [String]] { [:] }

    static func organisers(_ visit: Visit, _ desk: Desk) async throws(DeskError) -> Set<OrganisationID> {
        visit.viewer.organisations
    }

    static var canBeKept: Bool { false }

    static func keep(
        _ body: Self, for visit: Visit, once key: String?, _ desk: Desk
    ) async throws(DeskError) -> SitePath? { nil }

    /// Every question of the form.
    static func questions(_ visit: Visit) -> [Question] { sections(visit).flatMap(\.questions) }
}
