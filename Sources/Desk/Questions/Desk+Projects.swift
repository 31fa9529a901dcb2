public import Catalogue
public import Cooperation

/// A project as lists show it: a paper, or a request that has come as far as a plan.
public enum ProjectCard: Sendable {
    case paper(Filed<Project>)
    case request(DossierCard)

    /// Who leads it, or asked for it.
    public var organisation: OrganisationID? {
        switch self {
        case .paper(let project): project.body.organisations.first
        case .request(let card): card.request.body.organisation
        }
    }
}

extension Desk {
    /// Projects as a visitor reads them, whoever asks: what is confidential is not in this list.
    public func projects(
        _ filter: ProjectFilter = ProjectFilter(), limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<ProjectCard> {
        let found = try await asking { try await catalogue.projects(filter, limit: limit, offset: offset) }
        let papers = try await records(
            found.items.compactMap { if case .paper(let id) = $0 { id } else { nil as ProjectID? } })
        let asked = Set(found.items.compactMap { if case .request(let id) = $0 { id } else { nil as RequestID? } })
        let cards =
            asked.isEmpty
            ? [] : try await requests(RequestFilter(among: asked), for: .visitor, limit: asked.count).items
        let items = found.items.compactMap { name -> ProjectCard? in
            switch name {
            case .paper(let id): papers.first { $0.id == id }.map { .paper($0) }
            case .request(let id): cards.first { $0.request.id == id }.map { .request($0) }
            }
        }
        return Page(items: items, total: found.total, offset: offset)
    }

    /// Projects a practice was drawn from.
    public func projects(drawnOn practice: PracticeID) async throws(DeskError) -> [Filed<Project>] {
        try await records(Project.self, RecordFilter(practice: practice), limit: 10).items
    }
}
