public import Cooperation
import Ledger
import Vocabulary

/// A new paper under an identifier that whoever sets a node up has chosen.
public struct ChosenPaper: Sendable {
    let sheet: Sheet
    let problems: [Problem]
    let home: Home

    /// Which country a record belongs to, as far as it says so itself.
    enum Home: Sendable, Hashable {
        case country(CountryCode)
        /// Where that institution is.
        case institution(OrganisationID)
        /// In the country, asked for by the institution.
        case both(CountryCode, OrganisationID)
        case nowhere
    }

    /// - Throws: `unavailable` if the body cannot be written down.
    public init<Body: Paper>(_ body: Body, as id: ID<Body>, by author: Author = .office) throws(DeskError) {
        var claims: [Claim] = []
        if let account = body as? Account { claims = [Claim(space: "email", key: account.email)] }
        sheet = try Sheet(body, as: id, by: author, claims: claims)
        problems = body.problems()
        home =
            switch body {
            case let body as Organisation: body.country.map { .country($0) } ?? .nowhere
            case let body as Need: .country(body.country)
            case let body as Request: .both(body.country, body.organisation)
            case let body as ProviderProfile: .institution(body.organisation)
            case let body as Opportunity: .institution(body.organisation)
            default: .nowhere
            }
    }
}

extension Desk {
    /// Files new papers under chosen identifiers, all or none, signed by their authors: how a node gets its first
    /// institutions and people. Only the office does it.
    /// - Throws: `refused` for everybody else; `invalid` with the problems of all papers; `conflict` where one exists.
    public func setUp(_ papers: [ChosenPaper], by viewer: Viewer) async throws(DeskError) {
        guard viewer == .office else { throw .refused("setUp") }
        try check(papers.flatMap(\.problems))
        if !papers.isEmpty { try await file(papers.map(\.sheet)) }
    }
}
