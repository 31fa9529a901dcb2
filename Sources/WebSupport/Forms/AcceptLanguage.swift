/// Which of our languages a browser prefers.
public enum AcceptLanguage {
    /// The best of `codes` for the header's value, or `nil` when it names none of them.
    ///
    /// A range matches a code that it begins with (`zh-Hans-CN` matches `zh`) or that begins with it (RFC 4647 §3.4 and
    /// §3.3.1); `*` stands for the first code not yet refused. Among equal weights the earlier range counts. Broken parts
    /// are passed over; at most 50 are read.
    public static func best(_ header: String, among codes: [String]) -> String? {
        var refused: Set<String> = []
        var best: (code: String, weight: Double)?
        let ranges = header.prefix(2_000).split(separator: ",").prefix(50).compactMap(range)
        for range in ranges where range.weight == 0 {
            refused.formUnion(codes.filter { $0.lowercased() == range.tag })
        }
        for range in ranges where range.weight > (best?.weight ?? 0) {
            let match = codes.first { !refused.contains($0) && matches(range.tag, $0.lowercased()) }
            if let match { best = (match, range.weight) }
        }
        return best?.code
    }

    private static func range(_ text: Substring) -> (tag: String, weight: Double)? {
        let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
            .map { String($0).trimmingASCIIBlanks.lowercased() }
        guard let tag = pieces.first, !tag.isEmpty,
            tag.utf8.allSatisfy({ $0 < 0x80 && ($0 == ASCII.hyphen || $0 == UInt8(ascii: "*") || $0 > 0x2F) })
        else { return nil }
        guard let quality = pieces.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return (tag, 1) }
        guard let weight = Double(quality.dropFirst(2)), (0...1).contains(weight) else { return nil }
        return (tag, weight)
    }

    private static func matches(_ tag: String, _ code: String) -> Bool {
        tag == "*" || tag == code || tag.hasPrefix(code + "-") || code.hasPrefix(tag + "-")
    }
}
