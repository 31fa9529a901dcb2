/// One piece of the vocabulary as `sentencepiece_model.proto` writes it: text in field 1, score in 2, type in 3.
struct Piece {
    private static let normalType: UInt64 = 1
    private static let sentenceMarks: Set<Unicode.Scalar> = [".", "!", "?", "。", "؟", "۔", "…"]

    let text: UnsafeRawBufferPointer
    let score: Float
    /// False for the symbols that stand for no text (unknown, start, end, reserved).
    let isText: Bool

    init(_ message: UnsafeRawBufferPointer) throws(EncoderError) {
        var text = UnsafeRawBufferPointer(start: nil, count: 0)
        var score: Float = 0
        var type = Self.normalType
        var reader = ProtobufReader(message)
        while let (field, value) = try reader.next() {
            switch (field, value) {
            case (1, .bytes(let bytes)): text = bytes
            case (2, .fixed32(let bits)): score = Float(bitPattern: bits)
            case (3, .number(let number)): type = number
            default: break
            }
        }
        guard score.isFinite else { throw .damaged(part: "pieces") }
        self.text = text
        self.score = score
        isText = type == Self.normalType
    }

    var endsSentence: Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.last.map(Self.sentenceMarks.contains) ?? false
    }
}
