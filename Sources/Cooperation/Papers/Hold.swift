public import Foundation

/// The help desk waits for somebody's word: the clock of its own service level stands still meanwhile, and everybody can
/// read for whom. A revision with `ended` sets it going again; so does a letter of somebody else in the conversation.
public struct Hold: Paper {
    public static let kind = PaperKind.hold

    public enum Awaited: String, Codable, CaseIterable, Sendable {
        case requester, focalPoint
        /// Somebody who takes no part in the request.
        case others
    }

    public var request: RequestID
    public var awaits: Awaited
    /// On this day the help desk looks again, whether or not it has heard.
    public var until: CalendarDay
    /// What it waits for; only the help desk reads it.
    public var reason: LocalizedText
    public var ended: Date?

    public init(
        request: RequestID, awaits: Awaited, until: CalendarDay, reason: LocalizedText, ended: Date? = nil
    ) {
        self.request = request
        self.awaits = awaits
        self.until = until
        self.reason = reason
        self.ended = ended
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(reason, "reason", upTo: 3000)
        return check.problems
    }
}
