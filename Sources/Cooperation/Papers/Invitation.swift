public import TextAnalysis
public import Vocabulary

/// Somebody is asked to take on a role: by an administrator, or by a national focal point for her own country. The
/// appointment follows when she accepts, in the name of who invited.
public struct Invitation: Paper {
    public static let kind = PaperKind.invitation

    public var name: String
    /// Where the letter goes; lower case.
    public var email: String
    public var language: Language
    public var role: Role
    public var organisation: OrganisationID?
    public var country: CountryCode?
    public var hub: HubID?
    /// For a role for a time: its first day, and the first day it is held no more.
    public var begins: CalendarDay?
    public var ended: CalendarDay?
    /// Taken back by who wrote it.
    public var isWithdrawn: Bool
    /// Of an invitation to the roster: which gap it is to fill.
    public var engagement: Engagement?

    public init(
        name: String, email: String, language: Language, role: Role, organisation: OrganisationID? = nil,
        country: CountryCode? = nil, hub: HubID? = nil, begins: CalendarDay? = nil, ended: CalendarDay? = nil,
        isWithdrawn: Bool = false, engagement: Engagement? = nil
    ) {
        self.name = name
        self.email = email
        self.language = language
        self.role = role
        self.organisation = organisation
        self.country = country
        self.hub = hub
        self.begins = begins
        self.ended = ended
        self.isWithdrawn = isWithdrawn
        self.engagement = engagement
    }

    /// The appointment it leads to.
    public func appointment(of account: AccountID, by id: InvitationID) -> Appointment {
        Appointment(
            account: account, role: role, organisation: organisation, country: country, hub: hub, ended: ended,
            begins: begins, invitation: id)
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 120)
        check.email(email, "email")
        if role.needsCountry { check.present(country, "country") }
        if let engagement {
            if role != .representative { check.wrong("role", .notAChoice) }
            if organisation == nil { check.text(engagement.institution, "institution", upTo: 250) }
        } else if role.needsOrganisation {
            check.present(organisation, "organisation")
        }
        if role == .visitor || role == .member { check.wrong("role", .notAChoice) }
        check.order(begins, ended, "ended")
        return check.problems
    }
}
