internal import Cooperation

/// A mail address with the name in front of it.
public struct Mailbox: Hashable, Sendable {
    public let name: String
    public let address: String

    /// Nil unless the address is plausible; such an address holds no blanks, brackets or control characters, so it cannot
    /// add anything to a command or a header.
    public init?(name: String, address: String) {
        guard EmailAddress.isPlausible(address) else { return nil }
        self.name = name
        self.address = address
    }

    /// The part behind the `@`.
    public var domain: String { String(address.split(separator: "@").last ?? "") }

    /// As a header has it.
    var header: String {
        let phrase = HeaderText.phrase(name, taken: 6)
        return phrase.isEmpty ? "<\(address)>" : "\(phrase)\r\n <\(address)>"
    }
}
