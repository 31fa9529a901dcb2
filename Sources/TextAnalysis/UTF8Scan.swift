/// Decodes the scalar at `offset` of valid UTF-8, and says how many bytes it takes.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return ("\u{FFFD}", bytes.count - offset) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for step in 1..<length { value = value << 6 | UInt32(bytes[offset + step] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// The UTF-16 of a piece of valid UTF-8, and for each unit (and the end) the byte where its scalar starts.
func utf16(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> (units: [UInt16], offsets: [Int]) {
    var units: [UInt16] = []
    var offsets: [Int] = []
    units.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var offset = range.lowerBound
    while offset < range.upperBound {
        let (scalar, length) = decodeScalar(bytes, at: offset)
        if scalar.value < 0x10000 {
            units.append(UInt16(scalar.value))
            offsets.append(offset)
        } else {
            units.append(UTF16.leadSurrogate(scalar))
            units.append(UTF16.trailSurrogate(scalar))
            offsets.append(offset)
            offsets.append(offset)
        }
        offset += length
    }
    offsets.append(range.upperBound)
    return (units, offsets)
}

extension String {
    /// The piece of this text between two UTF-8 offsets, as `Term.range` gives them. Offsets outside are clamped.
    public func piece(_ range: Range<Int>) -> String {
        let limits = 0..<utf8.count
        let clamped = range.clamped(to: limits)
        let start = utf8.index(startIndex, offsetBy: clamped.lowerBound)
        let end = utf8.index(startIndex, offsetBy: clamped.upperBound)
        return String(decoding: utf8[start..<end], as: UTF8.self)
    }
}
