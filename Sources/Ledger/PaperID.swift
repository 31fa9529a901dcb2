/// Names a paper for good, on every node: its kind and a time-ordered part, such as `request-01hx3v9qf6t8m2z5k7n4c0w1ab`.
///
/// The ledger takes any name of 1 to 200 bytes without control characters; `PaperIDGenerator` makes the usual ones.
public struct PaperID: RawRepresentable, Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue }

    public static func < (left: PaperID, right: PaperID) -> Bool { left.rawValue < right.rawValue }
}
