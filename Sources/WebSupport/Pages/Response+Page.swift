public import Foundation
public import HTTPTypes
public import Hummingbird
import NIOCore
import NIOPosix

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
        Response(
            status: .ok, headers: downloadHeaders(name: name, type: type),
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The same for a file on disk, read a piece at a time on a thread of its own pool while it is sent.
    ///
    /// - Parameter holder: kept until all is sent: the file goes with it.
    public static func download(
        fileAt url: URL, bytes: Int, holder: some Sendable & AnyObject, name: String, type: String
    ) -> Response {
        let body = ResponseBody(contentLength: bytes) { writer in
            let threads = NIOThreadPool.singleton
            let file = try await threads.runIfActive { try FileHandle(forReadingFrom: url) }
            while let piece = try await threads.runIfActive({ try file.read(upToCount: 256 << 10) }), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await threads.runIfActive { try file.close() }
            withExtendedLifetime(holder) {}
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: downloadHeaders(name: name, type: type), body: body)
    }

    private static func downloadHeaders(name: String, type: String) -> HTTPFields {
        let safe = Form.safeFileName(name)
        let plain = safe.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0 != "%" ? String($0) : "_" }
        let disposition =
            "attachment; filename=\"\(plain.joined())\"; filename*=UTF-8''\(PercentEncoding.encode(safe))"
        return [.contentType: type, .contentDisposition: disposition]
    }

    /// After a form was taken: go and look there (303).
    public static func seeOther(_ path: LocalPath) -> Response {
        Response(status: .seeOther, headers: [.location: path.address])
    }
}
