/// Who wrote a paper: a person's account, the clock of the node (deadlines that passed), or the office (command line, set-up).
public enum Author: Hashable, Sendable {
    case account(AccountID)
    case clock
    case office

    /// As the ledger writes it.
    public var name: String {
        switch self {
        case .account(let id): id.rawValue
        case .clock: "clock"
        case .office: "office"
        }
    }

    public init?(name: String) {
        switch name {
        case "clock": self = .clock
        case "office": self = .office
        default:
            guard let id = AccountID(rawValue: name) else { return nil }
            self = .account(id)
        }
    }

    public var account: AccountID? {
        if case .account(let id) = self { id } else { nil }
    }
}
