/// Why a document is not read. Each case has a stable code and a sentence in the catalogues, `document.refused-<code>`.
public enum DocumentRefusal: Error, Codable, Hashable, Sendable {
    case empty
    case tooLarge(bytes: Int, limit: Int)
    case tooManyPages(pages: Int, limit: Int)
    /// More text comes out of it than is kept, in bytes.
    case tooMuchText(limit: Int)
    case unknownFormat
    /// Word, Excel or PowerPoint files of before 2007.
    case oldOfficeFormat
    /// What the name promises is another format than that of the bytes is no reason; this is: pictures, sound, programs.
    case notADocument
    case encrypted
    case damaged(DocumentFormat)
    /// An archive that grows beyond measure when opened.
    case archiveBomb
    /// XML that declares entities of its own.
    case declaresEntities
    /// Pictures of pages, and no program here that reads pictures.
    case scanned(pages: Int)
    /// Pictures of pages, and reading them found no text.
    case nothingRecognised(pages: Int)
    case noText
    case tookTooLong(seconds: Int)
    case tookTooMuchMemory(megabytes: Int)
    /// The reader ended without a word.
    case readerFailed
    /// A program of the system is not installed.
    case toolMissing(String)

    public var code: String {
        switch self {
        case .empty: "empty"
        case .tooLarge: "too-large"
        case .tooManyPages: "too-many-pages"
        case .tooMuchText: "too-much-text"
        case .unknownFormat: "unknown-format"
        case .oldOfficeFormat: "old-office-format"
        case .notADocument: "not-a-document"
        case .encrypted: "encrypted"
        case .damaged: "damaged"
        case .archiveBomb: "archive-bomb"
        case .declaresEntities: "declares-entities"
        case .scanned: "scanned"
        case .nothingRecognised: "nothing-recognised"
        case .noText: "no-text"
        case .tookTooLong: "took-too-long"
        case .tookTooMuchMemory: "took-too-much-memory"
        case .readerFailed: "reader-failed"
        case .toolMissing: "tool-missing"
        }
    }

    /// What it is about, and the limit, in the units the sentence names: megabytes, pages, seconds. Nil where it names none.
    public var figures: (amount: Int?, limit: Int?) {
        switch self {
        case .tooLarge(let bytes, let limit): ((bytes + 999_999) / 1_000_000, limit / 1_000_000)
        case .tooManyPages(let pages, let limit): (pages, limit)
        case .tooMuchText(let limit): (nil, limit / 1_000_000)
        case .scanned(let pages), .nothingRecognised(let pages): (pages, nil)
        case .tookTooLong(let seconds): (nil, seconds)
        case .tookTooMuchMemory(let megabytes): (nil, megabytes)
        default: (nil, nil)
        }
    }

    /// Trying again later may help: the fault is the node's, not the document's.
    public var isOurs: Bool {
        switch self {
        case .readerFailed, .toolMissing, .tookTooLong: true
        default: false
        }
    }
}
