/// How this node behaves when it looks where links lead.
public struct LinkLimits: Sendable {
    /// The only hosts that are connected to, as in `library.example` or `localhost:8081`; they may lie in one's own network,
    /// since who runs the node has named them. Nil: all of the open Internet, and nothing else.
    public var hosts: Set<String>?
    /// Read of one answer at most, in bytes.
    public var bytes: Int
    /// For one answer, in seconds.
    public var seconds: Int
    /// Between two requests to one host, in seconds; robots.txt may ask for more, up to 30.
    public var pause: Double
    /// Followed one after the other.
    public var redirects: Int
    /// Names this program to those it asks.
    public var agent: String

    public init(
        hosts: Set<String>? = nil, bytes: Int = 64 << 10, seconds: Int = 20, pause: Double = 2, redirects: Int = 5,
        agent: String = "BioBridge/0.1 (link check)"
    ) {
        self.hosts = hosts.map { Set($0.map { $0.lowercased() }) }
        self.bytes = bytes
        self.seconds = seconds
        self.pause = pause
        self.redirects = redirects
        self.agent = agent
    }

    func allows(_ host: String, port: Int?) -> Bool {
        guard let hosts else {
            // Other ports than those of the web are not the web's.
            return port == nil || port == 80 || port == 443
        }
        let host = host.lowercased()
        return hosts.contains(host) || port.map { hosts.contains("\(host):\($0)") } ?? false
    }
}
