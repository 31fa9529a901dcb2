import Foundation
public import TextAnalysis

/// Who publishes and where: all that addresses in files and feeds are made from.
public struct Publisher: Sendable {
    /// As in `https://bio-bridge.example`, without a slash at its end.
    public let base: String
    /// The page of a record, below the base: `/fr/practices/01hx…`.
    let page: @Sendable (_ key: String, _ language: Language) -> String?
    /// Where harvesters write to.
    public let email: String

    public init(
        base: String, email: String, page: @escaping @Sendable (_ key: String, _ language: Language) -> String?
    ) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.email = email
        self.page = page
    }

    /// The address of a record for ever, whatever its page is called: `https://bio-bridge.example/id/practice-01hx…`.
    public func lasting(_ key: String) -> String { "\(base)/id/\(key)" }

    /// The record's page in a language.
    public func address(_ key: String, in language: Language) -> String {
        page(key, language).map { base + $0 } ?? lasting(key)
    }

    public func address(path: String) -> String { base + path }

    /// The name of the host, as identifiers of OAI-PMH and tags need one.
    public var host: String { URL(string: base)?.host() ?? "localhost" }
}
