internal import CSodium

/// The model file of `tools/make-model`: a header, a directory of tensors, the tensors. The layout is described in
/// `tools/model/convert.py`, which writes it.
struct ModelFile: Sendable {
    enum Kind: UInt32 {
        case bytes = 0
        case floats = 1
        /// Floats in panels of 32 columns, as the kernels read them.
        case panels = 2
    }

    private struct Entry: Sendable {
        let kind: UInt32
        let rows: Int
        let columns: Int
        let offset: Int
        let count: Int
    }

    private static let magic = Array("BBVECTOR".utf8)
    private static let version: UInt32 = 1
    private static let blockSize = 64

    let file: MappedFile
    private let entries: [String: Entry]

    init(path: String, check: ModelCheck) throws(EncoderError) {
        let file = try MappedFile(path: path)
        let bytes = file.bytes
        guard bytes.count >= Self.blockSize, bytes.prefix(Self.magic.count).elementsEqual(Self.magic),
            bytes.number(at: 8, as: UInt32.self) == Self.version
        else { throw .unknownFormat }
        guard bytes.number(at: 16, as: UInt64.self) == UInt64(bytes.count) else { throw .damaged(part: "length") }
        if check == .whole {
            guard Self.digest(of: bytes.dropFirst(Self.blockSize)) == Array(bytes[24..<56]) else {
                throw .damaged(part: "checksum")
            }
        }
        var entries: [String: Entry] = [:]
        for index in 0..<Int(bytes.number(at: 12, as: UInt32.self)) {
            let start = Self.blockSize * (1 + index)
            guard start + Self.blockSize <= bytes.count else { throw .damaged(part: "directory") }
            let name = String(decoding: bytes[start..<start + 24].prefix { $0 != 0 }, as: UTF8.self)
            let offset = bytes.number(at: start + 40, as: UInt64.self)
            let count = bytes.number(at: start + 48, as: UInt64.self)
            guard offset <= UInt64(bytes.count), count <= UInt64(bytes.count) - offset,
                offset % UInt64(Self.blockSize) == 0
            else { throw .damaged(part: name) }
            entries[name] = Entry(
                kind: bytes.number(at: start + 24, as: UInt32.self),
                rows: Int(bytes.number(at: start + 28, as: UInt32.self)),
                columns: Int(bytes.number(at: start + 32, as: UInt32.self)), offset: Int(offset), count: Int(count))
        }
        self.file = file
        self.entries = entries
    }

    /// The bytes of a tensor of any shape.
    func bytes(_ name: String) throws(EncoderError) -> UnsafeRawBufferPointer {
        guard let entry = entries[name], entry.kind == Kind.bytes.rawValue else { throw .damaged(part: name) }
        return UnsafeRawBufferPointer(rebasing: file.bytes[entry.offset..<entry.offset + entry.count])
    }

    /// The bytes of a tensor that must have this shape.
    func bytes(_ name: String, rows: Int, columns: Int) throws(EncoderError) -> UnsafeRawBufferPointer {
        let found = try bytes(name)
        guard let entry = entries[name], entry.rows == rows, entry.columns == columns, found.count == rows * columns
        else { throw .damaged(part: name) }
        return found
    }

    /// The floats of a tensor that must have this kind and shape.
    func floats(
        _ name: String, _ kind: Kind, rows: Int, columns: Int
    ) throws(EncoderError) -> UnsafePointer<Float> {
        guard let entry = entries[name], entry.kind == kind.rawValue, entry.rows == rows, entry.columns == columns,
            entry.count == rows * columns * MemoryLayout<Float>.size, let start = file.bytes.baseAddress
        else { throw .damaged(part: name) }
        return (start + entry.offset).assumingMemoryBound(to: Float.self)
    }

    private static func digest(of bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let content = UnsafeRawBufferPointer(rebasing: bytes)
        crypto_hash_sha256(&digest, content.baseAddress, UInt64(content.count))
        return digest
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number at a place the caller knows to be inside.
    func number<Number: FixedWidthInteger>(at offset: Int, as type: Number.Type) -> Number {
        Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: type))
    }
}
