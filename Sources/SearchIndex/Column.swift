/// A block of memory that lives as long as somebody reads from it: allocated, or a file mapped into memory.
///
/// Unchecked because it holds a raw pointer; nobody writes once a `Column` has been made of it.
final class Memory: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    init(_ bytes: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    deinit { release(bytes) }
}

/// Numbers side by side, never changed. The index is made of these, so that a snapshot is the same bytes in a file.
///
/// Plain arrays were as fast to read, but could not lie in a mapped file. Unchecked for the pointer, which points
/// into `memory` and is only read.
struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let base: UnsafePointer<Element>
    let count: Int
    private let memory: Memory

    init(_ elements: [Element]) {
        let memory = elements.withUnsafeBytes { Memory(copying: $0) }
        self.init(memory, offset: 0, count: elements.count, of: memory.bytes.baseAddress)
    }

    /// Nil where the memory is too small for them or they would lie askew.
    init?(in memory: Memory, offset: Int, count: Int) {
        let stride = MemoryLayout<Element>.stride
        guard offset >= 0, count >= 0, offset % MemoryLayout<Element>.alignment == 0,
            count <= memory.bytes.count / stride, offset <= memory.bytes.count - count * stride
        else { return nil }
        self.init(memory, offset: offset, count: count, of: memory.bytes.baseAddress)
    }

    private init(_ memory: Memory, offset: Int, count: Int, of start: UnsafeRawPointer?) {
        // An empty column may have no memory behind it: any aligned address will do, nothing is read.
        let raw = start ?? UnsafeRawPointer(bitPattern: 64).unsafelyUnwrapped
        base = (raw + offset).assumingMemoryBound(to: Element.self)
        self.count = count
        self.memory = memory
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
        return base[index]
    }

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(UnsafeBufferPointer(start: base, count: count)) }
    var isEmpty: Bool { count == 0 }
}

/// Byte strings in ascending order.
struct SortedStrings: Sendable {
    let starts: Column<UInt32>
    let bytes: Column<UInt8>

    var count: Int { max(0, starts.count - 1) }

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[index])
        return UnsafeBufferPointer(start: bytes.base + start, count: Int(starts[index + 1]) - start)
    }

    func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// The first place not below the text.
    func lowerBound(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if precedes(self[middle], text) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func index(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { wanted in
            let place = lowerBound(wanted)
            return place < count && self[place].elementsEqual(wanted) ? place : nil
        }
    }

    /// The places of all that begin with the text.
    func range(prefix: String) -> Range<Int> {
        var prefix = prefix
        return prefix.withUTF8 { wanted in
            let start = lowerBound(wanted)
            var low = start
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if self[middle].starts(with: wanted) { low = middle + 1 } else { high = middle }
            }
            return start..<low
        }
    }
}

/// Finds a string among sorted ones by its hash: a look or two, where halving takes twenty, each waiting for memory.
struct StringSlots: Sendable {
    private let slots: Column<UInt32>
    private let mask: Int

    init(_ strings: SortedStrings) {
        var size = 16
        while size < strings.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: .max, count: size)
        mask = size - 1
        for index in 0..<strings.count {
            var place = Self.hash(strings[index]) & mask
            while slots[place] != .max { place = (place + 1) & mask }
            slots[place] = UInt32(index)
        }
        self.slots = Column(slots)
    }

    func index(of text: String, in strings: SortedStrings) -> Int? {
        var text = text
        return text.withUTF8 { wanted in
            var place = Self.hash(wanted) & mask
            while true {
                let found = slots[place]
                if found == .max { return nil }
                let known = strings[Int(found)]
                if known.count == wanted.count, known.elementsEqual(wanted) { return Int(found) }
                place = (place + 1) & mask
            }
        }
    }

    /// FNV-1a, its bits mixed once more.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        hash ^= hash >> 32
        return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
    }
}
