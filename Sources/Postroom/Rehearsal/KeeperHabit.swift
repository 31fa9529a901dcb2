internal import Cooperation

/// What a keeper of a rehearsal does with the letters about her record. Nobody is random: it follows from her number.
enum KeeperHabit: CaseIterable {
    /// Clicks the link of the first, second or third letter; of the one that tells her that it is over; a month after
    /// that; never.
    case first, second, third, last, late, never

    init(_ number: Int) {
        self =
            switch number % 20 {
            case 0..<8: .first
            case 8..<12: .second
            case 12..<15: .third
            case 15, 16: .last
            case 17: .late
            default: .never
            }
    }

    func acts(on step: UpkeepNotice.Step) -> Bool {
        switch self {
        case .first: step == .quarter
        case .second: step == .month
        case .third: step == .week
        case .last: step == .end
        case .late, .never: false
        }
    }
}
