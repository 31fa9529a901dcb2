internal import Cooperation
internal import Desk
internal import Localisation

extension Visit {
    /// The names of people who wrote papers; where somebody was erased, that she was.
    func names(of accounts: Set<AccountID>, _ desk: Desk) async throws(DeskError) -> [AccountID: String] {
        let erased = words("person.erased-name")
        return try await desk.names(of: accounts, for: viewer).mapValues { $0.isEmpty ? erased : $0 }
    }
}
