public import Hummingbird
import NIOCore
import Synchronization

/// What is known of one request while it is answered: its case number, language, browser and who sends it.
///
/// One request has one state and every layer sees it, so an error page speaks the language and knows the person that an
/// inner layer found out. Nothing of it outlives the request.
public final class WebState<Identity: Sendable>: Sendable {
    public let caseNumber = CaseNumber()
    /// Where the connection comes from; behind a proxy, the proxy. `nil` in tests without a socket.
    public var peerAddress: String? { remote?.ipAddress }
    private let remote: SocketAddress?

    private struct Fields {
        var language: String?
        var identity: Identity?
        var cookies = BrowserCookieState()
        var guardian: FormGuard?
        var isPersonal = false
    }

    private let fields = Mutex(Fields())

    public init() { remote = nil }

    public init(source: ApplicationRequestContextSource) { remote = source.channel.remoteAddress }

    /// The code of the language this request is answered in, once it is known.
    public var language: String? {
        get { fields.withLock { $0.language } }
        set { fields.withLock { $0.language = newValue } }
    }

    /// Who is signed in, once ``Sessions`` have asked.
    public var identity: Identity? {
        get { fields.withLock { $0.identity } }
        set { fields.withLock { $0.identity = newValue } }
    }

    /// The token of the session cookie as the browser sent it.
    public var session: Token? { fields.withLock { $0.cookies.session } }

    /// Begins a session: a new token, which goes to the browser with the answer. Its ``Token/hash`` is to be kept.
    /// - Parameter seconds: How long the browser keeps it; `nil` until it is closed.
    public func startSession(seconds: Int? = nil) -> Token {
        let token = Token.random()
        fields.withLock { $0.cookies.start(token, seconds: seconds) }
        return token
    }

    /// Takes the session cookie from the browser.
    public func endSession() { fields.withLock { $0.cookies.end() } }

    /// The session as the browser sent it, whatever was begun meanwhile.
    public func keepSession(_ token: Token) { fields.withLock { $0.cookies.keep(token) } }

    /// Whether this account signed in from this browser last.
    public func isKnown(_ name: String) -> Bool {
        fields.withLock { fields in
            guard let guardian = fields.guardian, let known = fields.cookies.known else { return false }
            return Digest.areEqual(Array(known.utf8), Array(guardian.mark(of: name).utf8))
        }
    }

    /// Notes in the browser that this account signed in from it.
    public func remember(_ name: String) {
        fields.withLock { fields in
            guard let guardian = fields.guardian else { return }
            fields.cookies.remember(guardian.mark(of: name))
        }
    }

    /// The token that stands in a form of this scope (`request.submit`), bound to this browser.
    /// Empty where ``BrowserCookies`` do not stand around.
    public func formToken(for scope: String) -> String {
        fields.withLock { fields in
            fields.isPersonal = true
            guard let guardian = fields.guardian else { return "" }
            return guardian.token(for: fields.cookies.browserToken(), scope: scope)
        }
    }

    /// Whether a form of this scope was made for this browser.
    public func accepts(formToken: String, for scope: String) -> Bool {
        fields.withLock { fields in
            guard let guardian = fields.guardian else { return false }
            return fields.cookies.knownTokens.contains { guardian.accepts(formToken, for: $0, scope: scope) }
        }
    }

    /// Whether something was put into the answer that belongs to this browser alone, such as a form's token.
    public var isPersonal: Bool { fields.withLock { $0.isPersonal } }

    func open(_ cookies: BrowserCookieState, guardian: FormGuard) {
        fields.withLock {
            $0.cookies = cookies
            $0.guardian = guardian
        }
    }

    var cookies: BrowserCookieState { fields.withLock { $0.cookies } }
}
