import HTTPTypes
public import Hummingbird

/// The name of one state of a page (RFC 9110 §8.8.3), made from what the page depends on and not from its bytes: a page that
/// did not change need not be made to find that out.
public struct EntityTag: Sendable, Equatable {
    /// As in the `ETag` header; weak, since the packed and the plain page share it.
    public let text: String

    /// - Parameter key: All the page depends on: path and query, language, newest entry, edition of the program.
    public init(key: String) {
        text = "W/\"" + Base64URL.encode(Array(Digest.sha256(Array(key.utf8)).prefix(16))) + "\""
    }

    /// Whether the browser has this state already.
    public func isHeld(by request: Request) -> Bool {
        guard request.method == .get || request.method == .head else { return false }
        return request.headers[values: .ifNoneMatch].contains { header in
            header == "*"
                || header.split(separator: ",").contains { candidate in
                    let tag = String(candidate).trimmingASCIIBlanks
                    return tag == text || "W/" + tag == text
                }
        }
    }
}
