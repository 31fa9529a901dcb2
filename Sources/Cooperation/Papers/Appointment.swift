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
    /// Not held before this day: a delegation for a journey.
    public var begins: CalendarDay?
    /// The invitation that was accepted.
    public var invitation: InvitationID?

    public init(
        account: AccountID, role: Role, organisation: OrganisationID? = nil, country: CountryCode? = nil,
        hub: HubID? = nil,
        ended: CalendarDay? = nil, begins: CalendarDay? = nil, invitation: InvitationID? = nil
    ) {
        self.account = account
        self.role = role
        self.organisation = organisation
        self.country = country
        self.hub = hub
        self.ended = ended
        self.begins = begins
        self.invitation = invitation
    }

    /// Whether the role is held on that day.
    public func isHeld(on day: CalendarDay) -> Bool {
        (begins.map { $0 <= day } ?? true) && (ended.map { $0 > day } ?? true)
    }

    public func problems() -> [Problem] {
        var check = Check()
        if role.needsCountry { check.present(country, "country") }
        if role.needsOrganisation { check.present(organisation, "organisation") }
        check.order(begins, ended, "ended")
        if role == .visitor { check.wrong("role", .notAChoice) }
        return check.problems
    }
}
