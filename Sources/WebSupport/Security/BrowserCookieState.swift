/// The two cookies of a browser and what shall become of them.
///
/// *session* is there while somebody is signed in; *visitor* stays, so that a form begun before signing in (or in another tab)
/// can still be sent after it.
struct BrowserCookieState: Sendable {
    private(set) var session: Token?
    private var visitor: Token?
    private(set) var changes: [CookieChange] = []

    enum CookieChange: Sendable {
        case session(Token?, seconds: Int?)
        case visitor(Token)
    }

    init(session: Token? = nil, visitor: Token? = nil) {
        self.session = session
        self.visitor = visitor
    }

    mutating func start(_ token: Token, seconds: Int?) {
        session = token
        changes.append(.session(token, seconds: seconds))
    }

    mutating func end() {
        session = nil
        changes.append(.session(nil, seconds: nil))
    }

    /// The token new forms are tied to; a visitor who has none gets one.
    mutating func browserToken() -> Token {
        if let known = visitor ?? session { return known }
        let token = Token.random()
        visitor = token
        changes.append(.visitor(token))
        return token
    }

    /// Those a form may be tied to.
    var knownTokens: [Token] { [visitor, session].compactMap { $0 } }
}
