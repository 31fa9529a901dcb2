import Cooperation
import Foundation
import SearchIndex

/// Track record, answers, capacity and freshness: what a candidate brings whoever asks.
struct Standing {
    let weights: Weights
    let day: CalendarDay

    /// What the columns of an index are remembered under.
    struct Key: Hashable, Sendable {
        var weights: Weights
        var day: CalendarDay
    }

    /// Adds these parts.
    func add(to tally: inout Tally, _ stored: DocumentValues) { rates.add(to: &tally, stored) }

    private let rates: Rates

    init(weights: Weights, day: CalendarDay) {
        self.weights = weights
        self.day = day
        rates = Rates(
            day: Double(day.ordinal), trackRecord: weights.trackRecord, responsiveness: weights.responsiveness,
            capacity: weights.capacity, full: weights.full, freshness: weights.freshness,
            freshnessHalf: weights.freshnessHalf, lapsed: weights.lapsed)
    }

    /// The weights needed here as bare numbers: copying all of them for thousands of candidates took its time.
    private struct Rates {
        var day, trackRecord, responsiveness, capacity, full, freshness, freshnessHalf, lapsed: Double

        func add(to tally: inout Tally, _ stored: DocumentValues) {
            let numbers = stored.numbers
            let helped = numbers[Layout.helped] ?? 0
            if helped >= 1 {
                // Each further case says less than the one before; sixteen say all.
                tally.set(.trackRecord, trackRecord * min(1, log2(1 + helped.rounded(.down)) / 4))
            }
            if let answered = numbers[Layout.answered] {
                tally.set(.responsiveness, responsiveness * (2 * answered - 1))
            }
            if let until = numbers[Layout.fullUntil], until > day {
                tally.set(.capacity, -full)
            } else if let perYear = numbers[Layout.perYear] {
                tally.set(.capacity, (numbers[Layout.takenOn] ?? 0) < perYear ? capacity : -full / 2)
            }
            if numbers[Layout.lapsed] == 1 {
                tally.set(.freshness, -lapsed)
            } else if let updated = numbers[Layout.updated] {
                tally.set(.freshness, freshness * exp2(-max(0, day - updated) / freshnessHalf))
            }
        }
    }

    /// The same as one number for each document.
    var column: Ranking.Column {
        Ranking.Column(key: Key(weights: weights, day: day)) { [self] stored in
            var tally = Tally()
            add(to: &tally, stored)
            return tally.score
        }
    }

    /// Why a part counts.
    func reason(_ name: PartName, _ stored: DocumentValues) -> Reason? {
        let numbers = stored.numbers
        switch name {
        case .trackRecord: return numbers[Layout.helped].map { .hasHelped(Int($0)) }
        case .responsiveness: return numbers[Layout.answered].map { .answers($0) }
        case .capacity:
            if let until = numbers[Layout.fullUntil].map({ CalendarDay(ordinal: Int($0)) }), until > day {
                return .isFull(until: until)
            }
            let takenOn = Int(numbers[Layout.takenOn] ?? 0)
            return numbers[Layout.perYear].map { perYear in
                takenOn < Int(perYear) ? .hasRoom(Int(perYear) - takenOn) : .hasTakenOn(takenOn)
            }
        case .freshness:
            let isLapsed = numbers[Layout.lapsed] == 1
            return numbers[Layout.updated].map { CalendarDay(ordinal: Int($0)) }
                .map { isLapsed ? .unconfirmed(since: $0) : .updated($0) }
        default: return nil
        }
    }
}
