internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Projects: requests from their plan on, and what was carried out elsewhere, in one list.
struct ProjectList {
    enum Which: String, CaseIterable {
        case all, underWay, over

        var isOver: Bool? {
            switch self {
            case .all: nil
            case .underWay: false
            case .over: true
            }
        }
    }

    let query: ListQuery
    let visit: Visit
    let desk: Desk

    private var which: Which { Which(rawValue: query.text("which")) ?? .all }
    private var words: Words { visit.words }

    private func filter(_ which: Which) -> ProjectFilter {
        ProjectFilter(
            subject: query.subject, target: query.target, countries: Set([query.country].compactMap { $0 }),
            isOver: which.isOver)
    }

    func page() async throws -> Response {
        let found = try await desk.projects(filter(which), offset: query.offset)
        let names = try await desk.institutions(found.items.compactMap(\.organisation))
        let title = words("project.all")
        let view = ListView(
            visit: visit, title: title, lead: words("project.lead"), path: path(which),
            above: try await ways() + record, unknown: query.unknown(["which": Which.self]),
            filters: FilterForm(
                visit: visit, route: .projects, kept: which == .all ? [] : [("which", which.rawValue)],
                isFiltered: query.isFiltered,
                fields: visit.subjectFilter(query.subject)
                    + visit.countryFilter(query.country, label: words("common.country"))
                    + visit.targetFilter(query.target)),
            rows: found.items.map { visit.row($0, names) }, total: found.total, page: query.page,
            empty: EmptyState(title: words("project.none"), body: words("project.none-body")))
        return visit.page(
            title, at: path(which), summary: words("project.lead"),
            head: TakeAway(visit, path(which))?.head ?? HTML(), view.html())
    }

    private func path(_ which: Which) -> SitePath {
        query.path(.projects).with("which", which == .all ? nil : which.rawValue)
    }

    private func ways() async throws -> HTML {
        var links: [(link: Link, count: String?)] = []
        for each in Which.allCases {
            let count = try await desk.projects(filter(each), limit: 1).total
            let name = words(MessageKey("project.which-\(each.rawValue)"))
            links.append((visit.link(name, path(each), isCurrent: each == which), words.number(count)))
        }
        return tabs(label: words("project.which"), links)
    }

    private var record: HTML {
        guard visit.viewer.isSignedIn, visit.viewer.may(.writeProject) else { return HTML() }
        return buttons(visit.link(words("writing.new-project"), SitePath(.newProject)).button())
    }
}

extension Visit {
    func row(_ card: ProjectCard, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        switch card {
        case .paper(let project): return row(project, institutions, kind: kind)
        case .request(let card):
            var row = self.row(card, institutions: institutions)
            row.kind = kind ?? words("project.from-request")
            return row
        }
    }

    func row(_ project: Filed<Project>, _ institutions: Institutions, kind: String? = nil) -> RegisterRow {
        let body = project.body
        let places =
            body.countries.count > 4
            ? [words("record.countries", count: body.countries.count)] : body.countries.map { name($0) }
        let said = body.results.isEmpty ? body.problem : body.results
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.project(project.id)),
            summary: text(said.shortened(to: 240)),
            facts: [body.organisations.first.flatMap { institutions[$0] }.map { plain($0) }, period(of: body)]
                .compactMap { $0 } + places,
            tags: tags(of: body))
    }

    func tags(of project: Project) -> [Tag] {
        var tags = [Tag(text: words(project.stage.message), tone: project.stage == .underWay ? .strong : .quiet)]
        if let direction = project.direction, direction == .southSouth || direction == .triangular {
            tags.append(Tag(text: words(direction.message), tone: .strong))
        }
        return tags
    }

    /// From when to when; nil where neither is known.
    func period(of project: Project) -> String? {
        switch (project.starts, project.ends) {
        case (nil, nil): nil
        case (let first?, nil): words("project.since", ["date": day(first)])
        case (nil, let last?): words("project.until", ["date": day(last)])
        case (let first?, let last?): words("event.from-to", ["from": day(first), "to": day(last)])
        }
    }
}

extension Project.Stage {
    var message: MessageKey { MessageKey("project.stage-\(rawValue)") }
}
