/// The terms that a plan asks of one segment, by their rank there: asked of each word of a document whether it is one of
/// them.
struct TermSet: Sendable {
    struct Entry: Sendable {
        var term: Int
        /// Of the clause.
        var weight: UInt32
        var group: Int
    }

    let entries: [Entry]
    /// Rank and entry; -1 where it is free.
    private var slots: [(rank: Int32, entry: Int32)]
    private let mask: Int

    /// - Parameter segment: the place of it among those of the reader.
    init(_ plan: Plan, _ segment: Segment, at place: Int) {
        var entries: [Entry] = []
        entries.reserveCapacity(plan.clauses.count)
        for clause in plan.clauses where clause.isTerm {
            guard let term = clause.places[place] else { continue }
            entries.append(Entry(term: term, weight: clause.weight, group: clause.group))
        }
        var size = 16
        while size < entries.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: (-1, -1), count: size)
        for (number, entry) in entries.enumerated() {
            let rank = segment.rankOfTerm[entry.term]
            var place = Self.start(rank) & mask
            while slots[place].rank >= 0 { place = (place + 1) & mask }
            slots[place] = (Int32(bitPattern: rank), Int32(number))
        }
        self.entries = entries
    }

    @inline(__always)
    private static func start(_ rank: UInt32) -> Int { (Int(rank) &* 0x9E37_79B1) >> 8 }

    /// Visits the entries of those that a document has, each once, in the order of the document.
    func forEach(of doc: Int, in segment: Segment, _ visit: (Entry) -> Void) {
        var offset = Int(segment.streamStarts[doc])
        let end = Int(segment.streamStarts[doc + 1])
        precondition(end <= segment.stream.count)
        let stream = segment.stream.base
        @inline(__always)
        func next() -> UInt32 {
            var value: UInt32 = 0
            var shift: UInt32 = 0
            while offset < end {
                let byte = stream[offset]
                offset += 1
                value |= UInt32(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return value
        }
        slots.withUnsafeBufferPointer { slots in
            withUnsafeTemporaryAllocation(of: Bool.self, capacity: entries.count) { seen in
                seen.initialize(repeating: false)
                while offset < end {
                    let head = next()
                    if head & 3 == 3, next() == 0 {
                        _ = next()
                        continue
                    }
                    let rank = Int32(bitPattern: head >> 2)
                    var place = Self.start(head >> 2) & mask
                    while slots[place].rank >= 0 {
                        let slot = slots[place]
                        if slot.rank == rank {
                            if !seen[Int(slot.entry)] {
                                seen[Int(slot.entry)] = true
                                visit(entries[Int(slot.entry)])
                            }
                            break
                        }
                        place = (place + 1) & mask
                    }
                }
            }
        }
    }
}
