import Foundation
import Testing

@testable import SentenceVectors

@Suite("Equal to the reference", .enabled(if: TestModel.hasReference, TestModel.skipped))
struct ReferenceTests {
    private let encoder: SentenceEncoder
    private let items: [ReferenceItem]

    init() throws {
        encoder = try TestModel.encoder.get()
        items = try JSONDecoder().decode([ReferenceItem].self, from: Data(contentsOf: #require(TestModel.reference)))
        try #require(items.count >= 36)
    }

    @Test("the same pieces") func pieces() {
        for item in items {
            #expect([Tokenizer.start] + encoder.pieces(of: item.text) + [Tokenizer.end] == item.tokens, "\(item.text)")
        }
    }

    @Test("the same vectors, one by one and together") func vectors() throws {
        let together = encoder.vectors(for: items.map(\.text))
        for (item, batched) in zip(items, together) {
            let expected = try #require(Vector(direction: item.vector))
            #expect(encoder.vector(for: item.text).similarity(to: expected) > 0.9999, "\(item.text)")
            #expect(batched.similarity(to: expected) > 0.9999, "\(item.text)")
        }
    }
}
