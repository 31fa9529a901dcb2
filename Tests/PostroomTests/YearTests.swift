import Cooperation
import Desk
import Rehearsal
import Testing

@testable import Postroom

/// A year day by day. `biobridge rehearse year` plays it with 500 members and 300 practices; here there are fewer.
@Suite("A year of the network") struct YearTests {
    @Test func nothingIsSilentlyStaleAndNobodyIsWrittenToTwice() async throws {
        let today = try #require(CalendarDay("2026-03-02"))
        let stage = try await Stage(on: today.adding(days: -640).description)
        let clock = stage.clock
        let rehearsal = YearRehearsal(members: 100, practices: 60, on: stage.desk) { day in
            try clock.move(to: day.description)
        }
        let report = try await rehearsal.run(from: today)
        #expect(report.faults.isEmpty)
        #expect(report.members.records == 100 && report.practices.records == 60)
        for line in [report.members, report.practices] {
            #expect(line.lapsed == line.returned + line.stillLapsed)
            #expect(line.confirmed >= 20 && line.returned >= 2 && line.stillLapsed >= 2, "every fate is met")
            #expect(line.letters >= line.reminded && line.reminded <= line.records)
        }
        // Members that lapsed are not listed; practices that did are still found.
        #expect(report.listedMembers == 100 - report.members.stillLapsed)
        #expect(report.listedPractices == 60)
        let letters = report.members.letters + report.practices.letters
        #expect(try await stage.desk.post(for: .office).prompts == [.sent: letters])
        try await stage.strike()
    }

    @Test func aKeeperDoesWhatHerNumberSays() {
        let habits = (0..<20).map(KeeperHabit.init)
        for habit in KeeperHabit.allCases { #expect(habits.contains(habit)) }
        #expect(KeeperHabit(3).acts(on: .quarter) && !KeeperHabit(3).acts(on: .month))
        #expect(UpkeepNotice.Step.allCases.allSatisfy { !KeeperHabit(19).acts(on: $0) })
    }
}
