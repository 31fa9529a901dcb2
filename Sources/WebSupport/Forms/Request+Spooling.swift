import HTTPTypes
public import Hummingbird
import NIOCore

extension Request {
    /// The form a person sent, its files put down in the spool as they arrive: memory does not grow with them. The form's own
    /// fields have to come before its files, as browsers send them where the page has them in this order; so the token is
    /// checked before the first byte of a file is written, and a file that is announced as too large is refused before it comes.
    ///
    /// Throws as ``form(for:_:limits:)`` does; `tooLarge` comes with the field and what was typed. `limits.bytes` holds for
    /// the fields together.
    public func spooledForm(
        for scope: String, _ context: some WebRequestContext, limits: Form.Limits, in spool: FileSpool
    ) async throws -> Form {
        let type = HeaderParameters(headers[.contentType] ?? "")
        guard type.value == "multipart/form-data" else { return try await form(for: scope, context) }
        let reading = SpoolReading(
            stream: try MultipartStream(checking: type.parameters["boundary"] ?? "", limits), limits: limits,
            spool: spool,
            announced: headers[.contentLength].flatMap { Int($0) },
            isOurs: { context.web.accepts(formToken: $0.typed(Form.tokenField), for: scope) })
        let body = body
        let form = try await withThrowingTaskGroup(of: Form?.self) { group in
            group.addTask { [reading] in
                var reading = reading
                return try await reading.form(of: body)
            }
            group.addTask {
                try await Task.sleep(for: limits.time)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        try Task.checkCancellation()
        guard let form else { throw WebProblem(.tooSlow) }
        return form
    }
}

/// One body on its way into a form.
private struct SpoolReading: Sendable {
    /// Written together: few calls, little memory.
    private static let portion = 512 << 10

    var stream: MultipartStream
    let limits: Form.Limits
    let spool: FileSpool
    /// The length of the whole body, where it was said.
    let announced: Int?
    let isOurs: @Sendable (Form) -> Bool

    private var form = Form()
    private var parts = 0
    private var arrived = 0
    private var fieldBytes = 0
    private var head = PartHead.none
    private var file: SpooledFile?
    private var content: [UInt8] = []

    init(
        stream: MultipartStream, limits: Form.Limits, spool: FileSpool, announced: Int?,
        isOurs: @escaping @Sendable (Form) -> Bool
    ) {
        self.stream = stream
        self.limits = limits
        self.spool = spool
        self.announced = announced
        self.isOurs = isOurs
    }

    mutating func form(of body: RequestBody) async throws -> Form {
        for try await buffer in body {
            arrived += buffer.readableBytes
            stream.take(buffer.readableBytesView)
            while !stream.isAtEnd, let event = try stream.next() { try await take(event) }
        }
        guard stream.isAtEnd, announced.map({ $0 == arrived }) ?? true else { throw WebProblem(.malformedForm) }
        try check()
        return form
    }

    private mutating func take(_ event: MultipartStream.Event) async throws {
        switch event {
        case .part(let headers):
            parts += 1
            guard parts <= limits.parts else { throw WebProblem(.tooManyParts) }
            head = try PartHead(headers, limits)
            content = []
            file = nil
            if head.fileName != nil { try await beginFile() }
        case .content(let bytes):
            content += bytes
            guard let file else {
                fieldBytes += bytes.count
                guard fieldBytes <= limits.bytes else { throw WebProblem(.tooLarge, field: head.name) }
                return
            }
            guard file.bytes + content.count <= limits.fileBytes else { throw tooLarge }
            if content.count >= Self.portion { try await flush(to: file) }
        case .partEnd:
            guard let file, let fileName = head.fileName else { return try form.add(head, content) }
            try await flush(to: file)
            // Nothing was chosen.
            if fileName.isEmpty, file.bytes == 0 { return }
            form.add(
                Form.Upload(name: Form.safeFileName(fileName), type: head.type, file: file), to: head.name)
            self.file = nil
        case .end: break
        }
    }

    private mutating func beginFile() async throws {
        try check()
        if let announced, announced - arrived + stream.waiting > limits.fileBytes + Self.trailer { throw tooLarge }
        file = try await spool.begin()
    }

    /// What may follow a file in a body: delimiters and small fields.
    private static let trailer = 64 << 10

    private var tooLarge: WebProblem { WebProblem(.tooLarge, field: head.name, form: form.withoutOurFields) }

    private func check() throws {
        guard isOurs(form) else { throw WebProblem(.formExpired, form: form.withoutOurFields) }
    }

    private mutating func flush(to file: SpooledFile) async throws {
        guard !content.isEmpty else { return }
        try await spool.append(content, to: file)
        content.removeAll(keepingCapacity: true)
    }
}
