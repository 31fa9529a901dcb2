public import TextAnalysis

/// Words of a document that say something, and where they stand in it.
public struct Passage: Hashable, Codable, Sendable {
    /// Nil where the document is not in this house.
    public var document: DocumentID?
    /// The document's title when the words were taken from it.
    public var title: String
    /// 1 for the first; nil where the document has no pages.
    public var page: Int?
    /// The part of the page it stands in, from 0, and its bytes there; nil where only the words are known.
    public var block: Int?
    public var bytes: Range<Int>?
    public var text: String
    public var language: Language?

    public init(
        document: DocumentID? = nil, title: String, page: Int? = nil, block: Int? = nil, bytes: Range<Int>? = nil,
        text: String, language: Language? = nil
    ) {
        self.document = document
        self.title = title
        self.page = page
        self.block = block
        self.bytes = bytes
        self.text = text
        self.language = language
    }

    func check(_ check: inout Check, _ field: String) {
        check.optionalText(title, field, upTo: 500)
        check.text(text, field, upTo: 4000)
        check.number(page, field, 1...1_000_000)
    }
}
