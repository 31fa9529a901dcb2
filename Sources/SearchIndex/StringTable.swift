import CSearchKernels

/// Gives each distinct string a number, in order of arrival, and keeps them as bytes side by side.
///
/// A short string (15 bytes and less) lies in its slot whole, so finding it touches memory once. Filling an index is
/// mostly waiting for that memory; so a text's slots are first all asked for, then read.
struct StringTable {
    struct Slot {
        /// The first 15 bytes; the length above them, or 255 where it is longer.
        var low: UInt64 = 0
        var high: UInt64 = 0
        var number = UInt32.max
        var hash: UInt32 = 0
    }

    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    private var slots: [Slot] = Array(repeating: Slot(), count: 1024)

    var count: Int { starts.count - 1 }

    mutating func number(of text: String) -> Int {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int { number(of: text, Self.slot(text)) }

    /// Where a string will be looked for, fetched ahead.
    func prepare(_ text: String) -> Slot {
        var text = text
        let slot = text.withUTF8 { Self.slot($0) }
        slots.withUnsafeBufferPointer { slots in
            if let base = slots.baseAddress { bb_prefetch(base + (Int(slot.hash) & (slots.count - 1))) }
        }
        return slot
    }

    /// The same as `number(of:)` for a string that was prepared.
    mutating func number(of text: String, _ prepared: Slot) -> Int {
        var text = text
        return text.withUTF8 { number(of: $0, prepared) }
    }

    private mutating func number(of text: UnsafeBufferPointer<UInt8>, _ prepared: Slot) -> Int {
        if count * 2 >= slots.count { grow() }
        var wanted = prepared
        let mask = slots.count - 1
        var place = Int(wanted.hash) & mask
        while slots[place].number != .max {
            let slot = slots[place]
            if slot.hash == wanted.hash, slot.low == wanted.low, slot.high == wanted.high,
                text.count <= 15 || equals(Int(slot.number), text)
            {
                return Int(slot.number)
            }
            place = (place + 1) & mask
        }
        wanted.number = UInt32(count)
        slots[place] = wanted
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        return count - 1
    }

    private static func slot(_ text: UnsafeBufferPointer<UInt8>) -> Slot {
        var slot = Slot()
        let short = min(text.count, 15)
        for index in 0..<min(short, 8) { slot.low |= UInt64(text[index]) << UInt64(index * 8) }
        if short > 8 { for index in 8..<short { slot.high |= UInt64(text[index]) << UInt64(index * 8 - 64) } }
        slot.high |= UInt64(text.count <= 15 ? text.count : 255) << 56
        var hash = (slot.low ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ hash >> 29 ^ slot.high) &* 0x94D0_49BB_1331_11EB
        if text.count > 15 { for byte in text[15...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 } }
        slot.hash = UInt32(truncatingIfNeeded: hash >> 32)
        return slot
    }

    private func equals(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == text.count else { return false }
        return bytes[start..<start + text.count].elementsEqual(text)
    }

    private mutating func grow() {
        let before = slots
        slots = Array(repeating: Slot(), count: before.count * 4)
        let mask = slots.count - 1
        for slot in before where slot.number != .max {
            var place = Int(slot.hash) & mask
            while slots[place].number != .max { place = (place + 1) & mask }
            slots[place] = slot
        }
    }

    /// The numbers in ascending order of their strings.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
                UnsafeBufferPointer(rebasing: bytes[Int(starts[number])..<Int(starts[number + 1])])
            }
            return (0..<count).sorted { precedes(text($0), text($1)) }
        }
    }

    /// The strings with the given numbers, laid out in the given order.
    func strings(_ order: [Int]) -> SortedStrings {
        var laid: [UInt8] = []
        laid.reserveCapacity(bytes.count)
        var laidStarts: [UInt32] = [0]
        for number in order {
            laid.append(contentsOf: bytes[Int(starts[number])..<Int(starts[number + 1])])
            laidStarts.append(UInt32(laid.count))
        }
        return SortedStrings(starts: Column(laidStarts), bytes: Column(laid))
    }
}
