public import HTTPTypes
public import Hummingbird

/// What went wrong with a request, as this module sees it. The site finds words for each code.
public struct WebProblem: Error, Sendable {
    /// Stable codes; the site's message catalogues and the API use them as keys. Of several with one status, the first is
    /// the general one.
    public enum Code: String, Sendable, CaseIterable {
        case notFound
        /// The address holds broken percent-encoding, broken UTF-8 or control characters.
        case malformedAddress
        /// The page exists, but not for this method; `Allow` names those it has.
        case wrongMethod
        /// A method this program never uses.
        case unknownMethod
        case signInNeeded
        case forbidden
        /// A form came from another site.
        case crossSite
        /// A form's token is missing or another browser's, most often because cookies were cleared or the person signed
        /// in meanwhile. What was typed is in ``WebProblem/form``.
        case formExpired
        /// The body is not what its type says.
        case malformedForm
        /// A body that is no form at all.
        case unsupportedForm
        /// Bytes that are not UTF-8.
        case notText
        /// A field that may come once came several times.
        case repeatedField
        case notANumber
        case tooLarge
        case tooManyParts
        case tooSlow
        case tooManyRequests
        /// More is waiting for a thread than we take on.
        case busy
        case unexpected
    }

    public let code: Code
    /// The name of the field concerned, as the form calls it.
    public let field: String?
    /// Header fields the answer carries: `Allow`, `Retry-After`.
    public let headers: HTTPFields
    /// What was typed, so that nothing is lost.
    public let form: Form?

    public init(_ code: Code, field: String? = nil, headers: HTTPFields = [:], form: Form? = nil) {
        self.code = code
        self.field = field
        self.headers = headers
        self.form = form
    }

    /// Too many attempts; `seconds` until the next one is let through.
    public static func tooManyRequests(retryAfter seconds: Int) -> WebProblem {
        WebProblem(.tooManyRequests, headers: [.retryAfter: String(max(1, seconds))])
    }

    public var status: HTTPResponse.Status { code.status }
}

extension WebProblem.Code {
    public var status: HTTPResponse.Status {
        switch self {
        case .malformedAddress, .notFound: .notFound
        case .wrongMethod: .methodNotAllowed
        case .unknownMethod: .notImplemented
        case .signInNeeded: .unauthorized
        case .forbidden, .crossSite, .formExpired: .forbidden
        case .malformedForm, .notText, .repeatedField, .notANumber, .tooManyParts: .badRequest
        case .unsupportedForm: .unsupportedMediaType
        case .tooLarge: .contentTooLarge
        case .tooSlow: .requestTimeout
        case .tooManyRequests: .tooManyRequests
        case .busy: .serviceUnavailable
        case .unexpected: .internalServerError
        }
    }
}

extension WebProblem: HTTPResponseError {
    /// The bare answer, where no ``ErrorPages`` stand around.
    public func response(from request: Request, context: some RequestContext) -> Response {
        Response(status: status, headers: headers)
    }
}
