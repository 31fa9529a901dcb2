/// The help desk of a centre hands a request that it cannot answer over to the global one, with all its papers; or the global
/// one hands it back. The newest counts.
public struct Referral: Paper {
    public static let kind = PaperKind.referral

    public enum Way: String, Codable, CaseIterable, Sendable {
        case toGlobalDesk, backToHub
    }

    public var request: RequestID
    /// The centre that handed it over, and gets it back.
    public var hub: HubID
    public var way: Way
    /// Everybody who takes part in the request reads it.
    public var reason: LocalizedText

    public init(request: RequestID, hub: HubID, way: Way, reason: LocalizedText) {
        self.request = request
        self.hub = hub
        self.way = way
        self.reason = reason
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(reason, "reason", upTo: 3000)
        return check.problems
    }
}
