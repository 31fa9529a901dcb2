/// What each target and goal of the Kunming-Montreal framework is about, as compiled in.
struct AimList: Sendable {
    /// Of target 1 to target 23; none is empty.
    let targets: [[Labels]]
    /// Of all four; none is empty.
    let goals: [FrameworkGoal: [Labels]]

    init() throws {
        let file = DataFile.aims
        let content = try file.decode(File.self)
        guard content.targets.map(\.number) == Array(1...23), content.goals.map(\.id) == FrameworkGoal.allCases,
            (content.targets.map(\.about) + content.goals.map(\.about)).allSatisfy({ !$0.isEmpty })
        else {
            throw file.damaged("targets or goals are missing, out of order or empty")
        }
        targets = content.targets.map(\.about)
        goals = Dictionary(uniqueKeysWithValues: content.goals.map { ($0.id, $0.about) })
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let targets: [TargetRow]
        let goals: [GoalRow]
    }

    private struct TargetRow: Decodable {
        let number: Int
        let about: [Labels]
    }

    private struct GoalRow: Decodable {
        let id: FrameworkGoal
        let about: [Labels]
    }
}
