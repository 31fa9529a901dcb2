/// Finds lines that stand at the head or foot of many pages, and page numbers.
struct RunningHeads {
    /// So many lines at either end of a page are looked at.
    private static let depth = 3
    private let repeated: Set<String>

    /// - Parameter pages: the lines of each page, empty ones left out.
    init(_ pages: [[String]]) {
        guard pages.count >= 3 else {
            repeated = []
            return
        }
        var counts: [String: Int] = [:]
        for lines in pages {
            for line in Set(Self.edges(lines).map { Self.pattern(lines[$0]) }) { counts[line, default: 0] += 1 }
        }
        let least = max(3, pages.count * 2 / 5)
        repeated = Set(counts.filter { $0.value >= least && !$0.key.isEmpty }.keys)
    }

    /// Which lines of a page are no text of its own.
    func places(in lines: [String]) -> Set<Int> {
        Set(Self.edges(lines).filter { repeated.contains(Self.pattern(lines[$0])) || Self.isPageNumber(lines[$0]) })
    }

    private static func edges(_ lines: [String]) -> [Int] {
        Array(lines.indices.prefix(depth)) + lines.indices.dropFirst(depth).suffix(depth)
    }

    /// Digits differ from page to page.
    private static func pattern(_ line: String) -> String {
        String(
            String.UnicodeScalarView(
                line.lowercased().unicodeScalars.compactMap { scalar in
                    scalar.properties.numericType == nil ? (scalar == " " ? nil : scalar) : nil
                }))
    }

    /// `12`, `- 12 -`, `Page 12 of 40`, `xiv`, `第 12 页`: hardly anything but a number.
    static func isPageNumber(_ line: String) -> Bool {
        let scalars = line.unicodeScalars
        guard scalars.count <= 24 else { return false }
        let digits = scalars.count { $0.properties.numericType == .decimal }
        let letters = scalars.count { $0.properties.isAlphabetic }
        if digits == 0 {
            return (1...6).contains(scalars.count) && scalars.allSatisfy { "ivxlIVXL".unicodeScalars.contains($0) }
        }
        let words = line.lowercased().split { !$0.isLetter }
        return digits <= 8 && (letters == 0 || words.allSatisfy { pageWords.contains(String($0)) })
    }

    private static let pageWords: Set<String> = [
        "page", "of", "p", "pg", "sur", "de", "página", "pagina", "pág", "стр", "страница", "из", "с", "صفحة", "من",
        "ص",
        "第", "页", "共", "第页", "页共", "页共页",
    ]
}
