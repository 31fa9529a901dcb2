/// Where a request stands. Never stored: computed from its papers and the clock (Q1).
public enum State: String, Codable, CaseIterable, Sendable {
    case drafted
    /// With the country's focal point; her window is open.
    case submitted
    /// She asked something; her window stands still.
    case questioned
    /// She objected; it is with its author again.
    case objected
    case endorsed
    /// She said nothing in time: not objected to.
    case passedBySilence
    case triaged
    /// The help desk answered it directly.
    case answered
    case introduced
    /// Both sides of an introduction said yes.
    case matched
    case planned, funded, underWay, reported
    case closed, withdrawn, declined, lapsed

    /// Nothing more is owed.
    public var isEnd: Bool {
        switch self {
        case .closed, .withdrawn, .declined, .lapsed: true
        default: false
        }
    }

    /// Help is still looked for: its country has let it pass, and no partner was found yet.
    public var isOpenToOffers: Bool {
        switch self {
        case .endorsed, .passedBySilence, .triaged, .answered, .introduced: true
        default: false
        }
    }

    /// Its country has let it pass (or the state is later than that).
    public var hasPassed: Bool {
        switch self {
        case .endorsed, .passedBySilence, .triaged, .answered, .introduced, .matched, .planned, .funded, .underWay,
            .reported,
            .closed:
            true
        case .drafted, .submitted, .questioned, .objected, .withdrawn, .declined, .lapsed: false
        }
    }
}

extension State {
    /// The help desk has it, and may wait for somebody's word before it goes on.
    public var isHeldByDesk: Bool {
        switch self {
        case .endorsed, .passedBySilence, .triaged: true
        default: false
        }
    }
}
