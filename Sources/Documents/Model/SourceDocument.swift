public import TextAnalysis

/// What was read of a document: its pages, and their blocks in the order a person reads them. Running heads, page numbers and
/// line ends of the layout are gone.
public struct SourceDocument: Codable, Hashable, Sendable {
    public var format: DocumentFormat
    /// The title its metadata give, or its first heading.
    public var title: String?
    public var pages: [DocumentPage]
    /// The language most of its text is in; nil where it cannot be told.
    public var language: Language?
    /// Pages have numbers that a reader of the document finds there. Else all text is on page 1.
    public var isPaged: Bool
    /// Pages whose text was recognised in a picture: it may have errors.
    public var recognisedPages: [Int]

    public init(
        format: DocumentFormat, title: String? = nil, pages: [DocumentPage], language: Language? = nil,
        isPaged: Bool = false, recognisedPages: [Int] = []
    ) {
        self.format = format
        self.title = title
        self.pages = pages
        self.language = language
        self.isPaged = isPaged
        self.recognisedPages = recognisedPages
    }

    /// Nil for a place that is not in it.
    public subscript(place: DocumentPlace) -> DocumentBlock? {
        guard let page = pages.first(where: { $0.number == place.page }), page.blocks.indices.contains(place.block)
        else { return nil }
        return page.blocks[place.block]
    }

    /// All blocks with their places, in reading order.
    public var blocks: [(place: DocumentPlace, block: DocumentBlock)] {
        pages.flatMap { page in
            page.blocks.enumerated().map { (DocumentPlace(page: page.number, block: $0.offset), $0.element) }
        }
    }

    public var isEmpty: Bool { pages.allSatisfy(\.blocks.isEmpty) }
}

public struct DocumentPage: Codable, Hashable, Sendable {
    /// From 1: the sheet's place in the document, not what is printed on it.
    public var number: Int
    public var blocks: [DocumentBlock]

    public init(number: Int, blocks: [DocumentBlock]) {
        self.number = number
        self.blocks = blocks
    }
}

/// A stretch of text that stands by itself.
public struct DocumentBlock: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable {
        case heading
        case paragraph
        case listItem
        /// The cells of one row, each ended by a tab but the last.
        case tableRow
        case footnote
    }

    public var kind: Kind
    /// One line, white space single; tabs between the cells of a row.
    public var text: String
    /// Nil where it has too few letters to tell.
    public var language: Language?
    /// Of a heading, 1 the highest; 0 where not known or no heading.
    public var level: Int

    public init(_ kind: Kind, _ text: String, language: Language? = nil, level: Int = 0) {
        self.kind = kind
        self.text = text
        self.language = language
        self.level = level
    }
}

/// Where a block stands: the page's number, and the block's place on it from 0.
public struct DocumentPlace: Codable, Hashable, Comparable, Sendable {
    public var page: Int
    public var block: Int

    public init(page: Int, block: Int) {
        self.page = page
        self.block = block
    }

    public static func < (left: DocumentPlace, right: DocumentPlace) -> Bool {
        (left.page, left.block) < (right.page, right.block)
    }
}

/// A stretch of a block, with what is needed to show it where it stands.
public struct Passage: Codable, Hashable, Sendable {
    public var place: DocumentPlace
    /// UTF-8 offsets in the block's text, on borders of characters.
    public var range: Range<Int>
    public var text: String
    /// The heading it stands under.
    public var heading: String?
    public var language: Language?

    public init(
        place: DocumentPlace, range: Range<Int>, text: String, heading: String? = nil, language: Language? = nil
    ) {
        self.place = place
        self.range = range
        self.text = text
        self.heading = heading
        self.language = language
    }
}
