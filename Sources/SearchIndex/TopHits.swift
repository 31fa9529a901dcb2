/// The best hits so far, over all segments.
struct TopHits {
    struct Entry {
        var score: Int64
        var segment: Int
        var doc: Int
        /// Whatever the searcher wants to know of it again.
        var group = 0
    }

    private let limit: Int
    private let states: [SegmentState]
    /// A heap with the worst on top.
    private var heap: [Entry] = []
    /// The segment being searched.
    private var segment = 0

    init(limit: Int, states: [SegmentState]) {
        self.limit = limit
        self.states = states
        heap.reserveCapacity(limit)
    }

    mutating func begin(segment: Int) { self.segment = segment }

    var isFull: Bool { heap.count >= limit }

    /// Below this score nothing gets in; at it, only documents whose key precedes that of the worst.
    var threshold: Int64 { isFull ? heap.first?.score ?? .max : 0 }

    /// Whether a score that high in this block of documents could get in.
    @inline(__always)
    func admits(_ score: Int64, from doc: Int) -> Bool {
        guard isFull else { return limit > 0 }
        let threshold = threshold
        return score > threshold || (score == threshold && winsTie(doc))
    }

    private func winsTie(_ doc: Int) -> Bool {
        guard let worst = heap.first else { return false }
        if worst.segment == segment { return doc < worst.doc }
        return precedes(states[segment].segment.keys[doc], states[worst.segment].segment.keys[worst.doc])
    }

    mutating func add(_ score: Int64, doc: Int, group: Int = 0) {
        guard admits(score, from: doc) else { return }
        let entry = Entry(score: score, segment: segment, doc: doc, group: group)
        if isFull {
            heap[0] = entry
            sink()
        } else {
            heap.append(entry)
            rise()
        }
    }

    /// Whether the left ranks below the right.
    private func isWorse(_ left: Entry, _ right: Entry) -> Bool {
        if left.score != right.score { return left.score < right.score }
        if left.segment == right.segment { return left.doc > right.doc }
        return precedes(states[right.segment].segment.keys[right.doc], states[left.segment].segment.keys[left.doc])
    }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard isWorse(heap[place], heap[parent]) else { return }
            heap.swapAt(place, parent)
            place = parent
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var worst = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && isWorse(heap[child], heap[worst]) {
                worst = child
            }
            if worst == place { return }
            heap.swapAt(place, worst)
            place = worst
        }
    }

    /// Best first.
    func sorted() -> [Entry] { heap.sorted { isWorse($1, $0) } }
}
