internal import CUnicode
public import TextAnalysis

/// The plural categories of Unicode's CLDR.
public enum PluralCategory: String, CaseIterable, CodingKeyRepresentable, Codable, Sendable {
    case zero, one, two, few, many, other

    /// The category of a whole number in a language.
    public init(of count: Int, in language: Language) {
        self = PluralRules.of(language).category(of: count)
    }

    /// The forms a message with `{count}` needs in a language. French and Spanish also know `many`, for millions; a
    /// message without it falls back to `other`.
    public static func needed(in language: Language) -> Set<PluralCategory> {
        switch language {
        case .arabic: Set(allCases)
        case .chinese: [.other]
        case .english, .french, .spanish: [.one, .other]
        case .russian: [.one, .few, .many, .other]
        }
    }

    /// The forms a message may have in a language.
    public static func allowed(in language: Language) -> Set<PluralCategory> {
        switch language {
        case .french, .spanish: needed(in: language).union([.many])
        default: needed(in: language)
        }
    }
}

/// ICU's rules for one language; only read after opening, which ICU allows from any thread.
private final class PluralRules: @unchecked Sendable {
    private let rules: OpaquePointer?

    private static let all = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, PluralRules($0)) })

    static func of(_ language: Language) -> PluralRules { all[language] ?? PluralRules(language) }

    private init(_ language: Language) {
        var status = U_ZERO_ERROR
        rules = bb_plural_open(language.code, &status)
    }

    deinit {
        if let rules { bb_plural_close(rules) }
    }

    func category(of count: Int) -> PluralCategory {
        guard let rules else { return .other }
        var status = U_ZERO_ERROR
        let name = [UInt16](unsafeUninitializedCapacity: 16) { buffer, length in
            length = Int(max(0, bb_plural_select(rules, Double(count), buffer.baseAddress, 16, &status)))
        }
        return PluralCategory(rawValue: String(decoding: name, as: UTF16.self)) ?? .other
    }
}
