/// The most promising of those that came lately, a few of all and of each class, by keys that are the lower the more
/// promising. Bare memory, as it is asked for every contender.
final class Leaders {
    /// The list of all; those before it are the classes.
    static let all = Ranking.mostClasses + 1
    private static let lists = all + 1

    private let width: Int
    private let keys: UnsafeMutablePointer<UInt64>
    /// A key at or above this does not get into the list.
    private let highest: UnsafeMutablePointer<UInt64>
    private let counts: UnsafeMutablePointer<Int>
    private let most: UnsafeMutablePointer<Int>

    /// - Parameters:
    ///   - most: of all, at most.
    ///   - perClass: of each class, at most.
    init(most: Int, perClass: Int) {
        width = max(1, most, perClass)
        keys = .allocate(capacity: Self.lists * width)
        keys.initialize(repeating: 0, count: Self.lists * width)
        highest = .allocate(capacity: Self.lists)
        highest.initialize(repeating: 0, count: Self.lists)
        counts = .allocate(capacity: Self.lists)
        counts.initialize(repeating: 0, count: Self.lists)
        self.most = .allocate(capacity: Self.lists)
        self.most.initialize(repeating: 0, count: Self.lists)
        for list in 0..<Self.lists { limit(list, to: list == Self.all ? most : perClass) }
        empty()
    }

    deinit {
        keys.deallocate()
        highest.deallocate()
        counts.deallocate()
        most.deallocate()
    }

    /// How many a list has at most, from the next time it is emptied; no more than it began with.
    func limit(_ list: Int, to most: Int) { self.most[list] = min(most, width) }

    /// Puts a key into the list of its class and into that of all; keys come ascending where they are equally promising.
    @inline(__always)
    func add(_ key: UInt64, in group: Int) {
        precondition(group >= 0 && group < Self.all)
        if key < highest[group] { insert(key, group) }
        if key < highest[Self.all] { insert(key, Self.all) }
    }

    private func insert(_ key: UInt64, _ list: Int) {
        let keys = keys + list * width
        var place = min(counts[list], most[list] - 1)
        counts[list] = place + 1
        while place > 0, keys[place - 1] > key {
            keys[place] = keys[place - 1]
            place -= 1
        }
        keys[place] = key
        if counts[list] >= most[list] { highest[list] = keys[most[list] - 1] }
    }

    func empty() {
        for list in 0..<Self.lists {
            counts[list] = 0
            highest[list] = most[list] > 0 ? .max : 0
        }
    }

    /// All of them, ascending, some perhaps twice; the lists are empty then.
    func take(into all: inout [UInt64]) {
        all.removeAll(keepingCapacity: true)
        for list in 0..<Self.lists {
            all.append(contentsOf: UnsafeBufferPointer(start: keys + list * width, count: counts[list]))
        }
        all.sort()
        empty()
    }
}
