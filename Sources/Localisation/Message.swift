/// One message in one language: a text, or a form of it for each plural category of `{count}`.
public enum Message: Equatable, Sendable {
    case text(Template)
    case plural([PluralCategory: Template])

    /// The template for a count; a form that is missing falls back to `other`.
    func template(for category: PluralCategory) -> Template? {
        switch self {
        case .text(let template): template
        case .plural(let forms): forms[category] ?? forms[.other]
        }
    }

    public var places: Set<String> {
        switch self {
        case .text(let template): template.places
        case .plural(let forms): forms.values.reduce(into: ["count"]) { $0.formUnion($1.places) }
        }
    }
}

extension Message: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(Template(text))
        } else {
            let forms = try container.decode([PluralCategory: String].self)
            guard forms[.other] != nil else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no form for other")
            }
            self = .plural(forms.mapValues { Template($0) })
        }
    }
}
