public import Catalogue
public import Cooperation
public import Foundation
public import Ledger
public import Matching

/// Every command and every question of the house, each with its right checked, in one place. The site, the command line
/// and later mail and bundles all call these and nothing below.
public final class Desk: Sendable {
    public let ledger: any Ledger
    public let catalogue: Catalogue
    /// What everybody may find: for the site's search and for matching.
    public let index: MatchIndex
    let surroundings: Surroundings
    let ids: PaperIDGenerator
    let followers: Followers
    let edition: Edition
    let texts: TextsInUse
    let checker = LedgerChecker()
    let miner: DocumentMiner
    let readings = ReadingRoom()

    public init(
        ledger: any Ledger, catalogue: Catalogue, surroundings: Surroundings, index: MatchIndex = MatchIndex(),
        miner: DocumentMiner = .none
    ) {
        self.miner = miner
        self.ledger = ledger
        self.catalogue = catalogue
        self.surroundings = surroundings
        self.index = index
        ids = PaperIDGenerator(now: surroundings.now, random: surroundings.random)
        let feed = RecordFeed(catalogue: catalogue, index: index, now: surroundings.now)
        let edition = Edition(catalogue: catalogue)
        self.edition = edition
        texts = TextsInUse(catalogue: catalogue)
        followers = Followers(ledger: ledger, catalogue: catalogue, feed: feed, edition: edition, texts: texts)
    }

    /// Brings everything that follows the ledger up to its end. Called once at the start; commands do it themselves.
    public func catchUp() async throws(DeskError) {
        do {
            try await followers.catchUp()
        } catch {
            throw DeskError(error)
        }
    }

    /// Makes ready to answer questions beside a server that keeps the catalogue current; nothing is written.
    public func lookOnly() async throws(DeskError) {
        do {
            try await followers.lookOnly()
        } catch {
            throw DeskError(error)
        }
    }

    public var now: Date { surroundings.now() }

    /// Where large files lie on their way in and out.
    public var folderOfFiles: URL { surroundings.files }

    public var today: CalendarDay { CalendarDay(now) }
}

/// What comes from outside the program's own papers.
public struct Surroundings: Sendable {
    /// The clock. Rehearsals move it.
    public var now: @Sendable () -> Date
    /// Turns a password into what is stored. Slow on purpose; runs off the event loop.
    public var hash: @Sendable (_ password: String) async throws -> String
    /// Whether the password is the stored one; given nil it takes as long and answers no.
    public var verify: @Sendable (_ password: String, _ stored: String?) async throws -> Bool
    /// 64 random bits at each call, for identifiers: addresses must not be guessable. The demonstration repeats its own.
    public var random: @Sendable () -> UInt64
    /// From which tokens of links and keys of second factors are derived.
    public var secret: HouseSecret
    /// Where large files are put down on their way into the ledger and out of it.
    public var files: URL

    public init(
        now: @escaping @Sendable () -> Date, hash: @escaping @Sendable (String) async throws -> String,
        verify: @escaping @Sendable (String, String?) async throws -> Bool,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }, secret: HouseSecret = .random(),
        files: URL = FileManager.default.temporaryDirectory.appending(path: "biobridge-files")
    ) {
        self.now = now
        self.hash = hash
        self.verify = verify
        self.random = random
        self.secret = secret
        self.files = files
    }
}
