/// Its keeper says that a record is still true as it stands. It is good for another term from that day on.
public struct Confirmation: Paper {
    public static let kind = PaperKind.confirmation

    public var record: Kept

    public init(record: Kept) { self.record = record }

    public func problems() -> [Problem] { [] }
}
