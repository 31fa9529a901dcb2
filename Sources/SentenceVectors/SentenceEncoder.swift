public import Foundation

/// Turns texts into vectors: Google's Universal Sentence Encoder multilingual v3 (Arabic, Chinese, Dutch, English, French,
/// German, Italian, Japanese, Korean, Polish, Portuguese, Russian, Spanish, Thai, Turkish).
///
/// Holds nothing that changes: any number of threads may use one encoder. The weights are mapped, not loaded.
/// The same text gives the same vector on one kind of machine; between kinds the last digits may differ.
public struct SentenceEncoder: Sendable {
    /// Pieces computed together when many texts are given.
    private static let piecesAtOnce = 512

    public let limits: EncoderLimits
    private let network: Network
    let tokenizer: Tokenizer

    /// Opens a model file of `tools/make-model`.
    public init(
        modelAt url: URL, check: ModelCheck = .whole, limits: EncoderLimits = EncoderLimits()
    ) throws(EncoderError) {
        let file = try ModelFile(path: url.path, check: check)
        network = try Network(file)
        tokenizer = try Tokenizer(model: try file.bytes("pieces"), vocabulary: Network.vocabulary)
        self.limits = limits
    }

    /// After many texts, before few: gives the memory of weights that they used back to the system. Whatever is needed again is
    /// read again, in microseconds where the system still has it.
    public func rest() { network.file.file.rest() }

    /// The vector of a text; `Vector.zero` where the text has no content. Takes time linear in the text's length up to the
    /// limits, past which nothing is read.
    public func vector(for text: String) -> Vector {
        vectors(for: [text]).first ?? .zero
    }

    /// The vectors of many texts, faster than one by one where they are short.
    public func vectors(for texts: [String]) -> [Vector] {
        var results: [Vector] = []
        results.reserveCapacity(texts.count)
        var waiting: [[[Int32]]] = []
        var size = 0
        for text in texts {
            let passages = sequences(of: text)
            waiting.append(passages)
            size += passages.reduce(0) { $0 + $1.count }
            if size >= Self.piecesAtOnce {
                results += compute(waiting)
                (waiting, size) = ([], 0)
            }
        }
        return results + compute(waiting)
    }

    /// One vector for a document given in passages. Passages without content do not count.
    public func vector(forPassages passages: [String], pooling: Pooling = .mean) -> Vector {
        let vectors = vectors(for: passages)
        return switch pooling {
        case .mean: Vector.mean(of: vectors)
        case .maximum: Vector.maximum(of: vectors)
        }
    }

    /// One vector for each text that is made of these passages: their mean direction.
    private func compute(_ texts: [[[Int32]]]) -> [Vector] {
        let all = texts.flatMap { $0 }
        var vectors: [Vector] = []
        var portion: [[Int32]] = []
        var size = 0
        for sequence in all {
            portion.append(sequence)
            size += sequence.count
            if size >= Self.piecesAtOnce {
                vectors += network.vectors(of: portion)
                (portion, size) = ([], 0)
            }
        }
        vectors += network.vectors(of: portion)
        var next = 0
        return texts.map { passages in
            defer { next += passages.count }
            return passages.count == 1 ? vectors[next] : Vector.mean(of: vectors[next..<next + passages.count])
        }
    }

    /// The passages of a text as the network takes them, with start and end.
    private func sequences(of text: String) -> [[Int32]] {
        let pieces = pieces(of: text).prefix(limits.piecesInText)
        return passages(of: Array(pieces)).map { [Tokenizer.start] + $0 + [Tokenizer.end] }
    }

    func pieces(of text: String) -> [Int32] {
        var bytes = Array(text.utf8.prefix(limits.bytesInText))
        if bytes.count < text.utf8.count {
            // Not half a character at the cut.
            while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
            bytes.removeLast()
        }
        return bytes.withUnsafeBytes(tokenizer.pieces)
    }

    /// Portions within the limit, cut after a sentence in the second half, else before a word, else hard.
    private func passages(of pieces: [Int32]) -> [ArraySlice<Int32>] {
        var result: [ArraySlice<Int32>] = []
        var rest = pieces[...]
        while rest.count > limits.piecesInPassage {
            let window = rest.prefix(limits.piecesInPassage)
            let later = window.dropFirst(max(1, window.count / 2))
            let afterSentence = later.lastIndex(where: tokenizer.endsSentence).map { $0 + 1 }
            let cut = afterSentence ?? later.lastIndex(where: tokenizer.startsWord) ?? window.endIndex
            result.append(rest[..<cut])
            rest = rest[cut...]
        }
        if !rest.isEmpty { result.append(rest) }
        return result
    }
}
