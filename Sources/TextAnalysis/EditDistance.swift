/// How many single changes make one word of another: insert, delete, replace, or swap two neighbours.
public enum EditDistance {
    /// The distance between two words (optimal string alignment over scalars), or nil where it is above `limit`.
    ///
    /// Time is the length times `limit`, so it may be asked of a whole dictionary.
    public static func between(_ left: String, _ right: String, limit: Int) -> Int? {
        between(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit)
    }

    public static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        let far = limit + 1
        var beforeLast: [Int] = []
        var last = (0...right.count).map { min($0, far) }
        for row in 1...left.count {
            let band = max(1, row - limit)...max(1, min(right.count, row + limit))
            var current = [Int](repeating: far, count: right.count + 1)
            current[0] = min(row, far)
            var best = current[0]
            for column in band {
                let same = left[row - 1] == right[column - 1]
                var cost = min(last[column - 1] + (same ? 0 : 1), last[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = min(cost, far)
                best = min(best, current[column])
            }
            if best > limit { return nil }
            beforeLast = last
            last = current
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
