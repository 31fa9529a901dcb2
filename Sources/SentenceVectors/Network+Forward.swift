internal import CVectorKernels
import Foundation

/// The forward pass. Sentences lie below one another in one matrix, two empty rows around each, so that the branches can
/// look at a piece's neighbours without looking into another sentence, and every weight is read once for all of them.
extension Network {
    private static let gap = 2

    /// The vectors of some sequences of pieces, start and end included; none of them empty.
    func vectors(of sequences: [[Int32]]) -> [Vector] {
        guard !sequences.isEmpty else { return [] }
        var owner: [Int?] = Array(repeating: nil, count: Self.gap)
        for (index, sequence) in sequences.enumerated() {
            owner += Array(repeating: index, count: sequence.count)
            owner += Array(repeating: nil, count: Self.gap)
        }
        let rows = owner.count
        let features = Matrix(rows: rows, columns: Self.featureWidth)
        embed(sequences, into: features)
        runBranches(features, owner)
        let sums = Matrix(rows: sequences.count, columns: Self.featureWidth)
        for row in 0..<rows {
            guard let sentence = owner[row] else { continue }
            vector_layer_norm(features[row], Self.featureWidth, nil, gain, shift, Self.noise)
            vector_accumulate(features[row], Self.featureWidth, sums[sentence])
        }
        return finish(sums, lengths: sequences.map(\.count))
    }

    /// The pieces' own numbers, in the first columns of their rows.
    private func embed(_ sequences: [[Int32]], into features: Matrix) {
        guard let start = table.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
        var row = Self.gap
        for sequence in sequences {
            for piece in sequence {
                let piece = Int(piece)
                let block = piece % Self.blocks
                vector_dequantise(start + piece * Self.width, Self.width, scale[block], low[block], features[row])
                row += 1
            }
            row += Self.gap
        }
    }

    private func runBranches(_ features: Matrix, _ owner: [Int?]) {
        let (gap, width) = (Self.gap, Self.branchWidth)
        let used = features.rows - 2 * gap
        let joined = Matrix(rows: features.rows, columns: branches.count * width)
        features.multiply(from: gap, rows: used, by: projection, depth: Self.width, into: joined, from: gap)
        // Rows between sentences stay zero in `input` and `middle`.
        let input = Matrix(rows: features.rows, columns: width)
        let middle = Matrix(rows: features.rows, columns: width)
        let product = Matrix(rows: features.rows, columns: width)
        let occupied = owner.indices.filter { owner[$0] != nil }
        for row in occupied {
            vector_layer_norm(joined[row], joined.columns, projectionBias, projectionGain, projectionShift, Self.noise)
        }
        for (index, branch) in branches.enumerated() {
            for row in occupied { input[row].update(from: joined[row] + index * width, count: width) }
            let depth = branch.span * width
            input.multiply(
                from: gap - branch.before, rows: used, by: branch.first, depth: depth, into: product, from: gap)
            for row in occupied {
                vector_rectify_and_add(product[row], branch.firstBias, input[row], width, middle[row])
            }
            middle.multiply(
                from: gap - branch.before, rows: used, by: branch.second, depth: depth, into: product, from: gap)
            for row in occupied {
                let target = features[row] + Self.width + index * width
                vector_rectify_and_add(product[row], branch.secondBias, middle[row], width, target)
            }
        }
    }

    /// From the sums over the pieces to the vectors: one projection and four dense layers, two of them passed over too.
    private func finish(_ sums: Matrix, lengths: [Int]) -> [Vector] {
        let count = sums.rows
        let text = Matrix(rows: count, columns: Self.width)
        sums.multiply(from: 0, rows: count, by: output, depth: Self.featureWidth, into: text, from: 0)
        for (row, length) in lengths.enumerated() {
            let root = Float(length).squareRoot()
            for column in 0..<Self.width {
                text[row][column] = (text[row][column] + Float(length) * outputBias[column]) / root
            }
        }
        let first = text.product(dense.0, columns: Self.hidden)
        first.rectify()
        let second = text.product(passing.0, columns: Self.hidden)
        second.add(first.product(dense.1, columns: Self.hidden))
        second.rectify()
        let third = second.product(dense.2, columns: Self.width)
        third.rectify()
        let last = second.product(passing.1, columns: Self.width)
        last.add(third.product(dense.3, columns: Self.width))
        return (0..<count).map { row in
            Vector(direction: (0..<Self.width).map { tanh(last[row][$0]) }) ?? .zero
        }
    }
}
