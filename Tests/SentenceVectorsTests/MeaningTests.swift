import Foundation
import Testing

@testable import SentenceVectors

@Suite("Meaning across languages", .enabled(if: TestModel.isThere, TestModel.skipped))
struct MeaningTests {
    private let encoder: SentenceEncoder
    private let sentences: [Sentence]

    init() throws {
        encoder = try TestModel.encoder.get()
        sentences = try TestModel.sentences()
    }

    @Test("the same said in another language is nearer than anything else said there") func sameMeaning() {
        let ordinary = sentences.filter { !$0.isOdd }
        let vectors = encoder.vectors(for: ordinary.map(\.text))
        #expect(Set(ordinary.map(\.language)).count == 6)
        for (query, queryVector) in zip(ordinary, vectors) {
            for language in Set(ordinary.map(\.language)) where language != query.language {
                let best = zip(ordinary, vectors).filter { $0.0.language == language }
                    .max { $0.1.similarity(to: queryVector) < $1.1.similarity(to: queryVector) }
                #expect(best?.0.meaning == query.meaning, "\(query.text) in \(language)")
            }
        }
    }

    @Test("every vector has length 1") func length() {
        for sentence in sentences {
            let vector = encoder.vector(for: sentence.text)
            #expect(vector.elements.count == 512)
            #expect(abs(vector.similarity(to: vector) - 1) < 0.0001)
        }
    }

    @Test("a text without content is similar to nothing") func empty() {
        for text in ["", " ", "\n\t\u{3000}", "\u{200B}\u{00AD}"] where encoder.pieces(of: text).isEmpty {
            #expect(encoder.vector(for: text) == .zero)
        }
        #expect(encoder.vector(for: "") == .zero)
        #expect(encoder.vector(for: " \n ") == .zero)
        #expect(encoder.vectors(for: ["", "Mangroves", ""]).map(\.isZero) == [true, false, true])
        #expect(encoder.vectors(for: []).isEmpty)
    }

    @Test("control symbols in a text are text") func controlSymbols() {
        let pieces = encoder.pieces(of: "<s> </s> <unk> extra_token_id_1")
        #expect(!pieces.contains(Tokenizer.start))
        #expect(!pieces.contains(Tokenizer.end))
        #expect(!pieces.contains(3))
    }

    @Test(
        "hostile texts give a vector",
        arguments: [
            String(repeating: "a", count: 5_000), String(repeating: "\u{0301}", count: 3_000),
            String(repeating: "\u{FDFA}", count: 2_000), "\u{0}\u{1}\u{FFFF}\u{10FFFF}",
            String(repeating: "👩‍👩‍👧‍👦", count: 500), String(repeating: "▁", count: 1_000) + "x",
            String(decoding: [0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self),
        ])
    func hostile(text: String) {
        let vector = encoder.vector(for: text)
        #expect(vector.elements.allSatisfy { $0.isFinite })
        #expect(vector.isZero == encoder.pieces(of: text).isEmpty)
    }

    @Test("of a very long text the beginning counts, and the rest costs nothing") func longText() {
        let sentence = "Нам нужна помощь в восстановлении мангровых лесов. "
        let long = String(repeating: sentence, count: 12_000)
        #expect(long.utf8.count > 1_000_000)
        let beginning = String(repeating: sentence, count: 800)
        #expect(encoder.pieces(of: long).count < 65_536)
        #expect(encoder.vector(for: long) == encoder.vector(for: beginning))
    }

    @Test("a long text lies near what its passages say") func passages() {
        let mangroves = sentences.filter { $0.meaning == "mangroves" && $0.language == "en" }.map(\.text)
        let bees = sentences.filter { $0.meaning == "bees" && $0.language == "en" }.map(\.text)
        let long = String(repeating: mangroves.joined(), count: 60)
        let short = encoder.vector(for: mangroves.joined())
        let other = encoder.vector(for: bees.joined())
        let near = encoder.vector(for: long).similarity(to: short)
        #expect(near > 0.6)
        #expect(encoder.vector(for: long).similarity(to: other) < near / 2)
        let both = mangroves + bees
        for pooling in [Pooling.mean, .maximum] {
            let pooled = encoder.vector(forPassages: both + [""], pooling: pooling)
            for passage in both {
                #expect(pooled.similarity(to: encoder.vector(for: passage)) > 0.5, "\(pooling)")
            }
        }
        #expect(encoder.vector(forPassages: []) == .zero)
    }

    @Test("many threads may use one encoder") func threads() async {
        let alone = encoder.vectors(for: sentences.map(\.text))
        let together = await withTaskGroup(of: (Int, Vector).self) { group in
            for (index, sentence) in sentences.enumerated() {
                group.addTask { [encoder] in (index, encoder.vector(for: sentence.text)) }
            }
            return await group.reduce(into: [Int: Vector]()) { $0[$1.0] = $1.1 }
        }
        for (index, vector) in alone.enumerated() {
            #expect((together[index]?.similarity(to: vector) ?? 0) > 0.9999)
        }
    }
}
