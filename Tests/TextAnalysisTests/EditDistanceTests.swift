import Testing
import TextAnalysis

struct EditDistanceTests {
    @Test(arguments: [
        ("mangrove", "mangrove", 0), ("mangrov", "mangrove", 1), ("mangorve", "mangrove", 1), ("forst", "forest", 1),
        ("", "ab", 2), ("лес", "лис", 1), ("红树", "红树林", 1), ("kitten", "sitting", 3),
    ])
    func distances(left: String, right: String, distance: Int) {
        #expect(EditDistance.between(left, right, limit: 3) == distance)
        #expect(EditDistance.between(right, left, limit: 3) == distance)
        #expect(EditDistance.between(left, right, limit: distance) == distance)
        if distance > 0 { #expect(EditDistance.between(left, right, limit: distance - 1) == nil) }
    }

    /// The banded algorithm against the plain table.
    @Test func theBandChangesNothing() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2_000 {
            func word() -> [Unicode.Scalar] {
                (0..<Int.random(in: 0...9, using: &random)).map { _ in
                    ["a", "b", "c"].randomElement(using: &random) ?? "a"
                }
            }
            let (left, right) = (word(), word())
            let plain = plainDistance(left, right)
            for limit in 0...4 {
                #expect(EditDistance.between(left, right, limit: limit) == (plain <= limit ? plain : nil))
            }
        }
    }

    private func plainDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count {
            for column in 0...right.count {
                if row == 0 || column == 0 {
                    table[row][column] = row + column
                    continue
                }
                let same = left[row - 1] == right[column - 1]
                var cost = min(
                    table[row - 1][column - 1] + (same ? 0 : 1), table[row - 1][column] + 1, table[row][column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, table[row - 2][column - 2] + 1)
                }
                table[row][column] = cost
            }
        }
        return table[left.count][right.count]
    }
}
