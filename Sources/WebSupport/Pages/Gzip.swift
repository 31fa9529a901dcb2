import CZlib

/// gzip (RFC 1952), by zlib.
public enum Gzip {
    /// 5 is where smaller grows expensive for pages; 9 is for what is packed once.
    public static func compress(_ bytes: [UInt8], level: Int = 5) -> [UInt8]? {
        var stream = z_stream()
        guard bytes.count < Int(UInt32.max), bb_deflate_open(&stream, Int32(min(9, max(1, level)))) == Z_OK else {
            return nil
        }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        let capacity = output.count
        let written: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END ? capacity - Int(stream.avail_out) : nil
            }
        }
        return written.map { Array(output.prefix($0)) }
    }

    /// `nil` for what is not gzip, is cut off, or grows over `limit` bytes.
    public static func expand(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard bytes.count < Int(UInt32.max), bb_inflate_open(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 32_768)
        return input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while true {
                let (state, count) = piece.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress
                    stream.avail_out = UInt32(target.count)
                    return (inflate(&stream, Z_NO_FLUSH), target.count - Int(stream.avail_out))
                }
                output += piece.prefix(count)
                if state == Z_STREAM_END { return output.count <= limit ? output : nil }
                guard state == Z_OK, output.count <= limit, count > 0 || stream.avail_in > 0 else { return nil }
            }
        }
    }

    /// Whether an `Accept-Encoding` header wants it.
    static func isAccepted(by header: String?) -> Bool {
        var accepted = false
        for range in (header ?? "").lowercased().split(separator: ",") {
            let pieces = range.split(separator: ";").map { String($0).trimmingASCIIBlanks }
            let isRefused = pieces.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            if pieces.first == "gzip" { return !isRefused }
            if pieces.first == "*" { accepted = !isRefused }
        }
        return accepted
    }
}
