import HTTPTypes
public import Hummingbird

/// The methods this program understands.
enum KnownMethods {
    static let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
}

extension Router {
    /// Answers methods a path does not have with `wrongMethod` (405) and the `Allow` of those it has; the router itself would
    /// say 404. To be called once, after all routes. HEAD counts as there where GET is: make the router with
    /// `options: .autoGenerateHeadEndpoints`.
    public func answerWrongMethods() {
        var methods: [String: (path: RouterPath, known: Set<HTTPRequest.Method>)] = [:]
        for route in routes {
            methods[route.path.description, default: (route.path, [])].known.insert(route.method)
        }
        for (path, known) in methods.values {
            var allowed = known
            if known.contains(.get) { allowed.insert(.head) }
            let allow = allowed.map(\.rawValue).sorted().joined(separator: ", ")
            for method in KnownMethods.all where !allowed.contains(method) {
                on(path, method: method) { _, _ -> Response in
                    throw WebProblem(.wrongMethod, headers: [.allow: allow])
                }
            }
        }
    }
}
