import Testing

@testable import SearchIndex

/// Columns small and large lie where they should and hold what they were given.
struct LargeMemoryTests {
    @Test(arguments: [0, 1, 63, 4_097, (1 << 21) - 1, 1 << 21, (1 << 21) + 1, 5 << 20])
    func columnsAreCopies(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 11) }
        for _ in 0..<3 {
            let column = Column(bytes)
            #expect(column.count == count)
            #expect(Int(bitPattern: column.base) % 64 == 0)
            #expect(column.elements.elementsEqual(bytes))
            if count >= 1 << 21 { #expect(Int(bitPattern: column.base) % (1 << 21) == 0) }
        }
    }
}
