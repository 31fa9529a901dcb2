public import Foundation

/// The stations of the line of steps, the small drawing of a request's way that stands on every card, list and print.
public struct Milestone: Hashable, Sendable {
    public enum Station: String, CaseIterable, Sendable {
        case written, submitted, passed, triaged, matched, carriedOut, closed
    }

    public var station: Station
    /// Nil: not reached yet.
    public var reached: Date?
    /// It is at this station now.
    public var isCurrent: Bool
}

extension Dossier {
    /// The stations with the day each was reached. An objected or ended request shows those it reached.
    public func milestones(at now: Date) -> [Milestone] {
        let state = state(at: now)
        let accepted = introductions.first { fate(of: $0) == .accepted }
        let matched = accepted.flatMap { match in replies.last { $0.body.introduction == match.id }?.at ?? match.at }
        let passed = positions.last { $0.body.stance == .endorsement || $0.body.stance == .silence }?.at
        let current = Milestone.Station.current(in: state)
        let reached: [(Milestone.Station, Date?)] = [
            (.written, begun), (.submitted, submissions.first?.at),
            (.passed, passed ?? (state == .passedBySilence ? standing(at: now).since : nil)),
            (.triaged, assessments.first?.at), (.matched, answers.first?.at ?? matched),
            (.carriedOut, reports.first?.at), (.closed, closings.last?.at),
        ]
        return reached.map { Milestone(station: $0.0, reached: $0.1, isCurrent: $0.0 == current) }
    }
}

extension Milestone.Station {
    /// The station a state is at: the last one reached.
    public static func current(in state: State) -> Milestone.Station {
        switch state {
        case .drafted: .written
        case .submitted, .questioned, .objected: .submitted
        case .endorsed, .passedBySilence: .passed
        case .triaged, .introduced: .triaged
        case .answered, .matched, .planned, .funded: .matched
        case .underWay, .reported: .carriedOut
        case .closed, .withdrawn, .declined, .lapsed: .closed
        }
    }
}
