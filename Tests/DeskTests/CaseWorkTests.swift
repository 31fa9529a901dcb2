import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis

@Suite("How the help desk works on its cases")
struct CaseWorkTests {
    private func french(_ text: String) -> LocalizedText { LocalizedText(text, in: .french) }

    private func due(_ desk: Desk, _ id: RequestID, _ viewer: Viewer) async throws -> CalendarDay? {
        try await desk.dossier(id, for: viewer).expectation.due
    }

    @Test func anOfficerTakesACaseAndHandsItOver() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await cast.triaged(on: stage)
        let colleague = try await person("colleague", .helpDesk, on: desk)
        let (mine, hers) = (try #require(cast.officer.account), try #require(colleague.account))
        #expect(try await desk.caseQueue(.unassigned, for: cast.officer).cards.total == 1)
        try await desk.charge(mine, with: id, by: cast.officer)
        #expect(try await desk.caseQueue(.mine, for: cast.officer).cards.items.map(\.request.id) == [id])
        #expect(try await desk.caseQueue(.mine, for: colleague).counts[.mine] == 0)
        try await desk.charge(hers, with: id, saying: french("Appeler le parc."), by: cast.officer)
        #expect(try await desk.caseQueue(.mine, for: colleague).counts[.mine] == 1)
        // The note is for the desk; who asked sees only that somebody has it.
        let seen = try await desk.dossier(id, for: cast.requester).dossier
        #expect(seen.officer == hers && seen.charges.allSatisfy(\.body.note.isEmpty))
        #expect(try await desk.dossier(id, for: .visitor).dossier.charges.isEmpty)
        // Nobody hands a case to who does not serve, and who asks hands over nothing.
        let stranger = try #require(cast.stranger.account)
        await #expect(throws: DeskError.invalid([Problem(field: "officer", code: .notAChoice)])) {
            try await desk.charge(stranger, with: id, by: colleague)
        }
        await #expect(throws: DeskError.refused("charge")) {
            try await desk.charge(mine, with: id, by: cast.requester)
        }
        // From now on the desk's letters go to who has the case, and to nobody else of the desk.
        try await desk.write(french("Merci."), on: id, by: cast.requester)
        let letters = try await desk.lettersToSend(limit: 100).letters
        #expect(letters.filter { $0.occasion == .handedOver }.map(\.recipient.id) == [hers])
        let told = letters.filter { $0.occasion == .message && $0.addressee == .helpDesk }.map(\.recipient.id)
        #expect(told == [hers])
        try await stage.strike()
    }

    @Test func theClockOfTheDeskStandsStillWhileItWaits() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await cast.triaged(on: stage)
        let before = try #require(try await due(desk, id, cast.officer))
        #expect(before == CalendarDay("2026-03-23"))
        try stage.clock.move(to: "2026-03-04")
        let hold = Hold(
            request: id, awaits: .requester, until: try #require(CalendarDay("2026-03-20")), reason: french("Budget ?"))
        try await desk.hold(hold, by: cast.officer)
        let waiting = try await desk.dossier(id, for: .visitor)
        #expect(waiting.expectation.isHeld && waiting.expectation.has == .requester)
        #expect(waiting.dossier.holds.allSatisfy { $0.body.reason.isEmpty })
        #expect(try await desk.caseQueue(.waiting, for: cast.officer).cards.total == 1)
        #expect(try await desk.caseQueue(.week, for: cast.officer).cards.total == 0)
        await #expect(throws: DeskError.self) { try await desk.hold(hold, by: cast.officer) }
        // She answers on Wednesday: five working days lie between, and are added.
        try stage.clock.move(to: "2026-03-11")
        try await desk.write(french("Le budget est de 20 000."), on: id, by: cast.requester)
        #expect(try await due(desk, id, cast.officer) == CalendarDay("2026-03-30"))
        #expect(try await desk.caseQueue(.waiting, for: cast.officer).cards.total == 0)
        // A second wait, ended by the desk itself two days later.
        try await desk.hold(
            Hold(
                request: id, awaits: .others, until: try #require(CalendarDay("2026-03-25")), reason: french("Avis")),
            by: cast.officer)
        try stage.clock.move(to: "2026-03-13")
        try await desk.resume(id, by: cast.officer)
        #expect(try await due(desk, id, cast.officer) == CalendarDay("2026-04-01"))
        // Too long, or in the past: refused by name.
        for day in ["2026-03-13", "2026-06-30"] {
            let wrong = Hold(
                request: id, awaits: .others, until: try #require(CalendarDay(day)), reason: french("Avis"))
            await #expect(throws: DeskError.self) { try await desk.hold(wrong, by: cast.officer) }
        }
        try await stage.strike()
    }

    @Test func whatIsToBeDoneIsDoneAndUndoneAndSeenByTheDeskAlone() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await cast.triaged(on: stage)
        try await desk.add(
            DeskTask(request: id, text: french("Appeler"), due: CalendarDay("2026-03-05")), by: cast.officer)
        let task = try #require(try await desk.dossier(id, for: cast.officer).dossier.tasks.first)
        try await desk.mark(task.id, on: id, done: true, by: cast.officer)
        #expect(try await desk.dossier(id, for: cast.officer).dossier.tasks.first?.body.done == stage.clock.now)
        try await desk.mark(task.id, on: id, done: true, by: cast.officer)
        try await desk.mark(task.id, on: id, done: false, by: cast.officer)
        let undone = try #require(try await desk.dossier(id, for: cast.officer).dossier.tasks.first)
        #expect(undone.body.done == nil && undone.revision == 3)
        let day = try #require(CalendarDay("2026-03-05"))
        #expect(!undone.body.isLate(on: day) && undone.body.isLate(on: day.adding(days: 1)))
        for viewer in [cast.requester, cast.focalPoint, .visitor] {
            #expect(try await desk.dossier(id, for: viewer).dossier.tasks.isEmpty)
            await #expect(throws: DeskError.self) { try await desk.mark(task.id, on: id, done: true, by: viewer) }
        }
        try await stage.strike()
    }

    @Test func whoDoesNotAnswerIsFoundAndAskedAgain() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let open = try await cast.submitted(on: stage)
        let (introduced, introduction) = try await cast.introduced(on: stage)
        stage.clock.wait(days: 4)
        let silent = try await desk.silentCases(for: cast.officer)
        #expect(
            silent.map(\.party.asked).sorted { $0.rawValue < $1.rawValue } == [.candidate, .focalPoint, .requester])
        #expect(silent.first { $0.party.asked == .candidate }?.institution == cast.institute)
        await #expect(throws: DeskError.refused("seeQueue")) { try await desk.silentCases(for: cast.provider) }
        _ = try await desk.lettersToSend(limit: 100)
        let nudge = Nudge(request: open, asked: .focalPoint)
        try await desk.nudge(nudge, by: cast.officer)
        let letters = try await desk.lettersToSend(limit: 100).letters.filter { $0.occasion == .nudged }
        #expect(letters.map(\.recipient.id) == [cast.focalPoint.account])
        // Not twice within three days, and not who has answered.
        stage.clock.wait(days: 2)
        await #expect(throws: DeskError.self) { try await desk.nudge(nudge, by: cast.officer) }
        #expect(
            try await desk.silentCases(for: cast.officer).first { $0.party.asked == .focalPoint }?.mayNudge == false)
        stage.clock.wait(days: 2)
        try await desk.nudge(nudge, by: cast.officer)
        try await desk.reply(.accepts, to: introduction, on: introduced, by: cast.provider)
        let answered = Nudge(request: introduced, asked: .candidate, introduction: introduction)
        await #expect(throws: DeskError.self) { try await desk.nudge(answered, by: cast.officer) }
        try await stage.strike()
    }

    @Test func readyTextsHaveVersionsAndKnownPlaces() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let wording = Wording(name: french("Préciser"), text: french("Bonjour {institution}, quel est votre but ?"))
        let id = try await desk.write(wording, by: cast.officer)
        var second = wording
        second.text = french("Bonjour {institution} ({country}) !")
        try await desk.write(second, as: id, from: 1, by: cast.officer)
        #expect(try await desk.versions(of: id, for: cast.officer).map(\.revision) == [1, 2])
        await #expect(throws: DeskError.conflict(current: 2)) {
            try await desk.write(wording, as: id, from: 1, by: cast.officer)
        }
        second.text = french("Bonjour {prénom}{inconnu}")
        await #expect(throws: DeskError.invalid([Problem(field: "text-fr", code: .unknown)])) {
            try await desk.write(second, as: id, from: 2, by: cast.officer)
        }
        #expect(Wording.filled("{country}, {due}", [.country: "Bénin {due}"]) == "Bénin {due}, {due}")
        await #expect(throws: DeskError.refused("keepWordings")) { try await desk.wordings(for: cast.requester) }
        try await stage.strike()
    }

    @Test func theForecastOfStaffIsTheStocktakings() async throws {
        // A hundred a year: seven to eight people (COP/13/INF/22 §42(a)).
        #expect(StaffForecast.officers(for: 100) == 7.5)
        let year = StaffForecast(weeks: 26, arrivals: 50).requestsPerYear
        #expect(year.likely == 100 && year.least < 75 && year.most > 125)
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        for _ in 0..<3 { _ = try await cast.triaged(on: stage) }
        stage.clock.wait(days: 7)
        let load = try await stage.desk.workload(for: cast.officer)
        #expect(load.forecast == StaffForecast(weeks: 1, arrivals: 3))
        #expect(load.weeks.count == 26 && load.weeks.map(\.count).reduce(0, +) == 3)
        #expect(load.loads.last?.officer == nil && load.loads.last?.open == 3)
        await #expect(throws: DeskError.refused("seeWorkload")) {
            try await stage.desk.workload(for: cast.focalPoint)
        }
        try await stage.strike()
    }

    @Test func marksAreAveragedIntoTheQuality() {
        let marks = zip(Assessment.Measure.allCases, [5, 4, 3, 4, 5, 0]).map {
            Assessment.Mark(measure: $0.0, points: $0.1)
        }
        #expect(Assessment.average(marks) == 3.5)
        #expect(Assessment.average([]) == nil)
    }
}
