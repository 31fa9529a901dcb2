import struct Foundation.Data

extension Form {
    /// Reads `multipart/form-data` (RFC 7578). A part with a file name is a file, another is a field.
    /// A file field where nothing was chosen (no name, no bytes) is left out.
    /// Throws `malformedForm`, `notText`, `tooLarge` (with the field) or `tooManyParts`.
    public init(multipart bytes: [UInt8], boundary: String, limits: Limits = .files) throws(WebProblem) {
        guard bytes.count <= limits.bytes else { throw WebProblem(.tooLarge) }
        guard Self.isBoundary(boundary) else { throw WebProblem(.malformedForm) }
        var reader = MultipartReader(bytes, boundary: boundary, headerBytes: limits.headerBytes)
        var parts = 0
        while let part = try reader.next() {
            parts += 1
            guard parts <= limits.parts else { throw WebProblem(.tooManyParts) }
            try add(part, of: bytes, limits: limits)
        }
    }

    private mutating func add(_ part: MultipartReader.Part, of bytes: [UInt8], limits: Limits) throws(WebProblem) {
        let disposition = HeaderParameters(part.headers["content-disposition"] ?? "")
        guard disposition.value == "form-data", let name = disposition.parameters["name"], !name.isEmpty,
            name.utf8.count <= limits.nameBytes
        else { throw WebProblem(.malformedForm) }
        if let fileName = disposition.parameters["filename"] {
            guard part.body.count <= limits.fileBytes else { throw WebProblem(.tooLarge, field: name) }
            if fileName.isEmpty && part.body.isEmpty { return }
            let type = HeaderParameters(part.headers["content-type"] ?? "").value
            let file = File(
                name: Self.safeFileName(fileName), type: type.isEmpty ? "application/octet-stream" : type,
                data: Data(bytes[part.body]))
            add(file, to: name)
        } else {
            guard let value = String(validating: bytes[part.body], as: UTF8.self) else {
                throw WebProblem(.notText, field: name)
            }
            add(value, to: name)
        }
    }

    /// At most 70 characters of those RFC 2046 §5.1.1 allows.
    private static func isBoundary(_ text: String) -> Bool {
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
