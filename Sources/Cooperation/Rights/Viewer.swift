public import Vocabulary

/// Who asks or commands, with all roles held now. Every question and command of the desk takes one.
public struct Viewer: Hashable, Sendable {
    public struct Grant: Hashable, Sendable {
        public var role: Role
        public var organisation: OrganisationID?
        public var country: CountryCode?
        /// The hub of a help desk officer; nil for the global help desk.
        public var hub: HubID?
        /// The countries of that hub.
        public var hubCountries: Set<CountryCode>

        public init(
            role: Role, organisation: OrganisationID? = nil, country: CountryCode? = nil, hub: HubID? = nil,
            hubCountries: Set<CountryCode> = []
        ) {
            self.role = role
            self.organisation = organisation
            self.country = country
            self.hub = hub
            self.hubCountries = hubCountries
        }
    }

    /// Nil for visitors and for the office.
    public var account: AccountID?
    public var grants: Set<Grant>

    /// Somebody signed in; `member` is added by itself.
    public init(account: AccountID, grants: Set<Grant>) {
        self.account = account
        self.grants = grants.union([Grant(role: .member)])
    }

    private init(grants: Set<Grant>) {
        account = nil
        self.grants = grants
    }

    public static let visitor = Viewer(grants: [Grant(role: .visitor)])

    /// The command line and set-up on the machine itself.
    public static let office = Viewer(grants: [
        Grant(role: .administrator), Grant(role: .helpDesk), Grant(role: .member),
    ])

    public var isSignedIn: Bool { account != nil }

    public func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }

    /// The institutions this person speaks for.
    public var organisations: Set<OrganisationID> {
        Set(grants.compactMap { $0.role.needsOrganisation ? $0.organisation : nil })
    }

    /// The countries this person is focal point of, or acts for the focal point of.
    public var countries: Set<CountryCode> { Set(grants.compactMap { $0.role.needsCountry ? $0.country : nil }) }

    /// Whether the help desk this person sits at has this country's cases: the global one has all, a hub's its own.
    public func servesAtDesk(for country: CountryCode) -> Bool {
        grants.contains { $0.role == .helpDesk && ($0.hub == nil || $0.hubCountries.contains(country)) }
    }

    /// How this person signs what she writes. A visitor writes nothing: see `signed` before papers are told apart by it.
    public var author: Author { account.map { .account($0) } ?? .office }

    /// Whether a paper with this signature is this person's own. No visitor has signed anything, the office's papers neither.
    public func signed(_ author: Author) -> Bool {
        switch author {
        case .account(let id): account == id
        case .office: self == .office
        case .clock: false
        }
    }
}
