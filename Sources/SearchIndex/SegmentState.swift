/// A segment and what has been removed from it since.
struct SegmentState: Sendable {
    let segment: Segment
    /// Nil while nothing is removed.
    private(set) var dead: Bitmap?
    private(set) var deadCount = 0
    /// How many removed documents have each term, so that frequencies are exact.
    private(set) var deadFrequencies: [UInt32: Int] = [:]

    init(_ segment: Segment) { self.segment = segment }

    /// A segment with removals known from a snapshot.
    init(_ segment: Segment, dead: Bitmap?) {
        self.segment = segment
        dead?.forEach { remove($0) }
    }

    var liveCount: Int { segment.count - deadCount }

    func isLive(_ doc: Int) -> Bool { dead?.contains(doc) != true }

    func frequency(of term: Int) -> Int {
        segment.frequency(of: term) - (deadFrequencies[UInt32(term)] ?? 0)
    }

    func doc(of key: String) -> Int? {
        guard let doc = segment.keys.index(of: key), isLive(doc) else { return nil }
        return doc
    }

    mutating func remove(_ doc: Int) {
        guard doc < segment.count, isLive(doc) else { return }
        var bitmap = dead ?? Bitmap(size: segment.count)
        dead = nil
        bitmap.insert(doc)
        dead = bitmap
        deadCount += 1
        var seen: Set<UInt32> = []
        segment.forEachToken(of: doc) { token in
            if seen.insert(UInt32(token.term)).inserted { deadFrequencies[UInt32(token.term), default: 0] += 1 }
        }
    }

    /// The documents that are not removed.
    var live: Bitmap {
        var live = Bitmap(size: segment.count, full: true)
        if let dead { live.subtract(dead) }
        return live
    }
}
