/// Reads the fields of one protocol buffers message, in order. Input that breaks the encoding ends the reading with an error.
///
/// Encoding: protobuf.dev/programming-guides/encoding. Groups, long deprecated, are not read.
struct ProtobufReader {
    enum Value {
        case number(UInt64)
        case fixed32(UInt32)
        case fixed64(UInt64)
        case bytes(UnsafeRawBufferPointer)
    }

    private let message: UnsafeRawBufferPointer
    private var position = 0

    init(_ message: UnsafeRawBufferPointer) {
        self.message = message
    }

    /// The next field's number and value; nil at the end.
    mutating func next() throws(EncoderError) -> (field: Int, value: Value)? {
        guard position < message.count else { return nil }
        let tag = try varint()
        let field = Int(truncatingIfNeeded: tag >> 3)
        switch tag & 7 {
        case 0:
            return (field, .number(try varint()))
        case 1:
            let part = try take(8)
            return (field, .fixed64(part.number(at: 0, as: UInt64.self)))
        case 2:
            let length = try varint()
            guard length <= UInt64(message.count - position) else { throw .damaged(part: "pieces") }
            return (field, .bytes(try take(Int(length))))
        case 5:
            let part = try take(4)
            return (field, .fixed32(part.number(at: 0, as: UInt32.self)))
        default:
            throw .damaged(part: "pieces")
        }
    }

    private mutating func take(_ count: Int) throws(EncoderError) -> UnsafeRawBufferPointer {
        guard count <= message.count - position else { throw .damaged(part: "pieces") }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: message[position..<position + count])
    }

    private mutating func varint() throws(EncoderError) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard position < message.count else { throw .damaged(part: "pieces") }
            let byte = message[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw .damaged(part: "pieces")
    }
}
