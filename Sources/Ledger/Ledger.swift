public import Foundation

/// The append-only, hash-chained list of all revisions of all papers: the only truth, which everything else follows.
///
/// Every engine keeps this contract, which the conformance suite states; it knows nothing of what a paper means.
public protocol Ledger: Sendable {
    /// Writes all drafts, or none.
    ///
    /// When it returns, the entries survive `kill -9` and loss of power. It goes on to its end when the calling task is
    /// cancelled. Claims are released first, then taken: those in `claiming` by the paper of the first draft, those of a
    /// draft by its own paper. A draft may follow up on one before it in the same commit.
    /// - Throws: `nothingToCommit`, `conflict`, `claimed`, `notClaimed`, `tooLarge`, `invalid`, `notHome`, `redacted`.
    @discardableResult
    func commit(_ drafts: [Draft], claiming: [Claim], releasing: [Claim]) async throws(LedgerError) -> [Entry]

    /// Up to `limit` entries (1 to 10,000) behind a place, in order; empty at the head.
    func entries(after sequence: Int64, limit: Int) async throws(LedgerError) -> [Entry]

    /// The newest revision of a paper. For a redacted paper, the entry that records the redaction.
    func current(_ paper: PaperID) async throws(LedgerError) -> Entry?

    /// All revisions of a paper, oldest first.
    func history(of paper: PaperID) async throws(LedgerError) -> [Entry]

    /// Which paper has the claim.
    func holder(of claim: Claim) async throws(LedgerError) -> PaperID?

    func head() async throws(LedgerError) -> Head

    /// Where the ledger ends, now and after each commit that follows. Who is slow gets the newest place only.
    func heads() -> AsyncStream<Head>

    /// Reads everything and recomputes the chain. Takes seconds for a million entries; others read and write meanwhile.
    func verify() async throws(LedgerError) -> Verification

    /// Empties all bodies of a paper, for good, and closes it; the chain stays whole. The entry says who and why.
    /// - Throws: `unknown`, `redacted`, `notHome`, `invalid`.
    @discardableResult
    func redact(_ paper: PaperID, author: String, reason: String) async throws(LedgerError) -> Entry

    /// Keeps a file under the digest of its content. Storing it again changes nothing.
    func store(_ blob: Data) async throws(LedgerError) -> BlobID

    /// The same for a file on disk, a piece at a time: memory does not grow with it.
    /// - Throws: `storage` where its digest is another; then nothing is kept.
    func store(contentsOf file: URL, as id: BlobID) async throws(LedgerError)

    /// Writes the file of that name to disk, a piece at a time, under a name that nothing has yet; false where there is none.
    func copy(_ id: BlobID, to file: URL) async throws(LedgerError) -> Bool

    /// The file of that name; nil where there is none.
    func blob(_ id: BlobID) async throws(LedgerError) -> Data?

    /// Writes the whole ledger, blobs too, as one file, while it is in use; checks the copy before it takes the name.
    func backup(to file: URL) async throws(LedgerError)
}

extension Ledger {
    @discardableResult
    public func commit(_ drafts: [Draft], claiming: [Claim] = []) async throws(LedgerError) -> [Entry] {
        try await commit(drafts, claiming: claiming, releasing: [])
    }
}
