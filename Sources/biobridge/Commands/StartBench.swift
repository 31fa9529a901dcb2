internal import ArgumentParser
internal import Catalogue
internal import Cooperation
internal import Demonstration
internal import Foundation
internal import Ledger
internal import Matching

/// How long a node with very many records takes to open (goals S7 and S11): a real ledger, its catalogue, its index, and
/// the server as a process of its own, asked until it answers.
struct StartBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "A server started on a million records until its first page is answered (goals S7, S11).",
        discussion: """
            Fills a folder with the demonstration and with invented records after it (as `bench match` has them), makes the \
            catalogue and the index anew from the ledger, closes properly, and then starts the server several times. \
            A folder that is named is kept, and filled only where it is not yet.
            """)

    @Option(help: "How many records.") var records = 1_000_000
    @Option(help: "A folder to keep; a temporary one without it.") var folder: String?
    @Option(help: "How often the server is started.") var starts = 3
    @Option(help: "The port of the server.") var port = 8095
    @Flag(help: "Opens a kept folder as it is, without making catalogue and index anew.") var asItIs = false

    @Flag(help: "Takes the files out of the system's memory before each start: read from the disk.") var cold = false

    func validate() throws {
        guard (1...5_000_000).contains(records) else {
            throw ValidationError("--records is a number from 1 to 5000000")
        }
        guard (1...100).contains(starts) else { throw ValidationError("--starts is a number from 1 to 100") }
        guard (1...65_535).contains(port) else { throw ValidationError("the port is a number from 1 to 65535") }
    }

    func run() async throws {
        let place =
            folder.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "biobridge-start-\(UUID().uuidString)")
        defer { if folder == nil { try? FileManager.default.removeItem(at: place) } }
        let node = BenchNode(folder: place)
        if try await DemoCommand.fillIfEmpty(place) {
            let filled = try await node.fill(records)
            say("\(records) records written to the ledger", filled)
        }
        if !asItIs {
            let (entries, spent) = try await node.rebuildCatalogue()
            say("catalogue rebuilt from \(entries) entries", spent)
            say("index filled from the catalogue, both closed", try await node.fillIndex())
        }
        for name in Self.files {
            let size = try? place.appending(path: name).resourceValues(forKeys: [.fileSizeKey]).fileSize
            print("  \(name): \((size ?? 0) / 1_000_000) MB")
        }
        for number in 1...starts {
            if cold { for name in Self.files { forget(place.appending(path: name)) } }
            let served = try await ServedNode(folder: place, port: port)
            let first = try await served.firstPage()
            say("start \(number): from the start of the process to the first page", first.start)
            print("         of the processors: " + String(format: "%.2f s", served.processorSeconds))
            say("         the same page again", first.again)
            print("         resident memory: \(served.residentMegabytes) MB")
            try served.stop()
        }
    }

    private static let files = ["ledger.sqlite", "catalogue.sqlite", "match.index"]

    /// What the system has of a file in memory, it lets go; nothing where it does not.
    private func forget(_ file: URL) {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        close(descriptor)
    }

    private func say(_ what: String, _ spent: Spent) {
        print(what + ": " + String(format: "%.2f s, %.2f s of the processors", spent.seconds, spent.processor))
    }

    private func say(_ what: String, _ seconds: Double) { print(what + ": " + String(format: "%.2f s", seconds)) }
}

/// What a piece of work took: by the clock, and what this process had of the processors, which others do not lengthen.
private struct Spent {
    var seconds: Double
    var processor: Double
}

private struct Stopwatch {
    private let clock = ContinuousClock()
    private let start = ContinuousClock().now
    private let before = Self.processor()

    var spent: Spent { Spent(seconds: (clock.now - start) / .seconds(1), processor: Self.processor() - before) }

    private static func processor() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// A node whose folder is filled for a measurement.
private struct BenchNode {
    /// How many records are committed at once.
    private static let together = 1_000

    let folder: URL

    /// Writes invented records behind what the ledger has. Returns what it takes.
    func fill(_ records: Int) async throws -> Spent {
        let samples = try Samples()
        let real = BenchmarkSamples(
            organisations: samples.organisations, providers: samples.providers,
            opportunities: samples.opportunities, practices: samples.practices, requests: samples.requests)
        let identity = try NodeIdentity.ofFolder(folder)
        let ledger = try SQLiteLedger(
            folder: folder, options: LedgerOptions(home: identity.name, now: { Date() }))
        let watch = Stopwatch()
        var drafts: [Draft] = []
        for record in InventedRecords(like: real, on: CalendarDay(Date()), count: records) {
            if let draft = try draft(of: record) { drafts.append(draft) }
            if drafts.count == Self.together {
                try await ledger.commit(drafts)
                drafts.removeAll(keepingCapacity: true)
            }
        }
        if !drafts.isEmpty { try await ledger.commit(drafts) }
        try await ledger.close()
        return watch.spent
    }

    private func draft(of record: Record) throws -> Draft? {
        switch record {
        case .provider(let paper, _, _): try draft(of: paper)
        case .opportunity(let paper, _): try draft(of: paper)
        case .practice(let paper, _): try draft(of: paper)
        default: nil
        }
    }

    private func draft<Body: Paper>(of paper: Filed<Body>) throws -> Draft {
        Draft(
            paper: PaperID(paper.id.rawValue), kind: Body.kind.rawValue, author: paper.author.name, base: 0,
            body: try paper.body.encoded())
    }

    /// The catalogue alone, from the first entry to the last.
    func rebuildCatalogue() async throws -> (entries: Int64, spent: Spent) {
        let identity = try NodeIdentity.ofFolder(folder)
        let ledger = try SQLiteLedger(
            folder: folder, options: LedgerOptions(home: identity.name, now: { Date() }))
        let watch = Stopwatch()
        try Catalogue.discard(in: folder)
        let catalogue = try Catalogue(folder: folder, head: try await ledger.head(), node: identity.name)
        let cursor = try await catalogue.follow(ledger)
        let spent = watch.spent
        try catalogue.close()
        try await ledger.close()
        return (cursor, spent)
    }

    /// What a start without an index does, and a proper close.
    func fillIndex() async throws -> Spent {
        try? FileManager.default.removeItem(at: folder.appending(path: "match.index"))
        let watch = Stopwatch()
        try await House.working(in: folder) { _ in }
        return watch.spent
    }
}
