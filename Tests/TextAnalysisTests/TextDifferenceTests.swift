import Testing

@testable import TextAnalysis

@Suite("What changed between two texts")
struct TextDifferenceTests {
    typealias Piece = TextDifference.Piece

    static let cases: [(Language, String, String, [Piece])] = [
        (
            .english, "Train six rangers.", "Train eight rangers.",
            [Piece(.kept, "Train "), Piece(.removed, "six"), Piece(.added, "eight"), Piece(.kept, " rangers.")]
        ),
        (
            .french, "Former des agents", "Former des agents du parc",
            [Piece(.kept, "Former des agents"), Piece(.added, " du parc")]
        ),
        // Chinese is cut into words, not into the whole sentence.
        (
            .chinese, "我们需要六名护林员", "我们需要八名护林员",
            [Piece(.kept, "我们需要"), Piece(.removed, "六名"), Piece(.added, "八名"), Piece(.kept, "护林员")]
        ),
        (
            .arabic, "نحتاج إلى تدريب ستة حراس", "نحتاج إلى تدريب ثمانية حراس",
            [
                Piece(.kept, "نحتاج إلى تدريب "), Piece(.removed, "ستة"), Piece(.added, "ثمانية"),
                Piece(.kept, " حراس"),
            ]
        ),
        (.english, "", "New", [Piece(.added, "New")]),
        (.english, "Old", "", [Piece(.removed, "Old")]),
        (.english, "Same", "Same", [Piece(.kept, "Same")]),
    ]

    @Test("word by word, as each language writes words", arguments: cases)
    func words(_ language: Language, _ old: String, _ new: String, _ pieces: [Piece]) {
        #expect(TextDifference.pieces(from: old, to: new, language: language) == pieces)
    }

    @Test("both texts come back from the pieces, whatever they are", arguments: Language.allCases)
    func wholeness(language: Language) {
        let texts = [
            "a b  c\n\nd", "a c\nd e", "👩‍🌾 x̱\u{301} 中文，然后 english", "عربي ٣ مع English.", "", " ", "\n", "a b  c\n\nd!",
            (0..<2000).map { "word\($0 % 37)" }.joined(separator: " "),
            (0..<2000).map { "word\($0 % 31)\($0.isMultiple(of: 50) ? "\n" : "")" }.joined(separator: " "),
        ]
        for old in texts {
            for new in texts {
                let pieces = TextDifference.pieces(from: old, to: new, language: language)
                #expect(pieces.filter { $0.change != .added }.map(\.text).joined() == old)
                #expect(pieces.filter { $0.change != .removed }.map(\.text).joined() == new)
            }
        }
    }
}
