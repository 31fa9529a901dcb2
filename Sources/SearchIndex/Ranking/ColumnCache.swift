import Synchronization

/// Numbers of documents in 255 steps, rounded up.
struct ByteColumn: Sendable {
    let bytes: Column<UInt8>
    let base: Double
    let step: Double

    init(count: Int, _ value: (Int) -> Double) {
        var values: [Float] = []
        values.reserveCapacity(count)
        for doc in 0..<count { values.append(Float(value(doc))) }
        let low = Double(values.min() ?? 0)
        let high = Double(values.max() ?? 0)
        // Two of the steps are for what is lost in rounding.
        let step = max((high - low) / 253, 1e-6)
        var steps = values.map { UInt8(min(255, ((Double($0) - low) / step).rounded(.up) + 1)) }
        // Whole lines of memory: the kernel reads sixteen at a time.
        steps += Array(repeating: 0, count: (64 - count % 64) % 64)
        bytes = Column(steps)
        base = low
        self.step = step
    }
}

/// Columns of one segment, which never changes. The last few keys are kept: usually one a day.
final class ColumnCache: Sendable {
    private static let most = 4
    private let columns = Mutex<[(key: ColumnKey, column: ByteColumn)]>([])

    func column(_ key: ColumnKey, _ make: () -> ByteColumn) -> ByteColumn {
        if let known = columns.withLock({ $0.first { $0.key == key } }) { return known.column }
        let made = make()
        columns.withLock { columns in
            if columns.count >= Self.most { columns.removeFirst() }
            columns.append((key, made))
        }
        return made
    }
}
