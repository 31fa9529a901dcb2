import CMemory

/// An index being filled anew, piece by piece: what goes in need not lie in memory all at once. Readers have the old one
/// until it is installed.
public struct IndexFilling {
    private let schema: Schema
    private var states: [SegmentState] = []
    private var builder: SegmentBuilder

    init(schema: Schema) {
        self.schema = schema
        builder = SegmentBuilder(schema: schema)
    }

    /// A key that comes twice counts once, as it came last.
    public mutating func add(_ document: Document) {
        builder.add(document)
        if builder.isFull { close() }
    }

    mutating func finish() -> [SegmentState] {
        if builder.count > 0 { close() }
        return states
    }

    private mutating func close() {
        let segment = builder.segment()
        builder = SegmentBuilder(schema: schema)
        for key in 0..<segment.keys.count {
            for index in states.indices {
                if let doc = states[index].doc(of: segment.keys[key]) { states[index].remove(doc) }
            }
        }
        states.append(SegmentState(segment))
        // What laying it out took is as much again as the segment itself.
        cm_give_back()
    }
}
