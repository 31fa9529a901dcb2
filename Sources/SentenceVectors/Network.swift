/// The network's weights, in the mapped file. Names and shapes as `tools/model/convert.py` writes them.
struct Network: Sendable {
    static let vocabulary = 17 * 7_530
    static let blocks = 17
    static let width = 512
    static let branchWidth = 256
    static let featureWidth = width + 3 * branchWidth
    static let hidden = 320
    static let noise: Float = 1e-12

    /// One of the three branches: what it sees of a piece's neighbours.
    struct Branch: Sendable {
        /// Pieces seen at once, and how many of them lie before.
        let span: Int
        let before: Int
        nonisolated(unsafe) let first: UnsafePointer<Float>
        nonisolated(unsafe) let firstBias: UnsafePointer<Float>
        nonisolated(unsafe) let second: UnsafePointer<Float>
        nonisolated(unsafe) let secondBias: UnsafePointer<Float>
    }

    let file: ModelFile
    let branches: [Branch]
    // All of these point into `file`, are never written and live as long as it does.
    nonisolated(unsafe) let table: UnsafeRawBufferPointer
    nonisolated(unsafe) let scale: UnsafePointer<Float>
    nonisolated(unsafe) let low: UnsafePointer<Float>
    nonisolated(unsafe) let projection: UnsafePointer<Float>
    nonisolated(unsafe) let projectionBias: UnsafePointer<Float>
    nonisolated(unsafe) let projectionGain: UnsafePointer<Float>
    nonisolated(unsafe) let projectionShift: UnsafePointer<Float>
    nonisolated(unsafe) let gain: UnsafePointer<Float>
    nonisolated(unsafe) let shift: UnsafePointer<Float>
    nonisolated(unsafe) let output: UnsafePointer<Float>
    nonisolated(unsafe) let outputBias: UnsafePointer<Float>
    /// Text to hidden 0, hidden 0 to 1, hidden 1 to 2, hidden 2 to vector; and the two that pass one layer over.
    nonisolated(unsafe) let dense:
        (
            UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>
        )
    nonisolated(unsafe) let passing: (UnsafePointer<Float>, UnsafePointer<Float>)

    init(_ file: ModelFile) throws(EncoderError) {
        let (width, features, hidden) = (Self.width, Self.featureWidth, Self.hidden)
        let joined = 3 * Self.branchWidth
        self.file = file
        table = try file.bytes("table", rows: Self.vocabulary, columns: width)
        scale = try file.floats("scale", .floats, rows: 1, columns: Self.blocks)
        low = try file.floats("lo", .floats, rows: 1, columns: Self.blocks)
        projection = try file.floats("proj", .panels, rows: width, columns: joined)
        projectionBias = try file.floats("proj_b", .floats, rows: 1, columns: joined)
        projectionGain = try file.floats("proj_g", .floats, rows: 1, columns: joined)
        projectionShift = try file.floats("proj_s", .floats, rows: 1, columns: joined)
        gain = try file.floats("ln_g", .floats, rows: 1, columns: features)
        shift = try file.floats("ln_b", .floats, rows: 1, columns: features)
        output = try file.floats("cnn_W", .panels, rows: features, columns: width)
        outputBias = try file.floats("cnn_b", .floats, rows: 1, columns: width)
        dense = (
            try file.floats("d0", .panels, rows: width, columns: hidden),
            try file.floats("d1", .panels, rows: hidden, columns: hidden),
            try file.floats("d2", .panels, rows: hidden, columns: width),
            try file.floats("d3", .panels, rows: width, columns: width)
        )
        passing = (
            try file.floats("p1", .panels, rows: width, columns: hidden),
            try file.floats("p3", .panels, rows: hidden, columns: width)
        )
        branches = [
            try Self.branch(span: 2, before: 0, in: file),
            try Self.branch(span: 3, before: 1, in: file),
            try Self.branch(span: 5, before: 2, in: file),
        ]
    }

    private static func branch(span: Int, before: Int, in file: ModelFile) throws(EncoderError) -> Branch {
        let (rows, columns) = (span * branchWidth, branchWidth)
        return Branch(
            span: span, before: before,
            first: try file.floats("w1_\(span)", .panels, rows: rows, columns: columns),
            firstBias: try file.floats("b1_\(span)", .floats, rows: 1, columns: columns),
            second: try file.floats("w2_\(span)", .panels, rows: rows, columns: columns),
            secondBias: try file.floats("b2_\(span)", .floats, rows: 1, columns: columns))
    }
}
