public import TextAnalysis

/// The words of the program in one language, and its way of writing dates, numbers and lists.
///
///     let words = Words(.french)
///     words("request.new")
///     words("position.days-left", count: 3)
///     words("request.from", ["name": organisation.name])
public struct Words: Sendable {
    public let language: Language
    private let messages: Messages

    public init(_ language: Language, messages: Messages = .standard) {
        self.language = language
        self.messages = messages
    }

    /// The same catalogues in another language.
    public func speaking(_ language: Language) -> Words { Words(language, messages: messages) }

    /// The message with its places filled. A value written in the other direction is isolated, so that it cannot
    /// disturb the order of the sentence around it.
    public func callAsFunction(_ key: MessageKey, _ values: [String: String] = [:]) -> String {
        guard let (message, _) = messages.found(key, in: language), let template = message.template(for: .other)
        else { return key.name }
        return template.filled { values[$0].map(isolated) }
    }

    /// The message in the form its count asks for; `{count}` is written the language's way.
    public func callAsFunction(_ key: MessageKey, count: Int, _ values: [String: String] = [:]) -> String {
        template(key, count: count).filled { place in
            place == "count" ? number(count) : values[place].map(isolated)
        }
    }

    /// The message cut at its placeholders, for who fills them with more than text (a link, an own direction).
    public func template(_ key: MessageKey, count: Int? = nil) -> Template {
        guard let (message, source) = messages.found(key, in: language) else { return Template(key.name) }
        let category = count.map { PluralCategory(of: $0, in: source) } ?? .other
        return message.template(for: category) ?? Template(key.name)
    }

    /// Whether there is such a message, here or in English.
    public func has(_ key: MessageKey) -> Bool {
        messages.message(key, in: language) != nil || messages.message(key, in: .english) != nil
    }

    /// The value between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE if it holds letters of the other direction.
    private func isolated(_ value: String) -> String {
        let isForeign = value.unicodeScalars.contains { scalar in
            scalar.properties.isAlphabetic && scalar.isRightToLeft != language.isRightToLeft
        }
        return isForeign ? "\u{2068}\(value)\u{2069}" : value
    }
}

extension Unicode.Scalar {
    /// Hebrew, Arabic and the scripts beside them (Unicode's right-to-left blocks).
    fileprivate var isRightToLeft: Bool {
        (0x0590...0x08FF).contains(value) || (0xFB1D...0xFDFF).contains(value) || (0xFE70...0xFEFE).contains(value)
            || (0x10800...0x10FFF).contains(value) || (0x1E800...0x1EFFF).contains(value)
    }
}
