import Catalogue
import Cooperation

extension Desk {
    /// The people who keep a record today: its author, and who speaks for one of its institutions.
    func keepers(of record: String) async throws(DeskError) -> [AccountID] {
        if let id = ProviderID(rawValue: record) { return try await keepers(of: id) }
        if let id = PracticeID(rawValue: record) { return try await keepers(of: id) }
        if let id = ResourceID(rawValue: record) { return try await keepers(of: id) }
        if let id = OpportunityID(rawValue: record) { return try await keepers(of: id) }
        if let id = HubID(rawValue: record) { return try await keepers(of: id) }
        if let id = PartnershipID(rawValue: record) { return try await keepers(of: id) }
        if let id = OrganisationID(rawValue: record) {
            return try await asking { try await catalogue.appointed(to: [id]) }.sorted()
        }
        return []
    }

    private func keepers<Body: Paper>(of id: ID<Body>) async throws(DeskError) -> [AccountID] {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { return [] }
        var people = try await asking { try await catalogue.appointed(to: filed.body.institutions) }
        people.formUnion([filed.author.account].compactMap(\.self))
        var keepers: [AccountID] = []
        for account in people.sorted() {
            if keeps(filed, try await asking({ try await viewer(account) })) { keepers.append(account) }
        }
        return keepers
    }
}
