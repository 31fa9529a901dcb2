import Catalogue
import Foundation
import Ledger

/// Keeps what follows the ledger current: the catalogue first, then whoever asked to be told of its changes.
/// One run at a time; who asks while one is going on waits for it and for what came after.
actor Followers {
    private let ledger: any Ledger
    private let catalogue: Catalogue
    private var listeners: [@Sendable ([Change]) async -> Void] = []
    private var run: Task<Void, any Error>?

    init(ledger: any Ledger, catalogue: Catalogue) {
        self.ledger = ledger
        self.catalogue = catalogue
    }

    func tell(_ listener: @escaping @Sendable ([Change]) async -> Void) { listeners.append(listener) }

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
        var cursor = try await catalogue.cursor()
        while true {
            let entries = try await ledger.entries(after: cursor, limit: 1000)
            guard let last = entries.last else { return }
            let changes = try await catalogue.apply(entries)
            for listener in listeners { await listener(changes) }
            cursor = last.sequence
        }
    }
}
