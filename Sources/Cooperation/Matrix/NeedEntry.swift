public import Foundation
public import Vocabulary

/// A need as the matrix counts it.
public struct NeedEntry: Hashable, Sendable {
    public var id: NeedID
    public var country: CountryCode
    public var heading: NeedHeading?
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var priority: Need.Priority?
    /// The year in which it was said; that of its filing where the paper does not say.
    public var year: Int
    public var state: NeedState

    public init(
        id: NeedID, country: CountryCode, heading: NeedHeading? = nil, subjects: [SubjectID] = [],
        targets: [FrameworkTarget] = [], priority: Need.Priority? = nil, year: Int, state: NeedState = .open
    ) {
        self.id = id
        self.country = country
        self.heading = heading
        self.subjects = subjects
        self.targets = targets
        self.priority = priority
        self.year = year
        self.state = state
    }
}

/// Which needs the matrix counts. Nil means all; withdrawn ones only count where they are asked for.
public struct NeedFilter: Hashable, Sendable {
    public var region: Region?
    public var group: CountryGroup?
    public var country: CountryCode?
    public var heading: NeedHeading?
    public var scope: NeedHeading.Scope?
    public var subject: SubjectID?
    public var target: FrameworkTarget?
    public var year: Int?
    public var state: NeedState?

    public init(
        region: Region? = nil, group: CountryGroup? = nil, country: CountryCode? = nil, heading: NeedHeading? = nil,
        scope: NeedHeading.Scope? = nil, subject: SubjectID? = nil, target: FrameworkTarget? = nil, year: Int? = nil,
        state: NeedState? = nil
    ) {
        self.region = region
        self.group = group
        self.country = country
        self.heading = heading
        self.scope = scope
        self.subject = subject
        self.target = target
        self.year = year
        self.state = state
    }

    /// - Parameter date: decides who belongs to a group.
    public func keeps(_ need: NeedEntry, on date: Date) -> Bool {
        let isMeant: [Bool] = [
            region.map { need.country.country.region == $0 } ?? true,
            group.map { $0.contains(need.country, on: date) } ?? true,
            country.map { need.country == $0 } ?? true,
            heading.map { need.heading == $0 } ?? true,
            scope.map { need.heading?.scope == $0 } ?? true,
            subject.map { need.subjects.contains($0) } ?? true,
            target.map { need.targets.contains($0) } ?? true,
            year.map { need.year == $0 } ?? true,
            state.map { need.state == $0 } ?? (need.state != .withdrawn),
        ]
        return isMeant.allSatisfy { $0 }
    }
}
