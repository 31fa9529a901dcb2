/// One line of the crosswalk between the Aichi targets and those of the Kunming-Montreal framework.
public struct Crosswalk: Hashable, Sendable {
    public let aichi: AichiTarget
    public let framework: FrameworkTarget
    public let relation: Relation

    /// How close the two are; the closest comes first.
    public enum Relation: String, Codable, CaseIterable, Comparable, Sendable {
        /// Both are about the same thing.
        case same
        /// A part of the older one went on into the newer.
        case part
        /// Nothing went on directly; this is the nearest.
        case near

        public static func < (left: Relation, right: Relation) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .same: 0
            case .part: 1
            case .near: 2
            }
        }
    }
}

/// The content of `targets.json`.
struct TargetList: Sendable {
    let aichi: [Labels]
    let framework: [Labels]
    let goals: LabelTable<FrameworkGoal>
    let crosswalk: [Crosswalk]

    init() throws {
        let file = DataFile.targets
        let content = try file.decode(File.self)
        guard content.aichi.map(\.number) == Array(1...20), content.framework.map(\.number) == Array(1...23) else {
            throw file.damaged("targets are missing or out of order")
        }
        aichi = content.aichi.map(\.label)
        framework = content.framework.map(\.label)
        goals = try LabelTable(content.goals, of: file)
        crosswalk = try content.crosswalk.map { row in
            guard let old = AichiTarget(number: row.aichi), let new = FrameworkTarget(number: row.framework) else {
                throw file.damaged("no such target: \(row.aichi) or \(row.framework)")
            }
            return Crosswalk(aichi: old, framework: new, relation: row.relation)
        }
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let aichi: [TargetRow]
        let framework: [TargetRow]
        let goals: [LabelRow]
        let crosswalk: [CrosswalkRow]
    }

    private struct TargetRow: Decodable {
        let number: Int
        let label: Labels
    }

    private struct CrosswalkRow: Decodable {
        let aichi: Int
        let framework: Int
        let relation: Crosswalk.Relation
    }
}
