/// A page or document elsewhere. The address begins with `https://` or `http://`.
public struct Link: Hashable, Codable, Sendable {
    public var title: String
    public var address: String

    public init(title: String, address: String) {
        self.title = title
        self.address = address
    }
}
