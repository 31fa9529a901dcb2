/// One form for a number, however its thousands and decimals are set apart.
enum NumberForm {
    /// Plain ASCII digits; groups of three are thousands (`1,000` and `1.000` are 1000), else the last mark is decimal.
    static func plain(_ text: String) -> String {
        let groups = Folding.fold(text).unicodeScalars
            .split(omittingEmptySubsequences: true) { !("0"..."9").contains($0) }
            .map { String(String.UnicodeScalarView($0)) }
        guard let first = groups.first, groups.count > 1, let last = groups.last else { return groups.first ?? "" }
        if first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) { return groups.joined() }
        let isGrouped = groups.dropFirst().dropLast().allSatisfy { $0.utf8.count == 3 }
        if groups.count > 2, !isGrouped { return groups.joined(separator: ".") }  // 1.2.3: a version or a date
        return groups.dropLast().joined() + "." + last
    }
}
