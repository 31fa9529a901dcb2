import struct Foundation.Data

extension Form {
    /// Reads `multipart/form-data` (RFC 7578). A part with a file name is a file, another is a field.
    /// A file field where nothing was chosen (no name, no bytes) is left out.
    /// Throws `malformedForm`, `notText`, `tooLarge` (with the field) or `tooManyParts`.
    public init(multipart bytes: [UInt8], boundary: String, limits: Limits = .files) throws(WebProblem) {
        guard bytes.count <= limits.bytes else { throw WebProblem(.tooLarge) }
        var stream = try MultipartStream(checking: boundary, limits)
        stream.take(bytes)
        var parts = 0
        var head = PartHead.none
        var content: [UInt8] = []
        while let event = try stream.next(), event != .end {
            switch event {
            case .part(let headers):
                parts += 1
                guard parts <= limits.parts else { throw WebProblem(.tooManyParts) }
                head = try PartHead(headers, limits)
                content = []
            case .content(let more):
                content += more
                if head.fileName != nil, content.count > limits.fileBytes {
                    throw WebProblem(.tooLarge, field: head.name)
                }
            case .partEnd: try add(head, content)
            case .end: break
            }
        }
        guard stream.isAtEnd else { throw WebProblem(.malformedForm) }
    }

    mutating func add(_ head: PartHead, _ content: [UInt8]) throws(WebProblem) {
        if let fileName = head.fileName {
            if fileName.isEmpty && content.isEmpty { return }
            add(File(name: Self.safeFileName(fileName), type: head.type, data: Data(content)), to: head.name)
        } else {
            guard let value = String(validating: content, as: UTF8.self) else {
                throw WebProblem(.notText, field: head.name)
            }
            add(value, to: head.name)
        }
    }

    /// At most 70 characters of those RFC 2046 §5.1.1 allows.
    static func isBoundary(_ text: String) -> Bool {
        (1...70).contains(text.utf8.count) && text.utf8.allSatisfy { 0x20...0x7E ~= $0 } && !text.hasSuffix(" ")
    }

    /// The last part of a name that may be a path of another machine, without control and direction characters,
    /// at most 200 bytes long, its ending kept.
    static func safeFileName(_ name: String) -> String {
        let last = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        var tidy = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter {
                    $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
                }
            )
        )
        while tidy.utf8.count > 200 { tidy.remove(at: tidy.index(tidy.startIndex, offsetBy: tidy.count / 2)) }
        return tidy.allSatisfy { $0 == "." || $0.isWhitespace } ? "file" : tidy
    }
}

/// What a part says of itself.
struct PartHead {
    static let none = PartHead()

    let name: String
    /// Nil for a field; empty where no file was chosen.
    let fileName: String?
    let type: String

    private init() { (name, fileName, type) = ("", nil, "") }

    init(_ headers: [String: String], _ limits: Form.Limits) throws(WebProblem) {
        let disposition = HeaderParameters(headers["content-disposition"] ?? "")
        guard disposition.value == "form-data", let name = disposition.parameters["name"], !name.isEmpty,
            name.utf8.count <= limits.nameBytes
        else { throw WebProblem(.malformedForm) }
        self.name = name
        fileName = disposition.parameters["filename"]
        let type = HeaderParameters(headers["content-type"] ?? "").value
        self.type = type.isEmpty ? "application/octet-stream" : type
    }
}

extension MultipartStream {
    /// Throws `malformedForm` for a boundary that cannot be one.
    init(checking boundary: String, _ limits: Form.Limits) throws(WebProblem) {
        guard Form.isBoundary(boundary) else { throw WebProblem(.malformedForm) }
        self.init(boundary: boundary, headerBytes: limits.headerBytes)
    }
}
