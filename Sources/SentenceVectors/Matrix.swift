internal import CVectorKernels

/// Numbers by row, zero at first, for the time of one forward pass.
final class Matrix {
    let rows: Int
    let columns: Int
    private let start: UnsafeMutablePointer<Float>

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        start = .allocate(capacity: rows * columns)
        start.initialize(repeating: 0, count: rows * columns)
    }

    deinit { start.deallocate() }

    subscript(row: Int) -> UnsafeMutablePointer<Float> { start + row * columns }

    /// Each of `rows` rows from `first` on, taken as `depth` numbers (which may reach into the rows below), times a matrix in
    /// panels; the result goes into `target`, from its row `targetFirst` on.
    func multiply(
        from first: Int, rows: Int, by panels: UnsafePointer<Float>, depth: Int, into target: Matrix,
        from targetFirst: Int
    ) {
        vector_multiply(
            self[first], columns, rows, panels, depth, target.columns, target[targetFirst], target.columns)
    }

    func product(_ panels: UnsafePointer<Float>, columns width: Int) -> Matrix {
        let result = Matrix(rows: rows, columns: width)
        multiply(from: 0, rows: rows, by: panels, depth: columns, into: result, from: 0)
        return result
    }

    func add(_ other: Matrix) {
        vector_accumulate(other[0], rows * columns, self[0])
    }

    /// What is below zero becomes zero.
    func rectify() {
        for index in 0..<rows * columns where start[index] < 0 { start[index] = 0 }
    }
}
