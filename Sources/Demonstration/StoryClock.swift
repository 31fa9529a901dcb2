import Cooperation
import Foundation
import Synchronization

/// The clock of the demonstration: it goes through the past, day by day.
final class StoryClock: Sendable {
    private let moment: Mutex<Date>

    init(_ day: CalendarDay) { moment = Mutex(day.start) }

    var now: Date { moment.withLock { $0 } }

    /// So many minutes after midnight in Greenwich of that day.
    func move(to day: CalendarDay, minute: Int) {
        moment.withLock { $0 = day.start.addingTimeInterval(Double(minute) * 60) }
    }
}

/// Numbers that look random and are the same each time (SplitMix64, public domain), so that a demonstration of one day has
/// the same identifiers wherever it is filled in. Only for demonstrations: they can be guessed.
final class RepeatableNumbers: Sendable {
    private let state = Mutex<UInt64>(2016)

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
