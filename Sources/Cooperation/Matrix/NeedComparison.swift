/// Two matrices side by side: two regions, two years, two of anything a filter can name.
public struct NeedComparison: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var row: NeedMatrix.Row
        public var first: NeedMatrix.Cell
        public var second: NeedMatrix.Cell

        /// How many needs more the second has; below 0 for fewer.
        public var change: Int { second.needs - first.needs }
    }

    public let lines: [Line]
    public let first: NeedMatrix.Cell
    public let second: NeedMatrix.Cell

    public init(_ first: NeedMatrix, _ second: NeedMatrix) {
        let more = second.rows.filter { !first.rows.contains($0) }
        lines = (first.rows + more).map { Line(row: $0, first: first[$0], second: second[$0]) }
        self.first = first.total
        self.second = second.total
    }
}
