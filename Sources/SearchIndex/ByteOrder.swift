import CSearchKernels

/// The order of keys and terms: by bytes of UTF-8, the same everywhere and independent of Unicode's version.
func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let leftStart = left.baseAddress else { return !right.isEmpty }
    guard let rightStart = right.baseAddress else { return false }
    return bb_compare(leftStart, left.count, rightStart, right.count) < 0
}

func precedes(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { left in right.withUTF8 { right in precedes(left, right) } }
}
