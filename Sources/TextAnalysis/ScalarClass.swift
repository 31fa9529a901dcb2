/// What a Unicode scalar is to the scanner of words.
enum ScalarClass: UInt8 {
    /// White space, punctuation, symbols: ends a word.
    case other
    /// Extends what stands before it and never splits a word: vowel marks, tatweel, joiners, soft hyphen, bidi marks.
    case mark
    case digit
    case latin
    case cyrillic
    case arabic
    /// A letter of any other script written with spaces between words.
    case letter
    case han
    /// A letter of a script written without spaces: kana, Thai, Lao, Burmese, Khmer.
    case unspaced
    case apostrophe
    case hyphen
    /// May stand between the digits of one number.
    case separator
}

/// The classes of all scalars: a table for the basic plane, the Unicode properties above it.
struct ScalarClasses: Sendable {
    static let shared = ScalarClasses()

    private let table: [ScalarClass]

    private init() {
        table = (UInt32(0)..<0x10000).map { value in
            Unicode.Scalar(value).map(Self.classify) ?? .other
        }
    }

    @inline(__always)
    subscript(scalar: Unicode.Scalar) -> ScalarClass {
        scalar.value < 0x10000 ? table[Int(scalar.value)] : Self.classify(scalar)
    }

    private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02B9, 0x02BB, 0x02BC, 0xFF07: return .apostrophe
        case 0x2D, 0x2010, 0x2011, 0xFE63, 0xFF0D: return .hyphen
        case 0x2C, 0x2E, 0x066B, 0x066C: return .separator
        case 0x0640: return .mark
        case 0x200B: return .other
        case 0x2080...0x2089: return .digit
        default: break
        }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
            return script(scalar.value)
        default: return .other
        }
    }

    /// By block (Unicode, Blocks.txt); the property `Script` is not offered by the standard library.
    private static func script(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0..<0x250, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06, 0xFF21...0xFF5A: .latin
        case 0x400...0x52F, 0x1C80...0x1C8F, 0xA640...0xA69F: .cyrillic
        case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            .han
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF:
            .unspaced
        default: .letter
        }
    }
}
