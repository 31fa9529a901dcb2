public import Hummingbird

/// A request's context that carries a ``WebState``. The site defines its own:
///
///     struct SiteContext: WebRequestContext {
///         typealias Identity = Account
///         var coreContext: CoreRequestContextStorage
///         let web: WebState<Account>
///
///         init(source: ApplicationRequestContextSource) {
///             coreContext = .init(source: source)
///             web = .init(source: source)
///         }
///     }
public protocol WebRequestContext: RequestContext {
    associatedtype Identity: Sendable
    var web: WebState<Identity> { get }
}

/// The context of pages for people who are signed in: `identity` is not optional, so "forgot to check" does not compile.
///
///     router.group("desk", context: SignedIn<SiteContext>.self).get("cases", use: cases)
public struct SignedIn<Parent: WebRequestContext>: ChildRequestContext, WebRequestContext {
    public typealias Identity = Parent.Identity

    public var coreContext: CoreRequestContextStorage
    public let web: WebState<Identity>
    public let identity: Identity

    /// Throws `signInNeeded` when nobody is.
    public init(context: Parent) throws {
        guard let identity = context.web.identity else { throw WebProblem(.signInNeeded) }
        self.identity = identity
        coreContext = context.coreContext
        web = context.web
    }
}

extension RequestContext {
    /// A part of the path, percent-decoded. Throws `malformedAddress` for broken encoding, broken UTF-8, a slash or
    /// control characters within it, and `notFound` when the route has no such part.
    public func pathParameter(_ name: String) throws(WebProblem) -> String {
        guard let raw = parameters.get(name) else { throw WebProblem(.notFound) }
        return try PathParameter.decode(raw)
    }

    /// The same as a type of our own (`RequestID`, `Theme`). Throws `notFound` when it is not one.
    public func pathParameter<Value>(_ name: String, _ make: (String) -> Value?) throws(WebProblem) -> Value {
        guard let value = make(try pathParameter(name)) else { throw WebProblem(.notFound) }
        return value
    }
}

enum PathParameter {
    static func decode(_ raw: String) throws(WebProblem) -> String {
        guard let text = PercentEncoding.decode(raw.utf8, plusIsBlank: false, isStrict: true),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control && $0 != "/" && $0 != "\\" })
        else { throw WebProblem(.malformedAddress) }
        return text
    }
}
