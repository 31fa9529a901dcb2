/// The name of a message: its area, a full stop, and what it says, as in `request.days-left`.
public struct MessageKey: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    public let name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral value: String) { name = value }

    public var description: String { name }
}
