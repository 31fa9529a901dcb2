/// Gives each distinct string a number, in order of arrival. Faster here than a dictionary of `String`: adding a million
/// documents looks up 100 million strings (see `SearchBenchmark`).
struct StringTable {
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [UInt32] = [0]
    private var hashes: [UInt32] = []
    private var slots: [UInt32] = Array(repeating: .max, count: 1024)

    var count: Int { starts.count - 1 }

    mutating func number(of text: String) -> Int {
        var text = text
        return text.withUTF8 { number(of: $0) }
    }

    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
        if count * 2 >= slots.count { grow() }
        let hash = Self.hash(text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != .max {
            let number = Int(slots[slot])
            if hashes[number] == hash, equals(number, text) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = count
        slots[slot] = UInt32(number)
        hashes.append(hash)
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        return number
    }

    private func equals(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for index in 0..<text.count where bytes[start + index] != text[index] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = Array(repeating: .max, count: slots.count * 4)
        for number in 0..<count {
            var slot = Int(hashes[number]) & (slots.count - 1)
            while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number)
        }
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
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
