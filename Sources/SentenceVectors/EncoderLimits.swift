/// How much of a text is read, and in what portions.
public struct EncoderLimits: Sendable, Hashable {
    /// Pieces (about 0.7 of a word) read as one passage, as the network was made for; a longer text is cut, at the end of a
    /// sentence or word where it can be.
    public var piecesInPassage: Int
    /// Pieces read of one text. What comes after does not count: a longer document is given in passages.
    public var piecesInText: Int
    /// Bytes of UTF-8 read of one text.
    public var bytesInText: Int

    public init(piecesInPassage: Int = 256, piecesInText: Int = 4_096, bytesInText: Int = 65_536) {
        self.piecesInPassage = max(1, piecesInPassage)
        self.piecesInText = max(1, piecesInText)
        self.bytesInText = max(1, bytesInText)
    }
}
