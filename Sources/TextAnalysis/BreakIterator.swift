import CUnicode

/// One of ICU's segmenters, opened once and used again: opening costs a hundred times a short text.
/// Not for two threads at once.
final class BreakIterator {
    private let iterator: OpaquePointer?

    init(words locale: String) { iterator = Self.open(UBRK_WORD, locale) }
    init(sentences locale: String) { iterator = Self.open(UBRK_SENTENCE, locale) }

    deinit {
        if let iterator { bb_break_close(iterator) }
    }

    private static func open(_ type: UBreakIteratorType, _ locale: String) -> OpaquePointer? {
        var status = U_ZERO_ERROR
        let iterator = bb_break_open(type, locale, &status)
        return status.rawValue <= 0 ? iterator : nil
    }

    /// The ends of the segments, in UTF-16 units; the last is `units.count`. One segment where ICU has no rules.
    func ends(_ units: [UInt16]) -> [Int] {
        guard let iterator, !units.isEmpty else { return units.isEmpty ? [] : [units.count] }
        return units.withUnsafeBufferPointer { buffer in
            var status = U_ZERO_ERROR
            bb_break_set_text(iterator, buffer.baseAddress, Int32(buffer.count), &status)
            guard status.rawValue <= 0 else { return [buffer.count] }
            var ends: [Int] = []
            _ = bb_break_first(iterator)
            while true {
                let end = bb_break_next(iterator)
                if end < 0 { break }
                ends.append(Int(end))
            }
            return ends
        }
    }
}
