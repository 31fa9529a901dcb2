internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Calls, funds, training and fellowships: those open, those that close soon, those that have closed; and of these only what one
/// may apply for.
struct OpportunityList {
    enum Which: String, CaseIterable { case open, soon, closed, all }

    let query: ListQuery
    let visit: Visit
    let desk: Desk

    private var which: Which { Which(rawValue: query.text("which")) ?? .open }
    private var isMine: Bool { query.text("mine") == "1" && !visit.viewer.organisations.isEmpty }

    func page() async throws -> Response {
        let words = visit.words
        let mine = try await desk.records(visit.viewer.organisations.sorted())
        let applicants = Set(mine.map { RecordFilter.Applicant(country: $0.body.country, type: $0.body.type) })
        let found = try await desk.records(
            Opportunity.self, visit.filter(query.filter, which, isMine ? applicants : nil), offset: query.offset)
        let names = try await desk.institutions(found.items.map(\.body.organisation))
        let fields =
            visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + visit.assistanceFilter(query.assistance)
            + visit.countryFilter(query.country, label: words("opportunity.may-apply"))
        var kept: [(name: String, value: String)] = []
        if which != .open { kept.append(("which", which.rawValue)) }
        if isMine { kept.append(("mine", "1")) }
        return ListPages.list(
            .opportunities, query, visit, title: words("opportunity.all"), lead: words("opportunity.lead"),
            above: try await ways(applicants) + own(mine), kept: kept, fields,
            rows: found.items.map { visit.row($0, names) }, total: found.total,
            empty: EmptyState(title: words("opportunity.none"), body: words("opportunity.none-body")))
    }

    /// How many there are of each, with all that narrows the list.
    private func ways(_ applicants: Set<RecordFilter.Applicant>) async throws -> HTML {
        var links: [(link: Link, count: String?)] = []
        for each in Which.allCases {
            let filter = visit.filter(query.filter, each, isMine ? applicants : nil)
            let count = try await desk.records(Opportunity.self, filter, limit: 1).total
            let path = query.path(.opportunities).with("which", each == .open ? nil : each.rawValue)
                .with("mine", isMine ? "1" : nil)
            links.append(
                (
                    visit.link(
                        visit.words(MessageKey("opportunity.which-\(each.rawValue)")), path, isCurrent: each == which),
                    visit.words.number(count)
                ))
        }
        return tabs(label: visit.words("opportunity.which"), links)
    }

    /// For who speaks for an institution: only what that may apply for, and back.
    private func own(_ mine: [Filed<Organisation>]) -> HTML {
        guard !mine.isEmpty else { return HTML() }
        let words = visit.words
        let names = words.list(mine.map { visit.plain($0.body.name) })
        let path = query.path(.opportunities).with("which", which == .open ? nil : which.rawValue)
        let link =
            isMine
            ? visit.link(words("opportunity.everybody-s"), path)
            : visit.link(words("opportunity.only-mine", ["institutions": names]), path.with("mine", "1"))
        let said: HTML = "<p>\(words("opportunity.is-mine", ["institutions": names]))</p>"
        return (isMine ? said : HTML()) + "<p>\(link.html())</p>"
    }
}

extension Visit {
    /// A filter narrowed to those open, closing soon or closed.
    func filter(
        _ filter: RecordFilter, _ which: OpportunityList.Which, _ applicants: Set<RecordFilter.Applicant>?
    ) -> RecordFilter {
        var filter = filter
        filter.applicants = applicants
        filter.order = which == .closed ? .lastDeadline : .deadline
        switch which {
        case .open: filter.openOn = openDay
        case .soon:
            filter.openOn = openDay
            filter.closesUntil = today.adding(days: Self.soon)
        case .closed: filter.closedBefore = openDay
        case .all: filter.order = .newest
        }
        return filter
    }
}
