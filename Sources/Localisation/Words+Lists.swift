internal import CUnicode

extension Words {
    /// "a, b and c" as the language writes it.
    public func list(_ items: [String]) -> String { list(items, choice: false) }

    /// "a, b or c" as the language writes it.
    public func choice(_ items: [String]) -> String { list(items, choice: true) }

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
        return unicodeText(
            { buffer, size in
                status = U_ZERO_ERROR
                return bb_list_format(formatter, all, lengths, Int32(items.count), buffer, size, &status)
            }, capacity: capacity)
    }
}
