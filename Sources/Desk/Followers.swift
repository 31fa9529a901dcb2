import Catalogue
import Foundation
import Ledger
import Matching

/// Keeps what follows the ledger current: the catalogue first, then the match index, which is fed from it.
/// One run at a time; who asks while one is going on waits for it and for what came after.
actor Followers {
    private let ledger: any Ledger
    private let catalogue: Catalogue
    private let feed: RecordFeed
    private let edition: Edition
    private let texts: TextsInUse
    private var isFed = false
    private var run: Task<Void, any Error>?

    init(ledger: any Ledger, catalogue: Catalogue, feed: RecordFeed, edition: Edition, texts: TextsInUse) {
        self.texts = texts
        self.ledger = ledger
        self.catalogue = catalogue
        self.feed = feed
        self.edition = edition
    }

    func catchUp() async throws {
        // A run that began before this call may have looked at the ledger too early: wait for it, then run once more.
        while let current = run { _ = await current.result }
        let mine = Task { try await follow() }
        run = mine
        let result = await mine.result
        run = nil
        try result.get()
    }

    private func follow() async throws {
        if catalogue.isDamaged { try await heal() }
        let cursor: Int64
        do {
            cursor = try await followOn()
        } catch  where catalogue.isDamaged {
            try await heal()
            cursor = try await followOn()
        }
        if !isFed { try await beginFeeding(at: cursor) }
    }

    private func followOn() async throws -> Int64 {
        try await catalogue.follow(ledger) { changes in
            // What could not be fed in parts is filled anew below.
            if isFed { do { try await feed.follow(changes) } catch { isFed = false } }
            if isFed { try await texts.follow(changes) }
            edition.note(changes)
        }
    }

    /// The tables are made anew; what follows them looks whether it still fits.
    private func heal() async throws {
        try await catalogue.heal(from: ledger)
        isFed = false
    }

    /// At the start the index may come from a snapshot of this very place; otherwise it is filled.
    private func beginFeeding(at cursor: Int64) async throws {
        if feed.index.mark != UInt64(cursor) || feed.index.count == 0 { try await feed.fill(mark: cursor) }
        try await texts.load()
        edition.begin(at: cursor)
        isFed = true
    }

    /// For who only looks: fills the index from the catalogue as it stands.
    func lookOnly() async throws {
        guard !isFed else { return }
        try await beginFeeding(at: try await catalogue.cursor())
    }
}
