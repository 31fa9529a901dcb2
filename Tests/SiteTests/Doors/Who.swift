/// Everybody who may stand before a door of the site: one person for each role, and for roles with a reach one inside and
/// one outside of it. The country of all requests in these tests is Benin.
enum Who: String, CaseIterable, Sendable {
    case visitor
    /// Signed in, and nothing else.
    case stranger
    /// Speaks for the agency that asks.
    case requester
    /// Speaks for the institute that was introduced.
    case provider
    /// Speaks for an institution of its own that has nothing to do with the request.
    case outsider
    case donor
    case focalPoint, authorisedUser
    /// The focal point of Samoa.
    case foreignFocalPoint
    /// The global help desk.
    case officer
    /// An officer of a hub that does not have Benin.
    case hubOfficer
    case reviewer, administrator

    /// The name of the account, and of its address.
    var name: String {
        switch self {
        case .focalPoint: "focal-point"
        case .authorisedUser: "authorised-user"
        case .foreignFocalPoint: "samoa"
        case .hubOfficer: "pacific-desk"
        default: rawValue
        }
    }
}

extension Set<Who> {
    static let everybody = Set(Who.allCases)
    static let members = everybody.subtracting([.visitor])
    static let nobody: Set<Who> = []
    /// Those at a desk of the help desk.
    static let officers: Set<Who> = [.officer, .hubOfficer]
    /// Those who take in lists and name libraries to be read.
    static let desks: Set<Who> = officers.union([.administrator])
    /// Those who admit providers and practices.
    static let reviewers: Set<Who> = officers.union([.reviewer])
    /// Those who may open a write-shop.
    static let writeShops: Set<Who> = officers.union([
        .requester, .provider, .outsider, .focalPoint, .foreignFocalPoint, .reviewer, .administrator,
    ])
    /// The focal point of Benin and who acts for her.
    static let country: Set<Who> = [.focalPoint, .authorisedUser]
    /// Those who say and decide needs of some country, and of Benin.
    static let deciders: Set<Who> = officers.union(countries)
    static let ofBenin: Set<Who> = country.union([.officer])
    static let countries: Set<Who> = [.focalPoint, .authorisedUser, .foreignFocalPoint]
    /// Who may bring lists.
    static let bringers: Set<Who> = desks.union(countries)
}
