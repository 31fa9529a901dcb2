import CSearchKernels
public import Foundation

/// An index in a file.
///
/// Layout, little-endian: magic (8 bytes), version (4), checksum of everything after the header (4), its length (8), mark
/// (8), padding, checksum of the header before (last 4 of 64 bytes). Then the schema as JSON, the number of segments, and
/// for each the bitmap of removed documents and the columns; each piece with its length and padded to 64 bytes. CRC-32C
/// notices every changed byte and every torn write of up to 32 bits for certain, others but for one in four billion.
public enum Snapshot {
    static let magic: [UInt8] = Array("BBSEARCH".utf8)
    static let version: UInt32 = 3
    static let headerSize = 64

    /// Writes the index as the reader sees it; the file at the address is replaced at once or not at all.
    public static func write(_ reader: Reader, to file: URL) throws(SearchIndexError) {
        let directory = file.deletingLastPathComponent()
        let temporary = directory.appendingPathComponent(".\(file.lastPathComponent).\(UUID().uuidString)")
        do {
            var writer = try SnapshotWriter(temporary)
            try writer.write(reader)
            try writer.finish(mark: reader.mark)
            guard rename(temporary.path, file.path) == 0 else { throw SearchIndexError.snapshotUnreachable }
            synchronise(directory)
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw .snapshotUnreachable
        }
    }

    /// Maps a snapshot into memory and checks every byte of it.
    ///
    /// - Throws: `SearchIndexError`; nothing damaged is ever served.
    public static func open(_ file: URL, schema: Schema) throws(SearchIndexError) -> SearchIndex {
        let memory = try map(file)
        guard memory.bytes.count >= headerSize, memory.bytes.prefix(8).elementsEqual(magic) else {
            throw .snapshotDamaged
        }
        func load<Number: FixedWidthInteger>(_ offset: Int, as: Number.Type) -> Number {
            Number(littleEndian: memory.bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
        }
        let header = memory.bytes[0..<headerSize - 4]
        guard load(headerSize - 4, as: UInt32.self) == checksum(UnsafeRawBufferPointer(rebasing: header)) else {
            throw .snapshotDamaged
        }
        guard load(8, as: UInt32.self) == version else { throw .snapshotOfAnotherVersion }
        let body = UnsafeRawBufferPointer(rebasing: memory.bytes[headerSize...])
        guard load(16, as: UInt64.self) == UInt64(body.count), load(12, as: UInt32.self) == checksum(body) else {
            throw .snapshotDamaged
        }
        var source = ColumnSource(memory, offset: headerSize)
        let json: Column<UInt8> = try source.next()
        guard let written = try? JSONDecoder().decode(Schema.self, from: Data(json.bytes)) else {
            throw .snapshotDamaged
        }
        guard written == schema else { throw .snapshotOfAnotherSchema }
        var states: [SegmentState] = []
        for _ in 0..<(try source.number()) {
            let dead: Column<UInt64> = try source.next()
            let segment = try Segment(&source)
            guard dead.isEmpty || dead.count == (segment.count + 63) / 64 else { throw .snapshotDamaged }
            let bitmap = dead.isEmpty ? nil : Bitmap(size: segment.count, words: (0..<dead.count).map { dead[$0] })
            states.append(SegmentState(segment, dead: bitmap))
        }
        return SearchIndex(Reader(schema: schema, states: states, mark: load(24, as: UInt64.self)))
    }

    static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt32 = 0) -> UInt32 {
        bytes.baseAddress.map { bb_crc32c(seed, $0, bytes.count) } ?? seed
    }

    private static func map(_ file: URL) throws(SearchIndexError) -> Memory {
        let descriptor = Foundation.open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .snapshotUnreachable }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .snapshotUnreachable }
        guard status.st_size >= headerSize else { throw .snapshotDamaged }
        let size = Int(status.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .snapshotUnreachable
        }
        // Where the file system can: pages of 2 MB (see `LargeMemory`).
        madvise(start, size, MADV_HUGEPAGE)
        return Memory(UnsafeRawBufferPointer(start: start, count: size)) { bytes in
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    /// The new name of a file is on the disk only when its folder is.
    private static func synchronise(_ directory: URL) {
        let descriptor = Foundation.open(directory.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

/// Writes the pieces of a snapshot and sums them up.
struct SnapshotWriter: ~Copyable {
    private let descriptor: Int32
    private var checksum: UInt32 = 0
    private var length = 0

    init(_ file: URL) throws {
        descriptor = Foundation.open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SearchIndexError.snapshotUnreachable }
        try put(UnsafeRawBufferPointer(start: nil, count: 0), zeros: Snapshot.headerSize)
    }

    deinit { close(descriptor) }

    mutating func write(_ reader: Reader) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try encoder.encode(reader.schema).withUnsafeBytes { try piece($0) }
        try number(UInt64(reader.states.count))
        for state in reader.states {
            try (state.dead?.words ?? []).withUnsafeBytes { try piece($0) }
            for column in state.segment.columns { try piece(column) }
        }
    }

    mutating func finish(mark: UInt64) throws {
        var header = Snapshot.magic
        func append(_ number: some FixedWidthInteger) {
            withUnsafeBytes(of: number.littleEndian) { header.append(contentsOf: $0) }
        }
        append(Snapshot.version)
        append(checksum)
        append(UInt64(length))
        append(mark)
        header.append(contentsOf: Array(repeating: 0, count: Snapshot.headerSize - 4 - header.count))
        append(header.withUnsafeBytes { Snapshot.checksum($0) })
        let written = header.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == header.count, fsync(descriptor) == 0 else { throw SearchIndexError.snapshotUnreachable }
    }

    private mutating func piece(_ bytes: UnsafeRawBufferPointer) throws {
        try number(UInt64(bytes.count))
        try add(bytes, zeros: (64 - bytes.count % 64) % 64)
    }

    private mutating func number(_ value: UInt64) throws {
        try withUnsafeBytes(of: value.littleEndian) { try add($0, zeros: 56) }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer, zeros: Int) throws {
        checksum = Snapshot.checksum(bytes, seed: checksum)
        let padding = [UInt8](repeating: 0, count: zeros)
        checksum = padding.withUnsafeBytes { Snapshot.checksum($0, seed: checksum) }
        length += bytes.count + zeros
        try put(bytes, zeros: zeros)
    }

    private func put(_ bytes: UnsafeRawBufferPointer, zeros: Int) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = UnsafeRawBufferPointer(rebasing: rest)
            let count = Foundation.write(descriptor, chunk.baseAddress, chunk.count)
            guard count > 0 else { throw SearchIndexError.snapshotUnreachable }
            rest = rest.dropFirst(count)
        }
        if zeros > 0 {
            let padding = [UInt8](repeating: 0, count: zeros)
            try padding.withUnsafeBytes { try put($0, zeros: 0) }
        }
    }
}
