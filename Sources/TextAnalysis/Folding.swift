import CUnicode

/// Brings what is written differently but meant alike to one form: case, accents, width, ligatures, joiners;
/// Arabic vowel marks, tatweel, hamza seats, teh marbuta and alef maksura; Russian ё. The letter й stays itself.
public enum Folding {
    /// The folded form of any text, of whatever script.
    public static func fold(_ text: String) -> String { folded(lowercased(text)) }

    /// Case folded and compatibility composed (NFKC_Casefold), accents kept: what a stemmer wants to see.
    static func lowercased(_ text: String) -> String {
        var text = text
        if let ascii = text.withUTF8({ lowercasedASCII($0) }) { return ascii }
        return normalized(text, by: bb_nfkc_casefold)
    }

    /// The rest of folding, for a text that is lower case already.
    static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { append(scalar, to: &out) }
        return String(out)
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0..<0x80: out.append(scalar)
        // Arabic. Hamza on a seat is written on several seats (مسؤول, مسئول): one hamza for all of them.
        case 0x622, 0x623, 0x625, 0x671: out.append("\u{627}")
        case 0x624, 0x626: out.append("\u{621}")
        case 0x629, 0x6C0, 0x6C1, 0x6C3, 0x6D5: out.append("\u{647}")
        case 0x649, 0x6CC, 0x6CD: out.append("\u{64A}")
        case 0x6A9: out.append("\u{643}")
        case 0x640: break
        case 0x660...0x669: out.append(digit(scalar.value - 0x660))
        case 0x6F0...0x6F9: out.append(digit(scalar.value - 0x6F0))
        // Cyrillic: only ё; й, ў and ї are letters of their own.
        case 0x451: out.append("\u{435}")
        case 0x400...0x52F: if !isMark(scalar) { out.append(scalar) }
        // Latin letters that Unicode does not decompose.
        case 0xE6: out.append(contentsOf: "ae".unicodeScalars)
        case 0x153: out.append(contentsOf: "oe".unicodeScalars)
        case 0xF8: out.append("o")
        case 0x111, 0xF0: out.append("d")
        case 0x142: out.append("l")
        case 0x131: out.append("i")
        case 0xFE: out.append(contentsOf: "th".unicodeScalars)
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xAC00...0xD7A3: out.append(scalar)
        default:
            if isMark(scalar) { return }
            if let digit = decimal(scalar) {
                out.append(self.digit(digit))
                return
            }
            let parts = normalized(String(scalar), by: bb_nfd).unicodeScalars
            out.append(contentsOf: parts.filter { !isMark($0) })
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }

    private static func decimal(_ scalar: Unicode.Scalar) -> UInt32? {
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
            return nil
        }
        return UInt32(value)
    }

    private static func digit(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(UInt8(0x30 + value % 10)) }

    private static func lowercasedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var hasUpper = false
        for byte in bytes {
            if byte >= 0x80 { return nil }
            if byte >= 0x41 && byte <= 0x5A { hasUpper = true }
        }
        if !hasUpper { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { out in
            for (index, byte) in bytes.enumerated() {
                out[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    private static func normalized(
        _ text: String, by form: (UnsafeMutablePointer<UErrorCode>) -> OpaquePointer?
    ) -> String {
        var status = U_ZERO_ERROR
        guard let normalizer = form(&status), status.rawValue <= 0 else { return text.lowercased() }
        let units = Array(text.utf16)
        // NFKC_Casefold makes at most 18 units of one (U+FDFA); 3 are plenty for real text.
        for factor in [3, 18] {
            var status = U_ZERO_ERROR
            let capacity = units.count * factor + 8
            var count: Int32 = 0
            let out = [UInt16](unsafeUninitializedCapacity: capacity) { buffer, initialised in
                count = bb_normalize(
                    normalizer, units, Int32(units.count), buffer.baseAddress, Int32(capacity), &status)
                initialised = status.rawValue <= 0 ? min(Int(count), capacity) : 0
            }
            if status.rawValue <= 0 { return String(decoding: out, as: UTF16.self) }
        }
        return text.lowercased()
    }
}
