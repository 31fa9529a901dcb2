import Catalogue
public import Cooperation
public import Foundation
public import Matching
public import TextAnalysis
public import Vocabulary

/// A paper that a search found, as lists show it.
public struct FoundPaper: Sendable {
    /// The paper's identifier.
    public var key: String
    public var kind: PaperKind
    public var title: LocalizedText
    /// What it is about; empty where its author wrote no more than the title.
    public var text: LocalizedText
    /// Who wrote or offers it; nil for papers of no institution.
    public var organisation: OrganisationID?
    /// Where it stands, as far as the paper itself says.
    public var countries: [CountryCode]
    /// Its term is over and nobody has said that it still holds.
    public var isLapsed = false
    /// Of an event: its first day.
    public var starts: CalendarDay?
    /// Of an event: the moment at which it is over.
    public var isOverAt: Date?
}

/// A page of what a search found: the papers, and everything the index tells of the whole.
public struct FoundPapers: Sendable {
    /// Best first. What ceased to be public since the index looked is left out.
    public var papers: [FoundPaper]
    /// The total, the counts by value, the suggestion, the highlighter.
    public var results: SearchResults
}

extension Desk {
    /// Finds papers by words in any of the six languages, among those everybody may read, whoever asks.
    ///
    /// - Parameters:
    ///   - language: that of the page; the query's own is guessed where it is long enough.
    ///   - limit: 1 to 200.
    public func search(
        _ text: String, language: Language, kinds: Set<PaperKind> = MatchIndex.searched,
        filters: SearchFilters = SearchFilters(), order: SearchOrder = .best, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> FoundPapers {
        let results = await offTheLoop { [index] in
            index.search(
                text, language: language, kinds: kinds, filters: filters, order: order, limit: limit,
                offset: offset)
        }
        let found = try await foundPapers(results.hits)
        return FoundPapers(papers: results.hits.compactMap { found[$0.key] }, results: results)
    }

    /// Public papers that are about the same as this one, best first; empty where the index does not know it.
    /// - Parameter limit: of each kind, 1 to 50.
    public func alike(
        _ key: String, in kinds: [PaperKind], limit: Int = 3
    ) async throws(DeskError) -> [FoundPaper] {
        let hits = await offTheLoop { [index] in
            kinds.flatMap { index.similar(to: key, in: [$0], limit: limit) }
        }
        let found = try await foundPapers(hits)
        return hits.compactMap { found[$0.key] }
    }

    func foundPapers(_ hits: [SearchResults.Hit]) async throws(DeskError) -> [String: FoundPaper] {
        Dictionary(try await foundPapers(of: hits.map(\.key)).map { ($0.key, $0) }) { first, _ in first }
    }

    /// Those of these papers that everybody may read.
    func foundPapers(of names: [String]) async throws(DeskError) -> [FoundPaper] {
        let keys = Dictionary(grouping: names) { PaperKind(rawValue: String($0.prefix { $0 != "-" })) }
        func ids<Body: Paper>(_: Body.Type) -> [ID<Body>] {
            keys[Body.kind, default: []].compactMap(ID.init(rawValue:))
        }
        var all: [FoundPaper] = []
        for paper in try await records(ids(ProviderProfile.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Opportunity.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Practice.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Resource.self)) { all.append(FoundPaper(paper)) }
        let stale = try await stale(ids(Practice.self)).map(\.rawValue)
        let old = try await self.stale(ids(Resource.self)).map(\.rawValue)
        let lapsed = Set(stale + old)
        for index in all.indices where lapsed.contains(all[index].key) { all[index].isLapsed = true }
        for paper in try await records(ids(Event.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Project.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Need.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Hub.self)) { all.append(FoundPaper(paper)) }
        for paper in try await records(ids(Organisation.self)) { all.append(FoundPaper(paper)) }
        // A request may have been withdrawn from the public a moment ago: the catalogue decides, as for any visitor.
        let requests = Set(ids(Request.self))
        if !requests.isEmpty {
            let filter = RequestFilter(among: requests)
            for card in try await self.requests(filter, for: .visitor, limit: requests.count).items {
                all.append(FoundPaper(card.request))
            }
        }
        return all
    }
}

extension FoundPaper {
    init(_ paper: Filed<ProviderProfile>) {
        self.init(
            key: paper.id.rawValue, kind: .provider, title: paper.body.title, text: paper.body.expertise,
            organisation: paper.body.organisation, countries: [])
    }

    init(_ paper: Filed<Opportunity>) {
        self.init(
            key: paper.id.rawValue, kind: .opportunity, title: paper.body.title, text: paper.body.description,
            organisation: paper.body.organisation, countries: [])
    }

    init(_ paper: Filed<Event>) {
        self.init(
            key: paper.id.rawValue, kind: .event, title: paper.body.title, text: paper.body.summary,
            organisation: paper.body.organisation, countries: [paper.body.country].compactMap { $0 },
            starts: paper.body.starts, isOverAt: paper.body.isOverAt)
    }

    init(_ paper: Filed<Project>) {
        self.init(
            key: paper.id.rawValue, kind: .project, title: paper.body.title, text: paper.body.problem,
            organisation: paper.body.organisations.first, countries: paper.body.countries)
    }

    init(_ paper: Filed<Practice>) {
        self.init(
            key: paper.id.rawValue, kind: .practice, title: paper.body.title, text: paper.body.summary,
            organisation: nil, countries: paper.body.countries)
    }

    init(_ paper: Filed<Resource>) {
        self.init(
            key: paper.id.rawValue, kind: .resource, title: paper.body.title, text: paper.body.summary,
            organisation: nil, countries: paper.body.countries)
    }

    init(_ paper: Filed<Request>) {
        self.init(
            key: paper.id.rawValue, kind: .request, title: paper.body.title, text: paper.body.problem,
            organisation: paper.body.organisation, countries: [paper.body.country] + paper.body.otherCountries)
    }

    init(_ paper: Filed<Need>) {
        self.init(
            key: paper.id.rawValue, kind: .need, title: paper.body.statement, text: LocalizedText(),
            organisation: nil, countries: [paper.body.country])
    }

    init(_ paper: Filed<Hub>) {
        self.init(
            key: paper.id.rawValue, kind: .hub, title: paper.body.name, text: paper.body.mandate,
            organisation: paper.body.organisation, countries: paper.body.countries)
    }

    init(_ paper: Filed<Organisation>) {
        self.init(
            key: paper.id.rawValue, kind: .organisation, title: paper.body.name, text: paper.body.about,
            organisation: paper.id, countries: paper.body.country.map { [$0] } ?? [])
    }
}
