internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// A draft on somebody's desk: the form as it is typed, and all that its page shows besides.
struct DraftDesk {
    var form: Form
    /// The request that is revised; nil for a new one.
    let filed: Filed<Cooperation.Request>?
    var parts: [DraftPart]
    let visit: Visit
    let desk: Desk
    var problems = FormProblems.none
    var notice: String?
    /// Whether it is to be read over at once.
    var wantsHelp = false

    init(_ form: Form, of filed: Filed<Cooperation.Request>?, parts: [DraftPart], _ visit: Visit, _ desk: Desk) {
        self.form = form
        self.filed = filed
        self.parts = parts
        self.visit = visit
        self.desk = desk
        // A draft that says something already is read over when it is opened.
        wantsHelp = filed != nil && parts == [.need]
    }

    func view() async throws -> DraftFormView {
        var organisations = visit.viewer.organisations
        if let own = filed?.body.organisation { organisations.insert(own) }
        var readers: Set<AccountID> = []
        if case .named(let accounts) = filed?.body.visibility { readers = Set(accounts) }
        var view = DraftFormView(
            visit: visit, form: form, problems: problems, id: filed?.id,
            institutions: try await desk.records(organisations.sorted()),
            readers: try await visit.names(of: readers, desk), notice: notice)
        view.parts = parts
        view.request = filed?.body
        view.drafts = try await earlierDrafts()
        if wantsHelp {
            view.help = try await DraftHelp(form, base: filed?.body, id: filed?.id, visit, desk)
        }
        return view
    }

    /// Her other drafts, for who begins a new one.
    private func earlierDrafts() async throws(DeskError) -> [DossierCard] {
        guard filed == nil, let account = visit.viewer.account else { return [] }
        let drafts = RequestFilter(states: [.drafted], author: account)
        return try await desk.requests(drafts, for: visit.viewer, limit: 5).items
    }
}
