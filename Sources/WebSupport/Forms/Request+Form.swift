import HTTPTypes
public import Hummingbird
import NIOCore

extension Request {
    /// The form a person sent, after checking that it was shown to this browser in this scope. A body can be read once.
    ///
    /// Throws `formExpired` with what was typed, when the token is missing or another browser's; otherwise as
    /// ``unguardedForm(limits:)``.
    public func form(
        for scope: String, _ context: some WebRequestContext, limits: Form.Limits = .text
    ) async throws -> Form {
        let form = try await unguardedForm(limits: limits)
        guard context.web.accepts(formToken: form.typed(Form.tokenField), for: scope) else {
            throw WebProblem(.formExpired, form: form.withoutOurFields)
        }
        return form
    }

    /// The form in the body without that check: for programs that authenticate otherwise. Throws `unsupportedForm`,
    /// `tooLarge`, `tooSlow`, `malformedForm`, `notText`, `tooManyParts`.
    public func unguardedForm(limits: Form.Limits = .text) async throws -> Form {
        let type = HeaderParameters(headers[.contentType] ?? "")
        switch type.value {
        case "application/x-www-form-urlencoded":
            return try Form(urlEncoded: await bytes(upTo: limits.bytes, within: limits.time), limits: limits)
        case "multipart/form-data":
            let bytes = try await bytes(upTo: limits.bytes, within: limits.time)
            return try Form(multipart: bytes, boundary: type.parameters["boundary"] ?? "", limits: limits)
        case "":
            guard try await bytes(upTo: limits.bytes, within: limits.time).isEmpty else {
                throw WebProblem(.unsupportedForm)
            }
            return Form()
        default: throw WebProblem(.unsupportedForm)
        }
    }

    /// The query of the address as a form.
    public func query(limits: Form.Limits = .query) throws(WebProblem) -> Form {
        try Form(query: uri.query ?? "", limits: limits)
    }

    /// The whole body. Throws `tooLarge`, `tooSlow` when it does not arrive in time, and `malformedForm` when it ends before
    /// its length: a connection that breaks off would otherwise pass for a shorter body.
    public func bytes(upTo limit: Int, within time: Duration = .seconds(60)) async throws -> [UInt8] {
        let length = headers[.contentLength].flatMap { Int($0) }
        if let length, length > limit { throw WebProblem(.tooLarge) }
        let body = body
        let bytes = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask { try await Self.collect(body, upTo: limit) }
            group.addTask {
                try await Task.sleep(for: time)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        try Task.checkCancellation()
        guard let bytes else { throw WebProblem(.tooSlow) }
        if let length, length != bytes.count { throw WebProblem(.malformedForm) }
        return bytes
    }

    private static func collect(_ body: RequestBody, upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw WebProblem(.tooLarge) }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }
}
