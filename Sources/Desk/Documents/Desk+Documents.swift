public import Catalogue
public import Cooperation
import Documents
public import Foundation
import Ledger
import TextAnalysis
public import Vocabulary

extension Desk {
    /// Sends a national document in: the file is kept under the digest of its content, and its reading begins in the
    /// background.
    /// - Throws: `invalid` with `taken` for `file` where this country has sent in this very file before.
    @discardableResult
    public func send(
        _ file: Data, named name: String, as draft: NationalDocument, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> DocumentID {
        let stored = StoredFile(name: name, digest: Digest.of(file).hexadecimal, bytes: file.count)
        return try await send(stored, as: draft, by: viewer, once: formKey) { ledger throws(LedgerError) in
            _ = try await ledger.store(file)
        }
    }

    /// The same for a file that lies on disk: it goes into the ledger a piece at a time.
    ///
    /// - Parameters:
    ///   - digest: the SHA-256 of its content, 32 bytes. The ledger holds the content against it.
    ///   - bytes: its size.
    @discardableResult
    public func send(
        fileAt place: URL, digest: [UInt8], bytes: Int, named name: String, as draft: NationalDocument,
        by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> DocumentID {
        guard let digest = Digest(Data(digest)) else { throw .invalid([Problem(field: "file", code: .missing)]) }
        let stored = StoredFile(name: name, digest: digest.hexadecimal, bytes: bytes)
        return try await send(stored, as: draft, by: viewer, once: formKey) { ledger throws(LedgerError) in
            try await ledger.store(contentsOf: place, as: BlobID(digest))
        }
    }

    private func send(
        _ file: StoredFile, as draft: NationalDocument, by viewer: Viewer, once formKey: String?,
        keep: (any Ledger) async throws(LedgerError) -> Void
    ) async throws(DeskError) -> DocumentID {
        try permitToDecide(for: draft.country, viewer)
        try await checkNew(formKey)
        guard file.bytes > 0 else { throw .invalid([Problem(field: "file", code: .missing)]) }
        var document = draft
        document.file = file
        if document.title.isEmpty { document.title = LocalizedText(file.name, in: .english) }
        try check(document.problems())
        if let follows = document.follows {
            let before = try await paper(follows)
            guard before.body.country == document.country else {
                throw .invalid([Problem(field: "follows", code: .notAChoice)])
            }
        }
        let id: DocumentID = try newID()
        do {
            try await keep(ledger)
        } catch {
            throw DeskError(error)
        }
        let claim = Claim(space: "file", key: "\(document.country) \(file.digest)")
        let reading = Reading(document: id)
        try await self.file(
            [
                Sheet(document, as: id, by: viewer.author, claims: [claim]),
                Sheet(reading, as: try newID(), by: viewer.author),
            ], once: formKey)
        return id
    }

    /// The largest file that is taken, in bytes: the largest the reader reads.
    public static let largestFile = ReadingLimits.standard.fileSize

    /// The documents this person may see, the newest first, each with its newest reading.
    public func documents(
        for viewer: Viewer, of country: CountryCode? = nil, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<DocumentCard> {
        try permitToDecide(for: country, viewer)
        let countries = country.map { [$0] } ?? viewer.countries(for: .decideNeeds)
        let page = try await asking { try await catalogue.documents(of: countries, limit: limit, offset: offset) }
        let ids = page.items.map(\.id)
        let readings = try await asking { try await catalogue.papers(Reading.self, about: ids) }
        let potentials = try await asking { try await catalogue.papers(PotentialNeed.self, about: ids) }
        let decisions = try await asking { try await catalogue.papers(Decision.self, about: ids) }
        return page.map { document in
            let decided = PotentialStanding.decided(decisions[document.id] ?? [])
            let found = (potentials[document.id] ?? []).filter {
                $0.body.score >= DocumentWork.usualThreshold || decided[$0.id] != nil
            }
            return DocumentCard(
                document: document, reading: readings[document.id]?.last, found: found.count,
                decided: found.count { decided[$0.id] != nil })
        }
    }

    /// The file as it was sent in, on disk. Damage is noticed: what is not as it was stored is not given out.
    public func file(of id: DocumentID, for viewer: Viewer) async throws(DeskError) -> (
        document: NationalDocument, file: FileOnDisk
    ) {
        let document = try await document(id, for: viewer)
        return (document.body, try await onDisk(document.body.file.digest))
    }

    /// A stored file by its digest, copied out of the ledger a piece at a time.
    func onDisk(_ digest: String) async throws(DeskError) -> FileOnDisk {
        guard let id = BlobID(digest) else { throw .unavailable(Self.fileIsMissing) }
        do {
            try FileManager.default.createDirectory(
                at: surroundings.files, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw DeskError(LedgerError.storage(error.localizedDescription))
        }
        let file = FileOnDisk(in: surroundings.files)
        guard try await asking({ try await ledger.copy(id, to: file.url) }) else {
            throw .unavailable(Self.fileIsMissing)
        }
        return file
    }

    /// The document, if this person may decide about its needs.
    func document(_ id: DocumentID, for viewer: Viewer) async throws(DeskError) -> Filed<NationalDocument> {
        guard viewer.isSignedIn || viewer == .office else { throw .signInFirst }
        let document = try await paper(id)
        // A document that is none of hers does not betray that it exists.
        guard viewer.may(.decideNeeds, country: document.body.country) else { throw .notFound }
        return document
    }

    func paper<Body: Paper>(_ id: ID<Body>) async throws(DeskError) -> Filed<Body> {
        guard let paper = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        return paper
    }

    /// A stored file by its digest. The ledger holds it against that: what is damaged is never given out.
    func stored(_ digest: String) async throws(DeskError) -> Data {
        guard let id = BlobID(digest), let data = try await asking({ try await ledger.blob(id) }) else {
            throw .unavailable(Self.fileIsMissing)
        }
        return data
    }

    static let fileIsMissing = "desk.file-is-missing"

    func permitToDecide(for country: CountryCode?, _ viewer: Viewer) throws(DeskError) {
        guard viewer.may(.decideNeeds, country: country) else {
            throw viewer.isSignedIn ? .refused(Deed.decideNeeds.rawValue) : .signInFirst
        }
    }
}

/// A document in a list: how far its reading is, and how much of it is decided.
public struct DocumentCard: Hashable, Sendable {
    public var document: Filed<NationalDocument>
    public var reading: Filed<Reading>?
    public var found: Int
    public var decided: Int
}

/// A copy of a stored file, removed when nobody holds this any more.
public final class FileOnDisk: Sendable {
    public let url: URL

    init(in folder: URL) { url = folder.appending(path: "out-\(UUID().uuidString)") }

    deinit { try? FileManager.default.removeItem(at: url) }
}
