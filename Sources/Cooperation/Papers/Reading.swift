/// The reading of a document by the machine, in the background: asked for, begun, and how it ended.
public struct Reading: Paper {
    public static let kind = PaperKind.reading

    public enum State: String, Codable, CaseIterable, Sendable {
        case waiting, begun, done, failed, cancelled

        public var isOver: Bool { [.done, .failed, .cancelled].contains(self) }
    }

    public var document: DocumentID
    public var state: State
    /// How often it was begun: a restart of the server begins it again.
    public var attempts: Int
    /// Why it failed, as the reader of documents names it.
    public var failure: String?
    /// What is wanted from whom reads why it failed: sizes, limits.
    public var figures: [String: Int]
    public var pages: Int
    /// How many potential needs were found.
    public var found: Int
    /// The digest of the document's text, page by page, kept beside the ledger.
    public var text: String?

    public init(
        document: DocumentID, state: State = .waiting, attempts: Int = 0, failure: String? = nil,
        figures: [String: Int] = [:], pages: Int = 0, found: Int = 0, text: String? = nil
    ) {
        self.document = document
        self.state = state
        self.attempts = attempts
        self.failure = failure
        self.figures = figures
        self.pages = pages
        self.found = found
        self.text = text
    }

    /// A document whose reading ended the server this often is not tried again.
    public static let mostAttempts = 3

    /// Why it failed where the reader of documents was not at fault: the stored file is damaged; what was read was not kept.
    public static let fileDamaged = "file-damaged"
    public static let notKept = "not-kept"

    public func problems() -> [Problem] { [] }
}
