internal import CUnicode
internal import TextAnalysis

extension Words {
    /// Bytes whose order is the language's order of words (Unicode collation; Chinese by pinyin).
    public func sortKey(_ text: String) -> [UInt8] { Collator.of(language).key(of: text) }

    /// The elements in the language's order of their names; equal names keep their order.
    public func sorted<Element>(_ elements: [Element], by name: (Element) -> String) -> [Element] {
        elements.map { (sortKey(name($0)), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
            .map(\.1)
    }
}

/// ICU's collator of one language; only read after opening, which ICU allows from any thread.
private final class Collator: @unchecked Sendable {
    private let collator: OpaquePointer?

    private static let all = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Collator($0)) })

    static func of(_ language: Language) -> Collator { all[language] ?? Collator(language) }

    private init(_ language: Language) {
        var status = U_ZERO_ERROR
        collator = bb_collator_open(language.code, &status)
    }

    deinit {
        if let collator { bb_collator_close(collator) }
    }

    func key(of text: String) -> [UInt8] {
        guard let collator else { return Array(text.utf8) }
        let units = Array(text.utf16)
        let needed = Int(bb_collator_key(collator, units, Int32(units.count), nil, 0))
        return [UInt8](unsafeUninitializedCapacity: needed) { buffer, length in
            length = Int(bb_collator_key(collator, units, Int32(units.count), buffer.baseAddress, Int32(needed)))
        }
    }
}
