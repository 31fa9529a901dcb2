/// Cuts a text into the pieces of a SentencePiece unigram model: the cut with the highest sum of scores.
///
/// Kudo (2018), "Subword Regularization", section 3.2; the first of equally good cuts, as SentencePiece chooses.
/// Control symbols such as `<s>` are never found in a text: what a person types stays text.
struct Tokenizer: Sendable {
    static let unknown: Int32 = 0
    static let start: Int32 = 1
    static let end: Int32 = 2
    /// How far an unknown character lies below the rarest piece.
    private static let unknownPenalty = 10.0

    private let normaliser: TextNormaliser
    private let trie: PieceTrie
    private let scores: [Float]
    private let sentenceEnds: Set<Int32>
    private let wordStarts: [Bool]
    private let unknownScore: Double

    /// Reads the model: pieces in field 1, the rules of the normaliser in field 3 (`sentencepiece_model.proto`).
    init(model: UnsafeRawBufferPointer, vocabulary: Int) throws(EncoderError) {
        var rules = UnsafeRawBufferPointer(start: nil, count: 0)
        var trie = PieceTrie(expectedEdges: vocabulary * 4)
        var scores: [Float] = []
        var wordStarts: [Bool] = []
        var sentenceEnds: Set<Int32> = []
        var reader = ProtobufReader(model)
        while let (field, value) = try reader.next() {
            guard case .bytes(let message) = value else { continue }
            if field == 1 {
                let piece = try Piece(message)
                let id = Int32(truncatingIfNeeded: scores.count)
                if piece.isText { trie.insert(piece.text, piece: id) }
                if piece.endsSentence { sentenceEnds.insert(id) }
                wordStarts.append(piece.text.starts(with: TextNormaliser.wordMark))
                scores.append(piece.score)
            } else if field == 3 {
                rules = try Self.rules(in: message)
            }
        }
        guard scores.count > Self.end, scores.count <= vocabulary, let lowest = scores.min() else {
            throw .damaged(part: "pieces")
        }
        normaliser = try TextNormaliser(rules: rules)
        unknownScore = Double(lowest) - Self.unknownPenalty
        self.trie = trie
        self.scores = scores
        self.sentenceEnds = sentenceEnds
        self.wordStarts = wordStarts
    }

    /// The pieces of a text without start and end; none where normalisation leaves nothing. Linear in the text's length.
    func pieces(of text: UnsafeRawBufferPointer) -> [Int32] {
        let normalised = normaliser.normalise(text)
        return normalised.withUnsafeBytes(bestCut)
    }

    func startsWord(_ piece: Int32) -> Bool { wordStarts[Int(piece)] }

    func endsSentence(_ piece: Int32) -> Bool { sentenceEnds.contains(piece) }

    private func bestCut(of text: UnsafeRawBufferPointer) -> [Int32] {
        guard !text.isEmpty else { return [] }
        var best = [Double](repeating: -.infinity, count: text.count + 1)
        var from = [(start: Int32, piece: Int32)](repeating: (0, Self.unknown), count: text.count + 1)
        best[0] = 0
        var start = 0
        while start < text.count {
            let base = best[start]
            let next = min(start + TextNormaliser.characterLength(text[start]), text.count)
            var hasSingle = false
            var node = PieceTrie.root
            var position = start
            while position < text.count, let child = trie.child(of: node, text[position]) {
                node = child
                position += 1
                guard let piece = trie.piece(at: node) else { continue }
                let score = base + Double(scores[Int(piece)])
                if score > best[position] {
                    best[position] = score
                    from[position] = (Int32(start), piece)
                }
                if position == next { hasSingle = true }
            }
            if !hasSingle, base + unknownScore > best[next] {
                best[next] = base + unknownScore
                from[next] = (Int32(start), Self.unknown)
            }
            start = next
        }
        var result: [Int32] = []
        var end = text.count
        while end > 0 {
            result.append(from[end].piece)
            end = Int(from[end].start)
        }
        return result.reversed()
    }

    private static func rules(in message: UnsafeRawBufferPointer) throws(EncoderError) -> UnsafeRawBufferPointer {
        var reader = ProtobufReader(message)
        while let (field, value) = try reader.next() {
            if field == 2, case .bytes(let rules) = value { return rules }
        }
        throw .damaged(part: "charsmap")
    }
}
