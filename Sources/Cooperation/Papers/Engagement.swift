public import Vocabulary

/// What an invitation to the roster is for: the gap it is to fill, and the institution that is asked (R1).
public struct Engagement: Hashable, Codable, Sendable {
    public var region: Region
    public var subject: SubjectID
    /// The kind of help that is looked for; nil where any is.
    public var assistance: AssistanceTypeID?
    public var languages: [LanguageCode]
    /// The name of the institution, where it is not here yet: it is entered when the invitation is accepted.
    public var institution: String
    public var type: OrganisationType?
    public var country: CountryCode?

    public init(
        region: Region, subject: SubjectID, assistance: AssistanceTypeID? = nil, languages: [LanguageCode] = [],
        institution: String = "", type: OrganisationType? = nil, country: CountryCode? = nil
    ) {
        self.region = region
        self.subject = subject
        self.assistance = assistance
        self.languages = languages
        self.institution = institution
        self.type = type
        self.country = country
    }
}

/// A step in winning a member: a letter of the invitation was called for, or who was asked said no. What opens a letter is not
/// looked at: programs that read mail open links by themselves.
public struct Outreach: Paper {
    public static let kind = PaperKind.outreach

    public enum Event: String, Codable, CaseIterable, Sendable {
        case sent, reminded, declined
    }

    public var invitation: InvitationID
    public var event: Event
    /// The link of the letter; nil where there is none.
    public var pass: PassID?
    /// Why not, in the words of who was asked; may be empty.
    public var reason: LocalizedText

    public init(
        invitation: InvitationID, event: Event, pass: PassID? = nil, reason: LocalizedText = LocalizedText()
    ) {
        self.invitation = invitation
        self.event = event
        self.pass = pass
        self.reason = reason
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(reason, "reason", upTo: 2000)
        return check.problems
    }
}
