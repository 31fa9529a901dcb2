import Cooperation
import Desk
import Rehearsal
import Testing

/// What an administrator is told of the clock's work.
struct JobsTests {
    @Test("what the clock owes is told with the day on which it will be done, soonest first")
    func days() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        let admin = try await person("admin", .administrator, on: stage.desk)
        let jobs = try await stage.desk.jobs(for: admin, days: 40)
        #expect(jobs.duties.allSatisfy { $0.request == id })
        #expect(
            jobs.duties.map(\.duty) == [
                .remind(submission: 1, number: 1), .remind(submission: 1, number: 2), .passInSilence(submission: 1),
            ])
        #expect(Set(jobs.duties.map(\.day)).count == 3 && jobs.duties.allSatisfy { $0.day > stage.desk.today })
        #expect(jobs.duties.map(\.day) == jobs.duties.map(\.day).sorted())
        let first = try #require(jobs.duties.first)
        // Neither before that day nor after it.
        #expect(
            try await stage.desk.jobs(for: admin, days: first.day.ordinal - stage.desk.today.ordinal - 1).duties.isEmpty
        )
        stage.clock.wait(days: first.day.ordinal - stage.desk.today.ordinal)
        try await stage.desk.doDuties(at: stage.desk.now)
        #expect(
            try await stage.desk.jobs(for: admin, days: 40).duties.map(\.duty) == jobs.duties.dropFirst().map(\.duty))
        await #expect(throws: DeskError.refused("seeHealth")) { try await stage.desk.jobs(for: cast.officer) }
        try await stage.strike()
    }
}
