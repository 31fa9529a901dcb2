internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation

struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties",
        abstract:
            "Does what the clock owes by a day: reminders, silence, lapses. For rehearsals; a server does it by itself."
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
        let done = try await House.working(in: data.url) { try await $0.desk.doDuties(at: moment) }
        if json { return try Output.json(done.map { Shown(request: $0.request.rawValue, duty: $0.duty.key) }) }
        for duty in done { print("\(duty.request) \(duty.duty.key)") }
        print("\(done.count) done")
    }

    private struct Shown: Encodable {
        let request: String
        let duty: String
    }
}
