public import Foundation
import Vocabulary

/// Why a request is to be looked at before others. Reasons, not points: the help desk decides.
public enum Priority: String, CaseIterable, Sendable {
    case leastDeveloped, smallIsland, landlocked
    case withinThreeMonths, withinSixMonths
    /// It serves several countries at once.
    case severalCountries
    /// It offers something of its own.
    case coFinanced
}

extension Request {
    /// The reasons there are at this moment, the weightiest first.
    public func priorities(on date: Date) -> [Priority] {
        var reasons: [Priority] = []
        let groups = country.country.groups(on: date)
        if groups.contains(.leastDeveloped) { reasons.append(.leastDeveloped) }
        if groups.contains(.smallIslandDeveloping) { reasons.append(.smallIsland) }
        if groups.contains(.landlockedDeveloping) { reasons.append(.landlocked) }
        switch urgency {
        case .withinThreeMonths: reasons.append(.withinThreeMonths)
        case .withinSixMonths: reasons.append(.withinSixMonths)
        case .ordinary: break
        }
        if !otherCountries.isEmpty { reasons.append(.severalCountries) }
        if !coFinancing.isEmpty { reasons.append(.coFinanced) }
        return reasons
    }
}
