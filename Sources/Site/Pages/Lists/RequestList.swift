internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The list of requests: all, those that wait for an answer, those that have one, and those that are over.
struct RequestList {
    enum Group: String, CaseIterable {
        case all, open, answered, closed

        /// Empty: every state.
        var states: Set<State> {
            switch self {
            case .all: []
            case .open: Set(State.allCases.filter { !$0.isEnd }).subtracting(Group.answered.states)
            case .answered: [.answered, .matched, .planned, .funded, .underWay, .reported]
            case .closed: Set(State.allCases.filter(\.isEnd))
            }
        }
    }

    let query: ListQuery
    let visit: Visit

    private var group: Group { Group(rawValue: query.text("state")) ?? .all }

    func page(_ desk: Desk) async throws -> Response {
        let found = try await desk.requests(filter(group), for: visit.viewer, offset: query.offset)
        let names = try await desk.institutions(found.items.map(\.request.body.organisation))
        var counts: [Group: Int] = [:]
        for group in Group.allCases {
            counts[group] = try await desk.requests(filter(group), for: visit.viewer, limit: 0).total
        }
        let words = visit.words
        let view = ListView(
            visit: visit, title: words("record.requests"), lead: words("record.requests-lead"), path: path(group),
            above: choices(counts), unknown: query.unknown(["state": Group.self, "sort": RequestFilter.Order.self]),
            filters: FilterForm(
                visit: visit, route: .requests, kept: group == .all ? [] : [("state", group.rawValue)],
                isFiltered: query.isFiltered || order != .newest, fields: fields),
            rows: found.items.map { visit.row($0, institutions: names) }, total: found.total, page: query.page,
            empty: empty(hasOthers: counts[.all, default: 0] > 0))
        return visit.page(
            words("record.requests"), at: path(group), summary: words("record.requests-lead"),
            head: TakeAway(visit, path(group))?.head ?? HTML(), view.html())
    }

    private var order: RequestFilter.Order { RequestFilter.Order(rawValue: query.text("sort")) ?? .newest }

    private var fields: HTML {
        let words = visit.words
        let orders = RequestFilter.Order.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("facet.order-\($0.rawValue)")))
        }
        return visit.countryFilter(query.country, label: words("common.country"))
            + visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + Field(words: words, name: "sort", label: words("facet.order")).select(orders, chosen: order.rawValue)
    }

    /// The requests the address asks for.
    var filter: RequestFilter { filter(group) }

    private func filter(_ group: Group) -> RequestFilter {
        RequestFilter(
            states: group.states, countries: Set([query.country].compactMap { $0 }), subject: query.subject,
            targets: Set([query.target].compactMap { $0 }), order: order)
    }

    private func path(_ group: Group) -> SitePath {
        query.path(.requests).with("state", group == .all ? nil : group.rawValue)
            .with("sort", order == .newest ? nil : order.rawValue)
    }

    private func choices(_ counts: [Group: Int]) -> HTML {
        tabs(
            label: visit.words("record.group"),
            Group.allCases.map { item in
                let link = visit.link(
                    visit.words(MessageKey("record.group-\(item.rawValue)")), path(item), isCurrent: item == group)
                return (link, visit.words.number(counts[item, default: 0]))
            })
    }

    private func empty(hasOthers: Bool) -> EmptyState {
        let words = visit.words
        if hasOthers {
            return EmptyState(
                title: words("record.none-here"), body: words("record.none-here-body"),
                action: visit.link(words("record.group-all"), path(.all)).button())
        }
        return EmptyState(
            title: words("record.no-requests"), body: words("record.no-requests-body"),
            action: visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act))
    }
}
