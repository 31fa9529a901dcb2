/// How much a workbook may hold. What is sent from outside is never trusted to be small.
public struct ReadingLimits: Hashable, Sendable {
    /// Bytes of all parts, unfolded.
    public var bytes: Int
    public var cells: Int
    public var sheets: Int

    public init(bytes: Int = 64 << 20, cells: Int = 1_000_000, sheets: Int = 100) {
        self.bytes = bytes
        self.cells = cells
        self.sheets = sheets
    }
}
