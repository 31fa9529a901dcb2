/// One of the six languages of the United Nations: those of the interface, and those whose texts are analysed.
public enum Language: String, Codable, CaseIterable, Comparable, Sendable {
    case arabic = "ar"
    case chinese = "zh"
    case english = "en"
    case french = "fr"
    case russian = "ru"
    case spanish = "es"

    /// The code of ISO 639-1, which is also the value of an HTML `lang` attribute and the first part of an address.
    public var code: String { rawValue }

    public var isRightToLeft: Bool { self == .arabic }

    /// The value of an HTML `dir` attribute.
    public var direction: String { isRightToLeft ? "rtl" : "ltr" }

    /// The language's name for itself, as the switch of languages shows it.
    public var ownName: String {
        switch self {
        case .arabic: "العربية"
        case .chinese: "中文"
        case .english: "English"
        case .french: "Français"
        case .russian: "Русский"
        case .spanish: "Español"
        }
    }

    public static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}
