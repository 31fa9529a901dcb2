/// The clock tells the keeper of a record that its term ends, or has ended: a paper, so that all can see that she was told,
/// and so that she is told once.
public struct UpkeepNotice: Paper {
    public static let kind = PaperKind.notice

    public enum Step: String, Codable, CaseIterable, Sendable {
        /// Ninety, thirty and seven days before the last day; and when that day is over.
        case quarter, month, week, end

        /// How many days before the last day of the term; −1 is the day after it.
        public var daysBefore: Int {
            switch self {
            case .quarter: 90
            case .month: 30
            case .week: 7
            case .end: -1
            }
        }
    }

    public var record: Kept
    /// The last day of the term it is about.
    public var until: CalendarDay
    public var step: Step

    public init(record: Kept, until: CalendarDay, step: Step) {
        self.record = record
        self.until = until
        self.step = step
    }

    public func problems() -> [Problem] { [] }
}
