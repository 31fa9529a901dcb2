internal import Catalogue
internal import Cooperation
internal import Desk
internal import Documents
internal import Foundation
internal import Ledger
internal import Matching
internal import SentenceVectors
internal import WebSupport

/// A node that is open: its ledger, what follows it, and the desk.
struct House {
    let identity: NodeIdentity
    let ledger: SQLiteLedger
    let catalogue: Catalogue
    let desk: Desk

    /// Opens a node to work in it. Everything that follows the ledger is brought up to its end.
    /// - Parameter anew: throws the catalogue away first.
    static func open(_ folder: URL, anew: Bool = false) async throws -> House {
        let identity = try NodeIdentity.ofFolder(folder)
        let ledger = try SQLiteLedger(folder: folder, options: options(identity))
        if anew { try Catalogue.discard(in: folder) }
        let catalogue = try Catalogue(folder: folder, head: try await ledger.head(), node: identity.name)
        let encoder = Model.encoder(beside: folder)
        // What a killed process left of files on their way.
        try? FileManager.default.removeItem(at: folder.appending(path: filesName))
        let house = House(
            identity: identity, ledger: ledger, catalogue: catalogue, index: index(of: folder, encoder),
            encoder: encoder)
        try await house.desk.catchUp()
        return house
    }

    /// Opens a node to look into it, also while a server works in it.
    static func read(_ folder: URL) async throws -> House {
        guard FileManager.default.fileExists(atPath: folder.appending(path: Catalogue.fileName).path) else {
            throw Refusal("\(folder.path) holds no catalogue; `biobridge catalogue rebuild` makes one from the ledger")
        }
        let identity = try NodeIdentity.ofFolder(folder)
        let ledger = try SQLiteLedger(folder: folder, options: options(identity), access: .reading)
        let catalogue = try Catalogue(readingFrom: folder)
        let encoder = Model.encoder(beside: folder)
        let house = House(
            identity: identity, ledger: ledger, catalogue: catalogue, index: index(of: folder, encoder),
            encoder: encoder)
        try await house.desk.lookOnly()
        return house
    }

    private static let indexName = "match.index"
    /// The folder of files on their way into the ledger and out of it.
    private static let filesName = "files"

    /// The index as it was saved at the last proper close; an empty one, which is then filled, where that cannot be used.
    private static func index(of folder: URL, _ encoder: SentenceEncoder?) -> MatchIndex {
        let file = folder.appending(path: indexName)
        return (try? MatchIndex.open(file, encoder: encoder)) ?? MatchIndex(encoder: encoder)
    }

    private init(
        identity: NodeIdentity, ledger: SQLiteLedger, catalogue: Catalogue, index: MatchIndex,
        encoder: SentenceEncoder?
    ) {
        self.identity = identity
        self.ledger = ledger
        self.catalogue = catalogue
        let hasher = PasswordHasher()
        // A node's identity was read with a whole key.
        let secret = HouseSecret(Array(identity.key)) ?? .random()
        desk = Desk(
            ledger: ledger, catalogue: catalogue,
            surroundings: Surroundings(
                now: { Date() }, hash: { try await hasher.hash($0) },
                verify: { try await hasher.verify($0, against: $1) }, secret: secret,
                files: ledger.folder.appending(path: Self.filesName)), index: index,
            miner: .standard(
                reader: DocumentReader(), encoder: encoder,
                model: { [folder = ledger.folder] in NeedModelFile(folder).model }))
    }

    private static func options(_ identity: NodeIdentity) -> LedgerOptions {
        LedgerOptions(
            home: identity.name, kindsWithoutHistory: Set(PaperKind.secret.map(\.rawValue)),
            blobLimit: Desk.largestFile, now: { Date() })
    }

    /// Closes properly, so that the next start trusts the catalogue.
    func close() async throws {
        // Disposable: where it cannot be saved, the next start fills it.
        try? desk.index.save(to: ledger.folder.appending(path: House.indexName))
        try catalogue.close()
        try await ledger.close()
    }

    /// Opens, works and closes, also when the work fails.
    /// - Parameter mayBegin: makes a new node where there is none; else a mistyped folder is refused.
    static func working<Value>(
        in folder: URL, anew: Bool = false, mayBegin: Bool = false, _ work: (House) async throws -> Value
    ) async throws -> Value {
        guard mayBegin || SQLiteLedger.exists(in: folder) else {
            throw Refusal("\(folder.path) holds no ledger; `biobridge serve` or `biobridge account add` begins one")
        }
        let house = try await open(folder, anew: anew)
        let result: Result<Value, any Error>
        do { result = .success(try await work(house)) } catch { result = .failure(error) }
        try await house.close()
        return try result.get()
    }
}
