/// What somebody is to one request. A person may stand in several ways at once.
public enum Standing: String, CaseIterable, Sendable {
    /// Wrote it, or speaks for the institution that asks.
    case requester
    /// Focal point of its country, or acts for her.
    case focalPoint
    /// An officer of the help desk that has its country.
    case helpDesk
    /// Speaks for a candidate that was introduced.
    case candidate
    case donor
    /// Named as a reader of a confidential request.
    case namedReader
    case member
    case visitor
    case administrator
    case clock
}

extension Set<Standing> {
    /// Whether who stands so belongs to the conversation about the request, and not to the public.
    public var areInside: Bool {
        !isDisjoint(with: [.requester, .focalPoint, .helpDesk, .candidate, .namedReader])
    }
}
