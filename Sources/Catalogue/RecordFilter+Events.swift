public import Foundation
import GRDB

extension RecordFilter {
    /// Events by the clock.
    public enum When: Hashable, Sendable {
        /// Not over at this moment.
        case upcoming(at: Date)
        /// The same, and their last day to register comes between this moment and that.
        case closing(from: Date, until: Date)
        /// Over at this moment.
        case past(at: Date)

        var condition: SQL {
            let times: SQL =
                switch self {
                case .upcoming(let now): "isOver > \(now.milliseconds)"
                case .past(let now): "isOver <= \(now.milliseconds)"
                case .closing(let now, let end):
                    "isOver > \(now.milliseconds) AND closes > \(now.milliseconds) AND closes <= \(end.milliseconds)"
                }
            return "id IN (SELECT event FROM eventTime WHERE \(times))"
        }
    }
}
