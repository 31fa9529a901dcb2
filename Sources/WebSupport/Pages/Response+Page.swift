public import HTTPTypes
public import Hummingbird

extension Response {
    /// A page.
    public static func page(
        _ html: HTML, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "text/html; charset=utf-8"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// Plain text.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// A file to keep. The name goes out in both forms of RFC 6266, so that browsers show it in any script.
    public static func download(_ bytes: [UInt8], name: String, type: String) -> Response {
        let safe = Form.safeFileName(name)
        let plain = safe.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0 != "%" ? String($0) : "_" }
        let disposition =
            "attachment; filename=\"\(plain.joined())\"; filename*=UTF-8''\(PercentEncoding.encode(safe))"
        return Response(
            status: .ok, headers: [.contentType: type, .contentDisposition: disposition],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// After a form was taken: go and look there (303).
    public static func seeOther(_ path: LocalPath) -> Response {
        Response(status: .seeOther, headers: [.location: path.address])
    }
}
