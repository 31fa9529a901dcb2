import Vocabulary

/// How well needs are told from other statements, and their kinds apart.
public struct NeedScores: Codable, Hashable, Sendable {
    public var precision: Double
    public var recall: Double
    public var f1: Double
    /// Of the needs of known kind, the share whose kind is right, whether or not they were found; nil where none has a kind.
    public var accuracyOfKind: Double?
    /// What they are, then what they are taken for; `other` for no need.
    public var confusion: [String: [String: Int]]

    struct Judged {
        var example: NeedExample
        var isNeed: Bool
        var kind: NeedKind
    }

    init(_ judged: [Judged]) {
        let taken = judged.count(where: \.isNeed)
        let needs = judged.count(where: \.example.isNeed)
        let right = judged.count { $0.isNeed && $0.example.isNeed }
        precision = taken == 0 ? 0 : Double(right) / Double(taken)
        recall = needs == 0 ? 0 : Double(right) / Double(needs)
        f1 = taken + needs == 0 ? 0 : 2 * Double(right) / Double(taken + needs)
        let known = judged.filter { $0.example.isNeed && $0.example.kind != nil }
        accuracyOfKind =
            known.isEmpty ? nil : Double(known.count { $0.kind == $0.example.kind }) / Double(known.count)
        confusion = judged.reduce(into: [:]) { table, one in
            let truth = one.example.isNeed ? one.example.kind?.rawValue ?? "need" : "other"
            table[truth, default: [:]][one.isNeed ? one.kind.rawValue : "other", default: 0] += 1
        }
    }
}
