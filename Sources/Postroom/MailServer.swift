internal import Foundation

/// A server that takes mail.
public struct MailServer: Hashable, Sendable {
    public enum Security: String, Sendable {
        /// Begins in the clear and must turn to TLS before anything else is said (RFC 3207).
        case startTLS
        /// TLS from the first byte (RFC 8314).
        case tls
        /// None; only for a server on this machine.
        case none
    }

    public var host: String
    public var port: Int
    public var security: Security
    public var user: String?
    public var password: String?
    /// A file of certificates to trust instead of the system's.
    public var authorities: String?
    /// Seconds to wait for the server's first word, and for one whole letter.
    public var connectTimeout = 15
    public var letterTimeout = 60

    /// Reads `smtp://host` (port 587, STARTTLS), `smtps://host` (465) or `smtp-plain://localhost` (25), each with `user@`
    /// before the host and `:port` behind it where needed. Passwords do not belong into an address that others may see.
    public init(_ address: String, password: String? = nil) throws(PostroomError) {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.password == nil,
            ["", "/"].contains(parts.path), parts.query == nil, parts.fragment == nil
        else { throw .notAServer(address) }
        switch parts.scheme {
        case "smtp": (security, port) = (.startTLS, parts.port ?? 587)
        case "smtps": (security, port) = (.tls, parts.port ?? 465)
        case "smtp-plain":
            guard ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host) else { throw .plainOnlyAtHome(host) }
            (security, port) = (.none, parts.port ?? 25)
        default: throw .notAServer(address)
        }
        guard (1...65_535).contains(port) else { throw .notAServer(address) }
        self.host = host
        user = parts.user
        self.password = password
    }
}
