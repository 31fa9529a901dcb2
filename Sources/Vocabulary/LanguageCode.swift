import Foundation
public import TextAnalysis

/// A language people work in, as a BCP 47 primary tag such as `pt`, `ko` or `sw`: two or three small letters that name a
/// language of the Unicode CLDR, as far as Foundation carries it.
public struct LanguageCode: KnownCode {
    public static var listName: String { "languages" }

    public let description: String

    /// Nil for what has not the form of a primary tag or names no language; capitals are taken for small letters.
    public init?(_ text: String) {
        let tag = text.lowercased()
        guard (2...3).contains(tag.utf8.count), tag.utf8.allSatisfy({ (97...122).contains($0) }) else { return nil }
        guard LanguageCode.isKnown(tag) else { return nil }
        description = tag
    }

    public init(_ language: Language) { description = language.code }

    /// The interface language it is, if it is one of the six.
    public var language: Language? { Language(rawValue: description) }

    /// Its name in a language, as CLDR gives it; the tag itself where CLDR has none.
    public func name(in language: Language) -> String {
        Locale(identifier: language.code).localizedString(forLanguageCode: description) ?? description
    }

    private static let listed = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier))
    /// ISO 639-2's codes for no language in particular.
    private static let special: Set = ["mis", "mul", "und", "zxx"]

    /// Listed by ICU, or at least named by CLDR (such as `cnr`).
    private static func isKnown(_ tag: String) -> Bool {
        if special.contains(tag) { return false }
        return listed.contains(tag) || Locale(identifier: "en").localizedString(forLanguageCode: tag) != nil
    }
}
