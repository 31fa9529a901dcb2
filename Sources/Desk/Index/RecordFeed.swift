import Catalogue
import Cooperation
import Foundation
import Matching

/// Tells the match index what everybody may find, from the catalogue: all of it at the start, then what changed.
struct RecordFeed: Sendable {
    let catalogue: Catalogue
    let index: MatchIndex
    let now: @Sendable () -> Date

    /// Everything anew, up to this place of the ledger: page by page, so that a million papers need not lie in memory.
    func fill(mark: Int64) async throws {
        var filling = index.filling()
        try await collect(ProviderProfile.self) { filling.add(try await providers($0)) }
        try await collect(Opportunity.self) { papers in
            let institutions = try await institutions(Set(papers.map(\.body.organisation)))
            filling.add(papers.map { .opportunity($0, of: institutions[$0.body.organisation]) })
        }
        try await collect(Practice.self) { filling.add(try await kept($0) { .practice($0, confirmed: $1) }) }
        try await collect(Resource.self) { filling.add(try await kept($0) { .resource($0, confirmed: $1) }) }
        try await collect(Event.self) { papers in
            let institutions = try await institutions(Set(papers.map(\.body.organisation)))
            filling.add(papers.map { .event($0, of: institutions[$0.body.organisation]) })
        }
        try await collect(Project.self) { filling.add($0.map { .project($0) }) }
        try await collect(Need.self) { filling.add($0.map { .need($0) }) }
        try await collect(Hub.self) { filling.add($0.map { .hub($0) }) }
        try await collect(Organisation.self) { filling.add(try await unmerged($0).map { .organisation($0) }) }
        try await collectRequests { filling.add($0) }
        index.install(filling, mark: UInt64(mark))
    }

    /// What these changes mean for the index. Papers that nobody else may find are taken out.
    func follow(_ changes: [Change]) async throws {
        guard let last = changes.last else { return }
        var touched = Touched()
        for change in changes { touched.add(change) }
        for name in changes.filter({ $0.kind == .merge }).compactMap({ ID<Merge>(rawValue: $0.paper) }) {
            guard let merge = try await catalogue.paper(name)?.body else { continue }
            touched.add(merge.merged)
            touched.add(merge.into)
        }
        index.apply(try await records(touched), mark: UInt64(last.sequence))
    }

    /// The papers to be looked at again, each once.
    private struct Touched {
        var papers: [PaperKind: Set<String>] = [:]
        var requests: Set<RequestID> = []
        var organisations: Set<OrganisationID> = []

        mutating func add(_ subject: Merge.Subject) {
            switch subject {
            case .request(let id): requests.insert(id)
            case .organisation(let id):
                papers[.organisation, default: []].insert(id.rawValue)
                organisations.insert(id)
            }
        }

        mutating func add(_ change: Change) {
            if let request = change.request { requests.insert(request) }
            organisations.formUnion(change.partners)
            if let record = change.record { papers[record.kind, default: []].insert(record.name) }
            switch change.kind {
            case .provider, .opportunity, .practice, .need, .hub, .resource, .event, .project:
                papers[change.kind, default: []].insert(change.paper)
            case .organisation:
                papers[change.kind, default: []].insert(change.paper)
                if let id = OrganisationID(rawValue: change.paper) { organisations.insert(id) }
            case .request: papers[change.kind, default: []].insert(change.paper)
            default: break
            }
        }
    }

    private func records(_ touched: Touched) async throws -> [RecordChange] {
        var changes: [RecordChange] = []
        let requests = touched.requests.union((touched.papers[.request] ?? []).compactMap(RequestID.init(rawValue:)))
        changes += try await self.changes(requests.map(\.rawValue)) { try await publicRequests(Array(requests)) }
        var providers = Set((touched.papers[.provider] ?? []).compactMap(ProviderID.init(rawValue:)))
        // An institution's name, seat and partnerships stand with its offers; a reply changes its record.
        var partners = touched.organisations
        for id in touched.organisations { partners.formUnion(try await catalogue.family(of: id)) }
        let ofInstitutions = try await catalogue.papers(ProviderProfile.self, of: partners)
        providers.formUnion(ofInstitutions.map(\.id))
        for request in requests {
            for case .provider(let id) in try await catalogue.introducedCandidates(in: request) { providers.insert(id) }
        }
        changes += try await self.changes(providers.map(\.rawValue)) {
            try await self.providers(try await catalogue.listed(providers.sorted()))
        }
        changes += try await self.changes(touched, .opportunity) { (papers: [Filed<Opportunity>]) in
            let institutions = try await institutions(Set(papers.map(\.body.organisation)))
            return papers.map { .opportunity($0, of: institutions[$0.body.organisation]) }
        }
        changes += try await self.changes(touched, .event) { (papers: [Filed<Event>]) in
            let institutions = try await institutions(Set(papers.map(\.body.organisation)))
            return papers.map { .event($0, of: institutions[$0.body.organisation]) }
        }
        changes += try await self.changes(touched, .project) { (papers: [Filed<Project>]) in papers.map { .project($0) }
        }
        changes += try await self.changes(touched, .practice) { (papers: [Filed<Practice>]) in
            try await kept(papers) { .practice($0, confirmed: $1) }
        }
        changes += try await self.changes(touched, .resource) { (papers: [Filed<Resource>]) in
            try await kept(papers) { .resource($0, confirmed: $1) }
        }
        changes += try await self.changes(touched, .need) { (papers: [Filed<Need>]) in papers.map { .need($0) } }
        changes += try await self.changes(touched, .hub) { (papers: [Filed<Hub>]) in papers.map { .hub($0) } }
        changes += try await self.changes(touched, .organisation) { (papers: [Filed<Organisation>]) in
            try await unmerged(papers).map { .organisation($0) }
        }
        return changes
    }

    /// Records of the library, each with how its keeper stands by it.
    private func kept<Body: Paper>(
        _ papers: [Filed<Body>], _ make: (Filed<Body>, Freshness) -> Record
    ) async throws -> [Record] {
        let standings = try await catalogue.freshness(of: papers.compactMap { Kept(name: $0.id.rawValue) })
        return papers.map { paper in
            let own = Kept(name: paper.id.rawValue).flatMap { standings[$0] }
            return make(
                paper, Freshness(lastWord: own?.lastWord ?? paper.at, isLapsed: own?.standing == .lapsed))
        }
    }

    /// Without those that lead on to another.
    private func unmerged<Body: Paper>(_ papers: [Filed<Body>]) async throws -> [Filed<Body>] {
        let merged = try await catalogue.merged(among: papers.map(\.id.rawValue))
        return papers.filter { !merged.contains($0.id.rawValue) }
    }

    private func changes<Body: Paper>(
        _ touched: Touched, _ kind: PaperKind, _ make: ([Filed<Body>]) async throws -> [Record]
    ) async throws -> [RecordChange] {
        let names = (touched.papers[kind] ?? []).sorted()
        guard !names.isEmpty else { return [] }
        return try await changes(names) {
            try await make(try await catalogue.listed(names.compactMap(ID<Body>.init(rawValue:))))
        }
    }

    /// Puts what is there, takes out what is not.
    private func changes(_ names: [String], _ make: () async throws -> [Record]) async throws -> [RecordChange] {
        guard !names.isEmpty else { return [] }
        let records = try await make()
        let found = Set(records.map(\.key))
        return records.map { .put($0) } + names.sorted().filter { !found.contains($0) }.map { .remove(key: $0) }
    }

    private func providers(_ papers: [Filed<ProviderProfile>]) async throws -> [Record] {
        let institutions = try await institutions(Set(papers.map(\.body.organisation)))
        let year = now().addingTimeInterval(-365 * 86_400)
        let standings = try await catalogue.responseRecords(of: Set(papers.map(\.id)), since: year)
        let worked = try await catalogue.experience(
            of: papers, seats: institutions.compactMapValues(\.country), on: CalendarDay(now()))
        return papers.map { paper in
            let record = standings[paper.id] ?? ResponseRecord()
            return .provider(
                paper, of: institutions[paper.body.organisation],
                standing: ProviderStanding(
                    helped: record.helped, takenOn: record.takenOn, introduced: record.introduced,
                    answered: record.answered, worked: worked[paper.id] ?? []))
        }
    }

    private func publicRequests(_ ids: [RequestID]) async throws -> [Record] {
        var papers: [(paper: Filed<Request>, isOpen: Bool)] = []
        for id in ids.sorted() {
            guard let dossier = try await catalogue.dossier(id), dossier.mayRead([.visitor]),
                try await catalogue.target(of: id.rawValue) == nil
            else { continue }
            papers.append((dossier.asSent, dossier.state(at: now()).isOpenToOffers))
        }
        return try await requests(papers)
    }

    private func requests(_ papers: [(paper: Filed<Request>, isOpen: Bool)]) async throws -> [Record] {
        let institutions = try await institutions(Set(papers.map(\.paper.body.organisation)))
        return papers.map { .request($0.paper, of: institutions[$0.paper.body.organisation], isOpen: $0.isOpen) }
    }

    private func institutions(_ ids: Set<OrganisationID>) async throws -> [OrganisationID: Organisation] {
        let papers = try await catalogue.papers(ids.sorted())
        return Dictionary(uniqueKeysWithValues: papers.map { ($0.id, $0.body) })
    }

    private func collect<Body: Paper>(_ kind: Body.Type, _ take: ([Filed<Body>]) async throws -> Void) async throws {
        var papers = try await catalogue.listed(kind, after: nil)
        while let end = papers.last?.id {
            // The next ones are read while these are taken.
            async let next = catalogue.listed(kind, after: end)
            try await take(papers)
            papers = try await next
        }
    }

    private func collectRequests(_ take: ([Record]) -> Void) async throws {
        var offset = 0
        while true {
            let filter = RequestFilter(order: .oldest)
            let page = try await catalogue.requests(filter, for: .visitor, at: now(), limit: 1000, offset: offset)
            guard !page.items.isEmpty else { return }
            take(try await requests(page.items.map { ($0.request, $0.state.isOpenToOffers) }))
            offset += page.items.count
        }
    }
}
