import Catalogue
import Cooperation
import Desk
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@Suite struct WayOfANeedTests {
    @Test func fromBeninToSenegalAndBack() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await desk.draft(try cast.request(), by: cast.requester)
        #expect(try await desk.dossier(id, for: cast.requester).state == .drafted)
        await #expect(throws: DeskError.notFound) { try await desk.dossier(id, for: cast.focalPoint) }

        try await desk.submit(id, by: cast.requester)
        #expect(try await desk.countryDesk(for: cast.focalPoint).waiting.map(\.request.id) == [id])
        await #expect(throws: DeskError.notFound) { try await desk.dossier(id, for: .visitor) }

        try await desk.take(.endorsement, on: id, by: cast.focalPoint)
        #expect(try await desk.countryDesk(for: cast.focalPoint).waiting.isEmpty)
        #expect(try await desk.queue(for: cast.officer).items.map(\.request.id) == [id])

        let finding = Assessment.Finding(criterion: .clearProblem, verdict: .yes)
        try await desk.assess(Assessment(request: id, findings: [finding], lane: .project), by: cast.officer)
        let letter = LocalizedText("Chers collègues, voici pourquoi.", in: .french)
        let introduction = try await desk.introduce(
            Introduction(request: id, candidate: .provider(cast.offer), letter: letter), by: cast.officer)

        #expect(try await desk.ownWork(for: cast.provider).introduced.map(\.request.id) == [id])
        try await desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
        #expect(try await desk.dossier(id, for: cast.provider).state == .introduced)
        try await desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
        #expect(try await desk.dossier(id, for: .visitor).state == .matched)

        try await desk.plan(Plan(request: id, text: LocalizedText("Deux ateliers", in: .french)), by: cast.provider)
        let pledge = Pledge(request: id, organisation: cast.fund, amount: Money(amount: 20_000, currency: "USD"))
        try await desk.pledge(pledge, by: cast.donor)
        #expect(try await desk.dossier(id, for: .visitor).state == .funded)
        let report = Report(request: id, stage: .final, text: LocalizedText("Fait.", in: .french))
        try await desk.report(report, by: cast.requester)
        try await desk.close(id, .fulfilled, saying: LocalizedText("Merci", in: .french), by: cast.requester)
        #expect(try await desk.dossier(id, for: .visitor).state == .closed)
        let figures = try await desk.figures()
        #expect(figures.byState == [.closed: 1] && figures.answered == 1 && figures.medianDays == 0)
        #expect(try await stage.ledger.verify().isClean)
        try await stage.strike()
    }

    @Test func silenceLetsItPassOnceHoweverOftenTheClockLooks() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        try stage.clock.move(to: "2026-03-24")
        #expect(try await stage.desk.dossier(id, for: cast.officer).state == .submitted)
        try stage.clock.move(to: "2026-03-25")
        // By the clock it has passed already; on paper it will be when the clock has written.
        #expect(try await stage.desk.dossier(id, for: cast.officer).state == .passedBySilence)
        #expect(try await stage.desk.queue(for: cast.officer).items.map(\.state) == [.passedBySilence])
        async let first = stage.desk.doDuties(at: stage.clock.now)
        async let second = stage.desk.doDuties(at: stage.clock.now)
        let done = try await first + second
        #expect(done.filter { $0.duty == .passInSilence(submission: 1) }.count == 1)
        #expect(try await stage.desk.doDuties(at: stage.clock.now).isEmpty)
        let dossier = try await stage.desk.dossier(id, for: .visitor).dossier
        #expect(dossier.positions.map(\.body.stance) == [.silence] && dossier.positions.map(\.author) == [.clock])
        try await stage.strike()
    }

    @Test func remindersAreKeptAndLapseEndsWhatWasLeftLying() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        try stage.clock.move(to: "2026-03-19")
        #expect(try await stage.desk.doDuties(at: stage.clock.now).count == 2)
        #expect(try await stage.desk.doDuties(at: stage.clock.now).isEmpty)
        let why = LocalizedText("Pas prioritaire", in: .french)
        try await stage.desk.take(.objection, on: id, because: why, by: cast.focalPoint)
        try stage.clock.move(to: "2026-06-20")
        #expect(try await stage.desk.doDuties(at: stage.clock.now).map(\.duty) == [.lapse(.objected)])
        #expect(try await stage.desk.dossier(id, for: cast.requester).state == .lapsed)
        try await stage.strike()
    }

    @Test func aQuestionStopsTheClockAndTheAnswerStartsIt() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        let question = LocalizedText("Quel parc ?", in: .french)
        try await stage.desk.take(.question, on: id, because: question, by: cast.focalPoint)
        try stage.clock.move(to: "2026-04-10")
        #expect(try await stage.desk.doDuties(at: stage.clock.now).isEmpty)
        try await stage.desk.answerQuestion(on: id, saying: LocalizedText("Pendjari", in: .french), by: cast.requester)
        #expect(try await stage.desk.dossier(id, for: cast.focalPoint).state == .submitted)
        try await stage.strike()
    }

    @Test func aFocalPointWhoAsksHerselfNeedNotWaitForHerself() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.draft(try cast.request(), by: cast.focalPoint)
        try await stage.desk.submit(id, by: cast.focalPoint)
        #expect(try await stage.desk.dossier(id, for: cast.focalPoint).state == .endorsed)
        try await stage.strike()
    }
}
