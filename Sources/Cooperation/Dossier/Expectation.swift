/// What every record tells its reader (Q4): who has it, by when, and what happens if nobody acts.
public struct Expectation: Hashable, Sendable {
    public enum Party: String, CaseIterable, Sendable {
        case requester, focalPoint, helpDesk, bothSides, partners, nobody
    }

    public enum IfNobodyActs: String, CaseIterable, Sendable {
        /// It waits; a draft is kept.
        case waits
        /// It goes on without her word, and the record says so.
        case goesOn
        /// It is closed as lapsed.
        case lapses
        /// It is shown as late to the whole help desk and in the public figures.
        case isShownLate
        case nothing
    }

    public var has: Party
    /// The last day; nil where there is none.
    public var due: CalendarDay?
    public var ifNobodyActs: IfNobodyActs
    /// The help desk has it, and waits for somebody's word: its clock stands still.
    public var isHeld = false
    /// There is a plan, and it needs nobody's money: the work can begin.
    public var needsNoFunding = false
}
