public import TextAnalysis

/// What is wrong with a message in one language, held against the same message in English.
public enum MessageFault: Hashable, Sendable {
    /// Counted in one of them, not in the other.
    case otherKind
    case missingForm(PluralCategory)
    /// A form that the language does not have.
    case strayForm(PluralCategory)
    /// Places that are missing or not known there; nil for a message without forms.
    case wrongPlaces(PluralCategory?)

    /// A stable name, for tests and logs.
    public var code: String {
        switch self {
        case .otherKind: "other-kind"
        case .missingForm: "missing-form"
        case .strayForm: "stray-form"
        case .wrongPlaces: "wrong-places"
        }
    }
}

extension Message {
    /// What keeps it from standing for the same message as `english` in a language: it needs the same places, each form too
    /// (but for `{count}`, which a form such as "one day" may do without), and the plural forms of the language.
    public func faults(for english: Message, in language: Language) -> [MessageFault] {
        switch (self, english) {
        case (.text(let own), .text(let theirs)): return own.places == theirs.places ? [] : [.wrongPlaces(nil)]
        case (.plural(let forms), .plural):
            let places = english.places.subtracting(["count"])
            let missing = PluralCategory.needed(in: language).subtracting(forms.keys)
            let stray = Set(forms.keys).subtracting(PluralCategory.allowed(in: language))
            let wrong = forms.filter { $0.value.places.subtracting(["count"]) != places }.keys
            return PluralCategory.allCases.filter(missing.contains).map { .missingForm($0) }
                + PluralCategory.allCases.filter(stray.contains).map { .strayForm($0) }
                + PluralCategory.allCases.filter(wrong.contains).map { .wrongPlaces($0) }
        default: return [.otherKind]
        }
    }

    /// Its texts by plural category, as catalogues write them; `other` alone where nothing is counted.
    public var forms: [String: String] {
        switch self {
        case .text(let template): [PluralCategory.other.rawValue: template.source]
        case .plural(let forms):
            Dictionary(uniqueKeysWithValues: forms.map { ($0.key.rawValue, $0.value.source) })
        }
    }

    /// - Parameter forms: by plural category; names that are none are left out.
    public init(_ forms: [String: String], counts: Bool) {
        guard counts else {
            self = .text(Template(forms[PluralCategory.other.rawValue] ?? ""))
            return
        }
        let known = forms.compactMap { name, text in PluralCategory(rawValue: name).map { ($0, Template(text)) } }
        self = .plural(Dictionary(uniqueKeysWithValues: known))
    }

    /// Whether it has a form for each plural category.
    public var counts: Bool { if case .plural = self { true } else { false } }
}
