/// Recognises genus and species by their shape (International Code of Zoological Nomenclature, articles 5, 11 and 28;
/// Madrid Code for plants, articles 20 and 23): Latin letters, a capital on the genus only.
///
/// The name is an additional term, so a pair of ordinary words taken for one costs little.
enum ScientificName {
    private static let endings = [
        "us", "um", "is", "ii", "ae", "a", "ensis", "ense", "oides", "ns", "es", "on", "ys", "ax", "ix", "ex", "or",
        "ops",
        "e", "i", "yx", "as", "os", "ra",
    ]

    /// `rhizophora mangle`, or `r. mangle` for an abbreviated genus; nil where the shape is another.
    static func read(
        genus: Slice<UnsafeBufferPointer<UInt8>>, between: Slice<UnsafeBufferPointer<UInt8>>,
        species: Slice<UnsafeBufferPointer<UInt8>>
    ) -> String? {
        guard let capital = genus.first, (0x41...0x5A).contains(capital), genus.count <= 30, species.count <= 30,
            genus.dropFirst().allSatisfy(isSmall), species.allSatisfy(isSmall), species.count >= 4
        else { return nil }
        let isAbbreviated = genus.count == 1
        guard between.elementsEqual(isAbbreviated ? [0x2E, 0x20] : [0x20]) else { return nil }
        guard isAbbreviated || genus.count >= 3 else { return nil }
        let first = Folding.lowercased(String(decoding: genus, as: UTF8.self))
        let second = String(decoding: species, as: UTF8.self)
        if isAbbreviated {
            return endings.contains(where: second.hasSuffix) && !StopWords.ofLatinScript.contains(second)
                ? "\(first). \(second)" : nil
        }
        guard !StopWords.ofLatinScript.contains(first), !StopWords.ofLatinScript.contains(second),
            endings.contains(where: first.hasSuffix), endings.contains(where: second.hasSuffix)
        else { return nil }
        return "\(first) \(second)"
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
