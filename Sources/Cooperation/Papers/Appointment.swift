public import Vocabulary

/// Gives a person a role. Written by who may appoint: the administrator, or a national focal point for her own country.
public struct Appointment: Paper {
    public static let kind = PaperKind.appointment

    public var account: AccountID
    public var role: Role
    /// For representatives, donors and authorised users of an institution.
    public var organisation: OrganisationID?
    /// For national focal points and nationally authorised users.
    public var country: CountryCode?
    /// For help desk officers of one hub; nil means the global help desk.
    public var hub: HubID?
    /// A later revision with an end takes the role away from that day on.
    public var ended: CalendarDay?

    public init(
        account: AccountID, role: Role, organisation: OrganisationID? = nil, country: CountryCode? = nil,
        hub: HubID? = nil,
        ended: CalendarDay? = nil
    ) {
        self.account = account
        self.role = role
        self.organisation = organisation
        self.country = country
        self.hub = hub
        self.ended = ended
    }

    public func problems() -> [Problem] {
        var check = Check()
        if role.needsCountry { check.present(country, "country") }
        if role.needsOrganisation { check.present(organisation, "organisation") }
        if role == .visitor { check.wrong("role", .notAChoice) }
        return check.problems
    }
}
