/// Where a need stands, as everybody may know it: from the need itself and from the request that asks for it.
public enum NeedState: String, Codable, CaseIterable, Sendable {
    /// Nobody has asked for help with it yet.
    case open
    /// A request that everybody may read asks for it.
    case asked
    /// That request was answered, or both sides said yes.
    case answered
    case met
    case withdrawn

    public init(ended: Need.Ending?, request: State?) {
        switch (ended, request) {
        case (.met, _): self = .met
        case (.withdrawn, _): self = .withdrawn
        case (nil, nil): self = .open
        case (nil, .some(let state)): self = Self.answers.contains(state) ? .answered : Self.of(state)
        }
    }

    /// Somebody still looks for an answer.
    public var isUnanswered: Bool { self == .open || self == .asked }

    private static let answers: Set<State> = [
        .answered, .matched, .planned, .funded, .underWay, .reported, .closed,
    ]

    /// A request that came to nothing leaves the need as it was.
    private static func of(_ state: State) -> NeedState { state.isEnd ? .open : .asked }
}
