import HTTPTypes
public import Hummingbird

/// Where a request comes from, as a key for ``RateLimiter``. It is not logged.
public enum ClientAddress {
    /// - Parameters:
    ///   - peer: The other end of the connection.
    ///   - trustedProxies: How many proxies of ours stand before this program. Each adds one entry to
    ///     `X-Forwarded-For`, so the sender's is that many from the end; what stands before it anybody may have written.
    public static func key(for request: Request, peer: String?, trustedProxies: Int) -> String {
        var address = peer ?? "unknown"
        if trustedProxies > 0, let name = HTTPField.Name("X-Forwarded-For") {
            let hops = request.headers[values: name].flatMap { $0.split(separator: ",") }
                .map { String($0).trimmingASCIIBlanks }
            if hops.count >= trustedProxies { address = hops[hops.count - trustedProxies] }
        }
        return String(network(of: address).prefix(64))
    }

    /// An IPv6 subscriber has 2^64 addresses or more: the first four groups count. IPv4 counts whole.
    static func network(of address: String) -> String {
        guard address.utf8.contains(ASCII.colon), !address.utf8.contains(UInt8(ascii: ".")) else { return address }
        let halves = address.lowercased().split(separator: ":", omittingEmptySubsequences: false)
        var groups: [Substring] = []
        for group in halves {
            if group.isEmpty && !groups.isEmpty {
                groups += Array(repeating: "0", count: max(0, 8 - halves.count + 1))
            } else {
                groups.append(group.isEmpty ? "0" : group)
            }
        }
        return groups.prefix(4).joined(separator: ":")
    }
}
