public import Foundation

/// Something the help desk has to do in a case. Done and undone by revisions, so that both stay on record.
public struct DeskTask: Paper {
    public static let kind = PaperKind.task

    public var request: RequestID
    public var text: LocalizedText
    public var due: CalendarDay?
    public var done: Date?

    public init(request: RequestID, text: LocalizedText, due: CalendarDay? = nil, done: Date? = nil) {
        self.request = request
        self.text = text
        self.due = due
        self.done = done
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 1000)
        return check.problems
    }

    /// It is to be done, and its day is over.
    public func isLate(on day: CalendarDay) -> Bool { done == nil && due.map { $0 < day } ?? false }
}
