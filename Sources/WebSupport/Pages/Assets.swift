import HTTPTypes
public import Hummingbird

/// The files that come with the pages (style, script, pictures), compiled into the program. Each has its content's hash in
/// its address, so browsers keep it for good and never an old one.
public struct Assets: Sendable {
    public struct File: Sendable {
        public let name: String
        public let type: String
        public let bytes: [UInt8]

        /// - Parameters:
        ///   - name: With an ending: `site.css`.
        ///   - type: `text/css; charset=utf-8`.
        public init(name: String, type: String, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    struct Entry: Sendable {
        let plain: ByteBuffer
        let packed: ByteBuffer?
        let type: String
        let tag: EntityTag
        /// Whether the address names the content.
        let isLasting: Bool
    }

    private let prefix: String
    private var addresses: [String: String] = [:]
    private(set) var entries: [String: Entry] = [:]

    /// - Parameters:
    ///   - prefix: Of their addresses.
    ///   - fixed: Addresses that other programs look for, and the file's name: `["/favicon.ico": "favicon.ico"]`.
    public init(_ files: [File], prefix: String = "/assets/", fixed: [String: String] = [:]) {
        self.prefix = prefix
        for file in files {
            let address = prefix + Self.hashedName(file)
            addresses[file.name] = address
            entries[address] = Self.entry(file, isLasting: true)
            for (place, name) in fixed where name == file.name { entries[place] = Self.entry(file, isLasting: false) }
        }
    }

    /// Where a page refers to this file. An unknown name gives an address that answers 404.
    public func address(of name: String) -> String { addresses[name] ?? prefix + PercentEncoding.encode(name) }

    public var names: [String] { addresses.keys.sorted() }

    private static func hashedName(_ file: File) -> String {
        let hash = Base64URL.encode(Array(Digest.sha256(file.bytes).prefix(9)))
        let dot = file.name.lastIndex(of: ".") ?? file.name.endIndex
        return PercentEncoding.encode(String(file.name[..<dot]) + "." + hash + String(file.name[dot...]))
    }

    private static func entry(_ file: File, isLasting: Bool) -> Entry {
        let isPicture = file.type.hasPrefix("image/") && !file.type.hasPrefix("image/svg")
        let packed = isPicture ? nil : Gzip.compress(file.bytes, level: 9)
        return Entry(
            plain: ByteBuffer(bytes: file.bytes),
            packed: packed.flatMap { $0.count < file.bytes.count ? ByteBuffer(bytes: $0) : nil }, type: file.type,
            tag: EntityTag(key: Base64URL.encode(Digest.sha256(file.bytes))), isLasting: isLasting)
    }

    /// The answer, or `nil` when the request is for something else.
    func answer(to request: Request) -> Response? {
        guard request.method == .get || request.method == .head, let entry = entries[request.uri.path] else {
            return nil
        }
        var headers: HTTPFields = [
            .contentType: entry.type, .eTag: entry.tag.text,
            .cacheControl: entry.isLasting ? "public, max-age=31536000, immutable" : "public, max-age=86400",
        ]
        if entry.packed != nil { headers[.vary] = "Accept-Encoding" }
        if entry.tag.isHeld(by: request) { return Response(status: .notModified, headers: headers) }
        var body = entry.plain
        if let packed = entry.packed, Gzip.isAccepted(by: request.headers[.acceptEncoding]) {
            headers[.contentEncoding] = "gzip"
            body = packed
        }
        let response = Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
        return request.method == .head ? response.createHeadResponse() : response
    }
}

/// Answers requests for ``Assets`` before anything is asked of sessions.
public struct AssetFiles<Context: RequestContext>: RouterMiddleware {
    private let assets: Assets

    public init(_ assets: Assets) { self.assets = assets }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let answer = assets.answer(to: request) { return answer }
        return try await next(request, context)
    }
}
