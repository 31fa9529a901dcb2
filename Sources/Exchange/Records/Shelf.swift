import Catalogue
import Cooperation
public import Desk

/// Everything that leaves the house is read here, and always as a visitor reads it: whoever asks, nothing confidential and
/// nobody's name goes out.
public struct Shelf: Sendable {
    let desk: Desk

    public init(_ desk: Desk) { self.desk = desk }

    /// The newest first, as the list shows them.
    public func newest(_ selection: Selection, limit: Int) async throws(DeskError) -> [PublicRecord] {
        let filter = selection.records
        switch selection.kind {
        case .organisation:
            return try await desk.records(Organisation.self, filter, limit: limit).items.map { PublicRecord($0) }
        case .provider:
            let found = try await desk.records(ProviderProfile.self, filter, limit: limit).items
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .opportunity:
            let found = try await desk.records(Opportunity.self, filter, limit: limit).items
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .project:
            let found = try await desk.records(Project.self, filter, limit: limit).items
            let parties = try await parties(found.flatMap { $0.body.organisations + $0.body.donors })
            return found.map { PublicRecord($0, parties) }
        case .event:
            let found = try await desk.records(Event.self, filter, limit: limit).items
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .practice:
            let found = try await desk.records(Practice.self, filter, limit: limit).items
            let parties = try await parties(found.flatMap(\.body.organisations))
            return found.map { PublicRecord($0, parties) }
        case .hub:
            let found = try await desk.records(Hub.self, filter, limit: limit).items
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .need: return try await desk.records(Need.self, filter, limit: limit).items.map { PublicRecord($0) }
        case .resource:
            return try await desk.records(Resource.self, filter, limit: limit).items.map { PublicRecord($0) }
        case .partnership:
            let found = try await desk.records(Partnership.self, filter, limit: limit).items
            let parties = try await parties(found.flatMap(\.body.organisations))
            return found.map { PublicRecord($0, parties) }
        case .request: return try await requests(selection.requests, limit: limit)
        }
    }

    /// Records by identifier, in the order asked for; what the public cannot read is left out.
    public func records(_ keys: [String]) async throws(DeskError) -> [PublicRecord] {
        var found: [String: PublicRecord] = [:]
        for kind in PublicKind.allCases {
            let own = keys.filter { PublicKind(key: $0) == kind }
            guard !own.isEmpty else { continue }
            for record in try await records(own, of: kind) { found[record.key] = record }
        }
        return keys.compactMap { found[$0] }
    }

    public func record(_ key: String) async throws(DeskError) -> PublicRecord? { try await records([key]).first }

    private func records(_ keys: [String], of kind: PublicKind) async throws(DeskError) -> [PublicRecord] {
        switch kind {
        case .organisation: return try await papers(keys, Organisation.self).map { PublicRecord($0) }
        case .provider:
            let found = try await papers(keys, ProviderProfile.self)
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .opportunity:
            let found = try await papers(keys, Opportunity.self)
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .project:
            let found = try await papers(keys, Project.self)
            let parties = try await parties(found.flatMap { $0.body.organisations + $0.body.donors })
            return found.map { PublicRecord($0, parties) }
        case .event:
            let found = try await papers(keys, Event.self)
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .practice:
            let found = try await papers(keys, Practice.self)
            let parties = try await parties(found.flatMap(\.body.organisations))
            return found.map { PublicRecord($0, parties) }
        case .hub:
            let found = try await papers(keys, Hub.self)
            let parties = try await parties(found.map(\.body.organisation))
            return found.map { PublicRecord($0, parties) }
        case .need: return try await papers(keys, Need.self).map { PublicRecord($0) }
        case .resource: return try await papers(keys, Resource.self).map { PublicRecord($0) }
        case .partnership:
            let found = try await papers(keys, Partnership.self)
            let parties = try await parties(found.flatMap(\.body.organisations))
            return found.map { PublicRecord($0, parties) }
        case .request:
            let among = Set(keys.compactMap(RequestID.init(rawValue:)))
            guard !among.isEmpty else { return [] }
            return try await requests(RequestFilter(among: among), limit: among.count)
        }
    }

    private func papers<Body: PublicPaper>(
        _ keys: [String], _: Body.Type
    ) async throws(DeskError) -> [Filed<Body>] {
        try await desk.records(keys.compactMap(ID<Body>.init(rawValue:)))
    }

    private func requests(_ filter: RequestFilter, limit: Int) async throws(DeskError) -> [PublicRecord] {
        let cards = try await cards(filter, limit: limit)
        let parties = try await parties(cards.map(\.request.body.organisation))
        return cards.map { PublicRecord($0, parties) }
    }

    /// Requests as a visitor sees them.
    func cards(_ filter: RequestFilter, limit: Int, offset: Int = 0) async throws(DeskError) -> [DossierCard] {
        try await desk.requests(filter, for: .visitor, limit: limit, offset: offset).items
    }

    func parties(_ ids: [OrganisationID]) async throws(DeskError) -> Parties {
        let filed = try await desk.records(Array(Set(ids)).sorted())
        return Dictionary(uniqueKeysWithValues: filed.map { ($0.id, $0.body.name) })
    }
}
