/// How this node behaves towards the libraries it reads.
public struct HarvestLimits: Sendable {
    /// Hosts that may be read, as in `library.example` or `localhost:8081`. No other is ever connected to.
    public var hosts: Set<String>
    /// Of one answer, unpacked.
    public var bytes: Int
    /// For one answer, in seconds.
    public var seconds: Int
    /// Between two requests, in seconds; a site's robots.txt may ask for more, up to 30.
    public var pause: Double
    /// Answers of one reading.
    public var pages: Int
    /// Names this program to those it reads.
    public var agent: String

    public init(
        hosts: Set<String>, bytes: Int = 16 << 20, seconds: Int = 60, pause: Double = 1, pages: Int = 2000,
        agent: String = "BioBridge/0.1"
    ) {
        self.hosts = Set(hosts.map { $0.lowercased() })
        self.bytes = bytes
        self.seconds = seconds
        self.pause = pause
        self.pages = pages
        self.agent = agent
    }

    public func allows(_ host: String, port: Int?) -> Bool {
        let host = host.lowercased()
        return hosts.contains(host) || port.map { hosts.contains("\(host):\($0)") } ?? false
    }
}

/// Why a source could not be read to its end.
public enum HarvestError: Error, Equatable, Sendable {
    case hostNotAllowed(String)
    case notAnAddress
    case forbiddenByRobots
    /// The number of libcurl's error.
    case unreachable(Int)
    case tooLarge
    case tooManyRedirects
    case status(Int)
    /// It asks to come back later, after so many seconds.
    case busy(Int)
    case notXML
    /// An error of OAI-PMH, by its code.
    case refused(String)
    /// A resumption token came twice, or there is no end of pages.
    case goesInCircles

    public var code: String {
        switch self {
        case .hostNotAllowed: "harvest.host-not-allowed"
        case .notAnAddress: "harvest.not-an-address"
        case .forbiddenByRobots: "harvest.forbidden-by-robots"
        case .unreachable(let number): "harvest.unreachable-\(number)"
        case .tooLarge: "harvest.too-large"
        case .tooManyRedirects: "harvest.too-many-redirects"
        case .status(let status): "harvest.status-\(status)"
        case .busy: "harvest.busy"
        case .notXML: "harvest.not-xml"
        case .refused(let code): "harvest.refused-\(code.prefix(40))"
        case .goesInCircles: "harvest.goes-in-circles"
        }
    }
}
