import Catalogue
public import Cooperation
import Documents
import Foundation
import Ledger
import NeedsMining

extension Desk {
    /// Reads the next document that waits, from its beginning to its end; false where none waits.
    ///
    /// One after the other: a reading takes what the machine has. A reading that was begun by a process that is no more is
    /// begun again; one that ended the process too often is given up.
    @discardableResult
    public func readNextDocument() async throws(DeskError) -> Bool {
        let open = try await asking { try await catalogue.openReadings() }
        for reading in open {
            guard await !readings.isRunning(reading.id) else { continue }
            try await read(reading)
            return true
        }
        return false
    }

    /// Stops a reading, or takes it out of those that wait.
    public func cancelReading(
        of id: DocumentID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        _ = try await document(id, for: viewer)
        guard let reading = try await newestReading(of: id), !reading.body.state.isOver else { return }
        var body = reading.body
        body.state = .cancelled
        try await file([Sheet(body, as: reading.id, base: reading.revision, by: viewer.author)], once: formKey)
        await readings.cancel(reading.id)
    }

    /// Asks for a reading that was cancelled or failed once more.
    public func readAgain(_ id: DocumentID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        _ = try await document(id, for: viewer)
        let before = try await newestReading(of: id)
        guard before?.body.state != .done, before?.body.state.isOver ?? true else { return }
        try await file([Sheet(Reading(document: id), as: try newID(), by: viewer.author)], once: formKey)
    }

    func newestReading(of id: DocumentID) async throws(DeskError) -> Filed<Reading>? {
        try await asking { try await catalogue.papers(Reading.self, about: id) }.last
    }

    private func read(_ reading: Filed<Reading>) async throws(DeskError) {
        let document = try await paper(reading.body.document)
        var body = reading.body
        body.attempts += 1
        body.state = body.attempts > Reading.mostAttempts ? .failed : .begun
        if body.state == .failed { body.failure = DocumentRefusal.readerFailed.code }
        let revision = try await move(reading.id, from: reading.revision, to: body)
        guard body.state == .begun, let revision else { return }
        let id = reading.id
        let task = Task { await self.mine(document, id, body, from: revision) }
        await readings.began(id, task)
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        await readings.ended(id)
    }

    /// Nil where somebody moved it meanwhile: she cancelled it.
    private func move(_ id: ReadingID, from base: Int, to body: Reading) async throws(DeskError) -> Int? {
        do {
            try await file([Sheet(body, as: id, base: base, by: .clock)])
            return base + 1
        } catch {
            guard case .conflict = error else { throw error }
            return nil
        }
    }

    private func mine(
        _ document: Filed<NationalDocument>, _ id: ReadingID, _ begun: Reading, from revision: Int
    ) async {
        var body = begun
        do {
            let file = try await onDisk(document.body.file.digest)
            let room = readings
            defer { withExtendedLifetime(file) {} }
            let mined = try await miner.mine(file.url, document.body.file.name, document.body.country) { progress in
                Task { await room.moved(id, to: progress) }
            }
            try Task.checkCancellation()
            try await keep(mined, of: document, id, begun, from: revision)
            return
        } catch let refusal as DocumentRefusal {
            body.failure = refusal.code
            body.figures = ["amount": refusal.figures.amount, "limit": refusal.figures.limit].compactMapValues { $0 }
        } catch let error as DeskError {
            body.failure = error.isOfDamage ? Reading.fileDamaged : Reading.notKept
        } catch {
            body.failure = DocumentRefusal.readerFailed.code
        }
        // Cancelled by a person: her paper says so. By the end of the process: it stays begun, and is begun again. Whatever
        // was under way then may have ended in any error.
        if Task.isCancelled { return }
        body.state = .failed
        _ = try? await move(id, from: revision, to: body)
    }

    /// The text and the potential needs, in one commit with the end of the reading.
    private func keep(
        _ mined: DocumentMiner.Mined, of document: Filed<NationalDocument>, _ id: ReadingID, _ begun: Reading,
        from revision: Int
    ) async throws {
        let text = try JSONEncoder().encode(mined.document)
        _ = try await ledger.store(text)
        let title = document.body.title.best(for: [])?.version.text ?? document.body.file.name
        let kept = mined.needs.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .prefix(Self.mostPotentialNeeds).sorted { $0.offset < $1.offset }
        var body = begun
        body.state = .done
        body.pages = mined.document.pages.count
        body.found = kept.count
        body.text = Digest.of(text).hexadecimal
        var sheets = [try Sheet(body, as: id, base: revision, by: .clock)]
        for (number, need) in kept.enumerated() {
            let potential = Cooperation.PotentialNeed(need.element, number: number + 1, of: document, title: title)
            sheets.append(try Sheet(potential, as: try newID(), by: .clock))
        }
        do {
            try await file(sheets)
        } catch {
            // Cancelled in the last moment.
            guard case .conflict = error else { throw error }
        }
    }

    /// Potential needs kept of one document, the surest ones.
    public static let mostPotentialNeeds = 2000
}

extension DeskError {
    /// What was stored is not there as it was stored.
    var isOfDamage: Bool {
        self == .unavailable(LedgerError.damaged("").code) || self == .unavailable(Desk.fileIsMissing)
    }
}
