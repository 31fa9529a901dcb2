/// Why somebody is written to: what has happened to a request. The raw value stands in the ledger and in the names of
/// the messages: it never changes.
public enum Occasion: String, Codable, CaseIterable, Sendable {
    case windowOpened, reminder, silencePassed
    case endorsed, objected, asked, questionAnswered
    case assessed, declined, answered
    case introducedToRequester, introducedToCandidate, replied
    case planned, pledged, reported
    case message, closed
    case nudged, handedOver
    case referred, referredBack
}

/// As what somebody is written to. Who stands in several ways to a request gets one letter, as the first of these.
public enum Addressee: String, Codable, CaseIterable, Sendable {
    /// Wrote the request, or speaks for the institution that asks.
    case requester
    /// Speaks for a candidate that was introduced.
    case candidate
    /// The focal point of the country, or who acts for her.
    case focalPoint
    /// An officer of the help desk that has the country.
    case helpDesk
    /// Promised something for the plan.
    case supporter
}
