import Testing

@testable import SearchIndex

/// Lists of contenders in bare memory: none is lost, none comes twice, the promising come first.
struct ContenderTests {
    private static func contender(_ bound: Int32, doc: Int, group: Int) -> Contender {
        Contender(bound: bound, others: 0, exact: .zero, doc: UInt32(doc), segment: 0, group: UInt16(group))
    }

    private static func list(_ random: inout SeededRandom, count: Int, to highest: Int32) -> ContenderList {
        var list = ContenderList(capacity: 2)
        for doc in 0..<count {
            list.reserve(1)
            list.append(contender(.random(in: -5...highest, using: &random), doc: doc, group: doc % 3))
        }
        return list
    }

    @Test(arguments: [0, 1, 2, 700, 5_000])
    func eachIsVisitedOnceAndHighBoundsFirst(count: Int) {
        var random = SeededRandom(seed: UInt64(count) + 1)
        for highest in [Int32(0), 40, 1_000_000, .max] {
            let list = Self.list(&random, count: count, to: highest)
            var visited: [Int] = []
            list.forEachByBound { visited.append($0) }
            #expect(visited.sorted() == Array(0..<count))
            // No one comes after another whose bound is lower by more than a step of the 1,024.
            let step = (Int64(highest) + 5) / 512 + 1
            var lowest = Int64(Int32.max)
            for place in visited {
                let bound = Int64(list.all[place].bound)
                #expect(bound <= lowest + step)
                lowest = min(lowest, bound)
            }
        }
    }

    @Test func dropKeepsWhoIsAdmitted() {
        var random = SeededRandom(seed: 8)
        var list = Self.list(&random, count: 900, to: 100)
        for place in stride(from: 0, to: 900, by: 7) { list.all[place].bound = Contender.looked }
        var floor = RankingBest.Floor(all: 60, classes: SIMD8(repeating: 60))
        floor.classes[1] = 20
        floor.classes[2] = RankingBest.Floor.low
        let expected = list.all.filter { contender in
            guard contender.bound != Contender.looked else { return false }
            return contender.group == 2 || contender.bound >= (contender.group == 1 ? 20 : 60)
        }.map(\.doc)
        list.drop(floor)
        #expect(list.all.map(\.doc) == expected)
        #expect(list.count == expected.count && !expected.isEmpty)
        list.empty()
        #expect(list.all.isEmpty)
    }

    @Test func leadersAreTheLowestKeysOfAllAndOfEachClass() {
        var random = SeededRandom(seed: 77)
        let leaders = Leaders(most: 6, perClass: 3)
        for round in 0..<20 {
            var keys: [[UInt64]] = Array(repeating: [], count: 3)
            for _ in 0..<(round * 3) {
                let key = UInt64.random(in: 0..<1_000_000, using: &random)
                let group = Int.random(in: 0..<3, using: &random)
                leaders.add(key, in: group)
                keys[group].append(key)
            }
            var expected = Array(keys.joined().sorted().prefix(round == 0 ? 6 : 4))
            for group in keys { expected += group.sorted().prefix(round == 0 ? 3 : 2) }
            var found: [UInt64] = []
            leaders.limit(Leaders.all, to: 4)
            for group in 0..<3 { leaders.limit(group, to: 2) }
            leaders.take(into: &found)
            #expect(found == expected.sorted())
        }
    }
}
