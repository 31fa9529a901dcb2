/// What somebody is in this house. A person may hold several roles, each for a country, an institution or a hub.
public enum Role: String, Codable, CaseIterable, Sendable {
    /// Nobody in particular: has not signed in.
    case visitor
    /// Has signed in.
    case member
    /// Speaks for an institution: asks, offers, replies.
    case representative
    /// The national focal point of a country to the Convention.
    case focalPoint
    /// Acts for the focal point, by her nomination.
    case authorisedUser
    /// An officer of the help desk: the global one, or that of a hub.
    case helpDesk
    /// Speaks for an institution that gives money.
    case donor
    /// Scores proposals and reviews practices.
    case reviewer
    case administrator

    public var needsCountry: Bool { self == .focalPoint || self == .authorisedUser }
    public var needsOrganisation: Bool { self == .representative || self == .donor }
}
