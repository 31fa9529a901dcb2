internal import ArgumentParser
internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import Ledger
internal import Postroom
internal import Synchronization

struct RehearseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Plays through what a node will go through, on a node of its own that is thrown away.",
        subcommands: [Year.self])

    struct Year: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A year of members and practices: who is reminded, confirms, lapses and returns.",
            discussion: "Exit code 1 where something is silently stale or somebody is written to twice.")

        @Option(help: "How many members.") var members = 500
        @Option(help: "How many good practices, at most as many as members.") var practices = 300
        @Flag(help: "Print JSON.") var json = false

        func validate() throws {
            guard (10...100_000).contains(members) else { throw ValidationError("members: from 10 to 100000") }
            guard (0...members).contains(practices) else { throw ValidationError("practices: from 0 to the members") }
        }

        func run() async throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "rehearsal-\(UUID().uuidString)")
            let watch = ContinuousClock.now
            let result: Result<YearRehearsal.Report, any Error>
            do { result = .success(try await rehearse(in: folder)) } catch { result = .failure(error) }
            try? FileManager.default.removeItem(at: folder)
            let report = try result.get()
            if json { try Output.json(report) } else { show(report, ContinuousClock.now - watch) }
            if !report.faults.isEmpty { throw ExitCode(1) }
        }

        private func rehearse(in folder: URL) async throws -> YearRehearsal.Report {
            let today = CalendarDay(Date())
            let clock = MovedClock()
            let ledger = try SQLiteLedger(
                folder: folder,
                options: LedgerOptions(
                    home: "rehearsal", kindsWithoutHistory: Set(PaperKind.secret.map(\.rawValue)),
                    now: { clock.now }))
            let catalogue = try Catalogue(folder: folder, head: try await ledger.head(), node: "rehearsal")
            let desk = Desk(
                ledger: ledger, catalogue: catalogue,
                surroundings: Surroundings(
                    now: { clock.now }, hash: { _ in "" }, verify: { _, _ in false }))
            try await desk.catchUp()
            let report = try await YearRehearsal(members: members, practices: practices, on: desk) { day in
                clock.move(to: day.start.addingTimeInterval(9 * 3600))
            }.run(from: today)
            try catalogue.close()
            try await ledger.close()
            return report
        }

        private func show(_ report: YearRehearsal.Report, _ time: Duration) {
            print("           records reminded letters confirmed lapsed returned still-lapsed listed")
            let rows = [
                ("members", report.members, report.listedMembers),
                ("practices", report.practices, report.listedPractices),
            ]
            for (name, line, listed) in rows {
                let figures = [
                    line.records, line.reminded, line.letters, line.confirmed, line.lapsed, line.returned,
                    line.stillLapsed, listed,
                ]
                print(name, figures.map(String.init).joined(separator: "\t"), separator: "\t")
            }
            for fault in report.faults { print("fault: \(fault)") }
            print(
                "\(report.faults.count) faults; \(time.formatted(.units(allowed: [.seconds], fractionalPart: .show(length: 1))))"
            )
        }
    }
}

/// A clock that stands until it is moved.
private final class MovedClock: Sendable {
    private let moment = Mutex(Date())

    var now: Date { moment.withLock { $0 } }

    func move(to date: Date) { moment.withLock { $0 = date } }
}
