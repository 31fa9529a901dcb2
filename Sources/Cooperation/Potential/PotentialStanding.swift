/// Where a potential need stands: what was decided about it, here or in an earlier version of its document.
public enum PotentialStanding: Hashable, Sendable {
    case waiting
    case decided(Filed<Decision>)
    /// The same was declined in an earlier version: it does not come back.
    case declinedBefore(Filed<Decision>)
    /// The same became a need from an earlier version.
    case acceptedBefore(Filed<Decision>)

    public var isWaiting: Bool { self == .waiting }

    /// Decisions that stand, by the potential needs they are about.
    public static func decided(_ decisions: [Filed<Decision>]) -> [PotentialNeedID: Filed<Decision>] {
        var decided: [PotentialNeedID: Filed<Decision>] = [:]
        for decision in decisions where !decision.body.isUndone {
            for potential in decision.body.potentials { decided[potential] = decision }
        }
        return decided
    }
}

extension Need {
    /// What a document seems to say, as a need that somebody has looked at and accepted.
    public init(_ potential: PotentialNeed, of document: NationalDocument) {
        self.init(
            country: document.country, statement: LocalizedText(potential.text, in: potential.language),
            lack: potential.lack, heading: potential.heading, conventions: [.biodiversity],
            priority: potential.isUrgent ? .high : nil, subjects: Array(potential.subjects.prefix(10)),
            targets: potential.targets, assistance: Array(potential.assistance.prefix(6)),
            holders: Array(potential.holders.prefix(12)), year: document.year,
            due: potential.dueYear.flatMap { CalendarDay(year: $0, month: 12, day: 31) },
            passages: Array(potential.passages.prefix(100)))
    }

    /// Several potential needs as one: the first speaks, all passages stand behind it.
    public init?(merging potentials: [PotentialNeed], of document: NationalDocument) {
        guard let first = potentials.first else { return nil }
        self.init(first, of: document)
        for other in potentials.dropFirst() {
            passages += other.passages.filter { !passages.contains($0) }
            subjects += other.subjects.filter { !subjects.contains($0) }
            targets += other.targets.filter { !targets.contains($0) }
            assistance += other.assistance.filter { !assistance.contains($0) }
            holders += other.holders.filter { !holders.contains($0) }
            if other.isUrgent { priority = .high }
        }
        passages = Array(passages.prefix(100))
        subjects = Array(subjects.prefix(10))
        assistance = Array(assistance.prefix(6))
        holders = Array(holders.prefix(12))
    }
}
