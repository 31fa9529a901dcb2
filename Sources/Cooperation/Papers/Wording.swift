/// A ready text of the help desk, which all of its officers share and edit. Places such as `{country}` are filled from the
/// case it is used in. Its revisions are its versions.
public struct Wording: Paper {
    public static let kind = PaperKind.wording

    /// What can be filled from a case.
    public enum Place: String, CaseIterable, Sendable {
        case title, country, institution, officer, due, link
    }

    /// By which it is found.
    public var name: LocalizedText
    /// In as many languages as there are.
    public var text: LocalizedText
    /// No longer offered; kept, and can come back.
    public var isRetired: Bool

    public init(name: LocalizedText, text: LocalizedText, isRetired: Bool = false) {
        self.name = name
        self.text = text
        self.isRetired = isRetired
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 120)
        check.text(text, "text", upTo: 6000)
        for language in text.languages {
            let unknown = Wording.places(in: text[language] ?? "").filter { Place(rawValue: $0) == nil }
            if !unknown.isEmpty { check.wrong("text-\(language.code)", .unknown) }
        }
        return check.problems
    }

    /// The names between braces, in the order they stand.
    public static func places(in text: String) -> [String] {
        text.matches(of: /\{([A-Za-z]+)\}/).map { String($0.1) }
    }

    /// The text with its places filled. A place for which there is nothing stays as it is, to be seen and filled by hand.
    public static func filled(_ text: String, _ values: [Place: String]) -> String {
        text.replacing(/\{([A-Za-z]+)\}/) { match in
            Place(rawValue: String(match.1)).flatMap { values[$0] } ?? String(match.0)
        }
    }
}
