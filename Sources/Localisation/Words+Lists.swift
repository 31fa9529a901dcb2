internal import CUnicode
internal import TextAnalysis

extension Words {
    /// "a, b and c" as the language writes it.
    ///
    /// Names that hold an "and" or a comma of their own are parted by semicolons: one could not see where each ends.
    public func list(_ items: [String]) -> String {
        if items.count > 1, items.contains(where: isManifold) { return items.joined(separator: semicolon) }
        return list(items, choice: false)
    }

    /// "a, b or c" as the language writes it.
    public func choice(_ items: [String]) -> String { list(items, choice: true) }

    /// Whether an item reads as several.
    private func isManifold(_ item: String) -> Bool {
        let name = language == .chinese ? item.replacing("共和", with: "") : item
        let joints: [String] =
            switch language {
            case .arabic: ["،", " و"]
            case .chinese: ["和", "与", "、", "，"]
            case .english: [",", " and "]
            case .french: [",", " et "]
            case .russian: [",", " и "]
            case .spanish: [",", " y ", " e "]
            }
        return joints.contains { name.contains($0) }
    }

    private var semicolon: String {
        switch language {
        case .arabic: "؛ "
        case .chinese: "；"
        case .french: "\u{A0}; "
        case .english, .russian, .spanish: "; "
        }
    }

    /// Spanish says "e" before the sound of i, also where a quotation mark stands before it, which ICU does not see.
    private func euphonic(_ text: String) -> String {
        language == .spanish ? text.replacing(#/ y (?=“h?[iIíÍ](?!e))/#, with: " e ") : text
    }

    private func list(_ items: [String], choice: Bool) -> String {
        var status = U_ZERO_ERROR
        guard items.count > 1, let formatter = bb_list_open(localeIdentifier, choice ? 1 : 0, &status) else {
            return items.first ?? ""
        }
        defer { bb_list_close(formatter) }
        let texts = items.map { Array($0.utf16) }
        let all = texts.flatMap { $0 }
        let lengths = texts.map { Int32($0.count) }
        let capacity = all.count + 8 * items.count + 16
        let text = unicodeText(
            { buffer, size in
                status = U_ZERO_ERROR
                return bb_list_format(formatter, all, lengths, Int32(items.count), buffer, size, &status)
            }, capacity: capacity)
        return choice ? text : euphonic(text)
    }
}
