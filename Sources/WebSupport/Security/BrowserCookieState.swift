/// The cookies of a browser and what shall become of them.
///
/// *session* is there while somebody is signed in; *visitor* stays, so that a form begun before signing in (or in another tab)
/// can still be sent after it; *known* says which account signed in from it last, so that strangers who try that account's
/// password do not lock its owner out.
struct BrowserCookieState: Sendable {
    private(set) var session: Token?
    private var visitor: Token?
    private(set) var known: String?
    private(set) var changes: [CookieChange] = []

    enum CookieChange: Sendable {
        case session(Token?, seconds: Int?)
        case visitor(Token)
        case known(String)
    }

    init(session: Token? = nil, visitor: Token? = nil, known: String? = nil) {
        self.session = session
        self.visitor = visitor
        self.known = known
    }

    mutating func start(_ token: Token, seconds: Int?) {
        session = token
        changes.append(.session(token, seconds: seconds))
    }

    mutating func end() {
        session = nil
        changes.append(.session(nil, seconds: nil))
    }

    /// The session as it was, whatever was begun meanwhile.
    mutating func keep(_ token: Token) {
        session = token
        changes.removeAll { if case .session = $0 { true } else { false } }
    }

    mutating func remember(_ mark: String) {
        known = mark
        changes.append(.known(mark))
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
