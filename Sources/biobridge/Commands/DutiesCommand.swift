internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation

struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract:
            "Does what the clock owes by a day: reminders, silence, lapses, notices to keepers. For rehearsals; a server does it by itself."
    )

    @OptionGroup var data: DataFolder
    @Option(help: "The day, such as 2026-03-12, taken to its end everywhere on Earth. Without it, now.") var at: String?
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        var moment = Date()
        if let at {
            guard let day = CalendarDay(at) else { throw ValidationError("not a day: \(at)") }
            moment = day.endEverywhere.addingTimeInterval(1)
        }
        let done = try await House.working(in: data.url) { [moment] house in
            let duties = try await house.desk.doDuties(at: moment)
            return duties.map { Shown(record: $0.request.rawValue, duty: $0.duty.key) }
                + (try await house.desk.doUpkeep(at: moment)).map {
                    Shown(record: $0.record.name, duty: "notice-\($0.step.rawValue)")
                }
                + (try await house.desk.doOutreach(at: moment)).map { Shown(record: $0.rawValue, duty: "ask-again") }
        }
        if json { return try Output.json(done) }
        for duty in done { print("\(duty.record) \(duty.duty)") }
        print("\(done.count) done")
    }

    private struct Shown: Encodable {
        /// The request, or the record that is kept.
        let record: String
        let duty: String
    }
}
