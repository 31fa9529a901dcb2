import Foundation
import Glibc

/// Plain text of unknown encoding: UTF-8, UTF-16, GB 18030, or the Windows code pages of Arabic, Cyrillic and Western Europe.
enum TextDecoding {
    static func text(_ bytes: Data) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes.dropFirst(2), from: "UTF-16LE") }
        if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes.dropFirst(2), from: "UTF-16BE") }
        if looksUTF16(bytes) {
            return convert(bytes, from: zeros(bytes).odd > zeros(bytes).even ? "UTF-16LE" : "UTF-16BE")
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let encoding = codePage(of: bytes)
        return convert(bytes, from: encoding) ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Every other byte of Western UTF-16 is zero.
    static func looksUTF16(_ bytes: Data) -> Bool {
        let (even, odd) = zeros(bytes)
        let half = min(bytes.count, 4096) / 2
        return half > 4 && ((odd * 3 > half && even * 10 < half) || (even * 3 > half && odd * 10 < half))
    }

    private static func zeros(_ bytes: Data) -> (even: Int, odd: Int) {
        var counts = [0, 0]
        for (index, byte) in bytes.prefix(4096).enumerated() where byte == 0 { counts[index % 2] += 1 }
        return (counts[0], counts[1])
    }

    /// By which bytes are many: each of these encodings has its common letters in places of its own.
    static func codePage(of bytes: Data) -> String {
        let sample = Array(bytes.prefix(65_536))
        let high = sample.count { $0 >= 0x80 }
        let letters = sample.count { (65...90).contains($0) || (97...122).contains($0) }
        if isChinese(sample) { return "GB18030" }
        // Western texts have a few letters with accents among many without.
        if high * 3 < letters { return "WINDOWS-1252" }
        let small = sample.count { $0 >= 0xE0 }
        let arabic = sample.count { $0 == 0xC7 || $0 == 0xE1 || $0 == 0xED || $0 == 0xE3 }
        return small * 10 > high * 7 && arabic * 4 < high ? "WINDOWS-1251" : "WINDOWS-1256"
    }

    /// Pairs of bytes, most of them among the 3,755 most common characters (GB 2312, level 1) or punctuation.
    private static func isChinese(_ sample: [UInt8]) -> Bool {
        var pairs = 0
        var common = 0
        var index = 0
        while index + 1 < sample.count {
            guard sample[index] >= 0x81 else {
                index += 1
                continue
            }
            guard sample[index + 1] >= 0x40 || (0x30...0x39).contains(sample[index + 1]) else { return false }
            pairs += 1
            let lead = sample[index]
            if sample[index + 1] >= 0xA1, (0xB0...0xD7).contains(lead) || (0xA1...0xA3).contains(lead) { common += 1 }
            index += 2
        }
        return pairs > 3 && common * 10 >= pairs * 8
    }

    /// Nil where the bytes are not of that encoding.
    static func convert(_ bytes: Data, from encoding: String) -> String? {
        let descriptor = iconv_open("UTF-8", encoding)
        guard descriptor != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(descriptor) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let capacity = output.count
        let left: Int? = input.withUnsafeMutableBufferPointer { from in
            output.withUnsafeMutableBufferPointer { to in
                var source = from.baseAddress
                var target = to.baseAddress
                var inLeft = from.count
                var outLeft = to.count
                let result = iconv(descriptor, &source, &inLeft, &target, &outLeft)
                // Half a character at the end is no fault of the encoding.
                return result == -1 && !(errno == EINVAL && inLeft < 4) ? nil : outLeft
            }
        }
        guard let left else { return nil }
        return String(decoding: output[..<(capacity - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
