import Catalogue
import Cooperation
import Desk
import Foundation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("What a centre cannot answer goes to the global help desk, and may come back") struct ReferralTests {
    struct Scene {
        let stage: Stage
        let cast: Cast
        let hub: HubID
        /// Serves at the centre that has Benin.
        let officer: Viewer

        init() async throws {
            stage = try await Stage()
            cast = try await Cast(on: stage)
            hub = try await stage.desk.write(
                Hub(
                    organisation: cast.institute, name: LocalizedText("Centre", in: .french),
                    mandate: LocalizedText("Aider", in: .french), countries: [cast.benin, try country("TG")],
                    languages: [LanguageCode(Language.french)],
                    hours: OfficeHours(
                        days: [.monday, .tuesday], opens: try #require(OfficeHours.Time("09:00")),
                        closes: try #require(OfficeHours.Time("17:30")), timeZone: "Africa/Porto-Novo")),
                by: .office)
            let person = try await person("centre", nil, on: stage.desk)
            let account = try #require(person.account)
            try await stage.desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
            officer = try await stage.desk.viewer(account)
        }

        var reason: LocalizedText { LocalizedText("Personne ici ne connaît les lamantins.", in: .french) }

        func queue(_ viewer: Viewer, _ part: QueuePart = .all) async throws -> [RequestID] {
            try await stage.desk.caseQueue(part, for: viewer).cards.items.map(\.request.id)
        }

        func letters(_ occasion: Occasion) async throws -> Set<String> {
            let letters = try await stage.desk.lettersToSend(limit: 1000).letters
            return Set(letters.filter { $0.occasion == occasion }.map(\.recipient.body.name))
        }
    }

    @Test func itGoesWithItsPapersAndTheCentreReadsOn() async throws {
        let scene = try await Scene()
        let (desk, cast) = (scene.stage.desk, scene.cast)
        let id = try await cast.triaged(on: scene.stage)
        let account = try #require(scene.officer.account)
        try await desk.charge(account, with: id, by: scene.officer)
        #expect(try await scene.queue(scene.officer) == [id])

        scene.stage.clock.wait(hours: 1)
        try await desk.refer(id, because: scene.reason, by: scene.officer)
        let view = try await desk.dossier(id, for: scene.officer)
        #expect(view.dossier.isReferred)
        #expect(view.state == .triaged, "handing over moves the request nowhere")
        #expect(view.dossier.officer == nil)
        #expect(view.dossier.assessments.count == 1)
        #expect(view.steps == [.write, .note])
        #expect(try await scene.queue(scene.officer) == [])
        #expect(try await scene.queue(scene.officer, .referred) == [id])
        #expect(try await scene.queue(cast.officer, .referred) == [id])
        let global = try await desk.dossier(id, for: cast.officer)
        #expect(global.steps.isSuperset(of: [.introduce, .answer, .refer]))
        #expect(global.dossier.referrals.last?.body.reason == scene.reason)
        #expect(try await desk.history(of: id, for: cast.officer).contains { $0.kind == .referral })

        // Whoever takes part is told; at the desks only the one that has it now; the letter about the charge is this one.
        #expect(try await scene.letters(.referred) == ["requester", "focal-point", "officer"])
        #expect(try await scene.letters(.handedOver) == [])
        try await scene.stage.strike()
    }

    @Test func itComesBackWithAReasonAndOnlyTheOneWhoHasItHandsItOver() async throws {
        let scene = try await Scene()
        let (desk, cast) = (scene.stage.desk, scene.cast)
        let id = try await cast.triaged(on: scene.stage)
        await #expect(throws: DeskError.self) { try await desk.refer(id, because: scene.reason, by: cast.officer) }
        await #expect(throws: DeskError.self) { try await desk.refer(id, because: scene.reason, by: cast.provider) }
        await #expect(throws: DeskError.invalid([Problem(field: "reason", code: .missing)])) {
            try await desk.refer(id, because: LocalizedText(), by: scene.officer)
        }
        try await desk.refer(id, because: scene.reason, by: scene.officer)
        await #expect(throws: DeskError.self) { try await desk.refer(id, because: scene.reason, by: scene.officer) }
        scene.stage.clock.wait(hours: 1)
        try await desk.refer(id, because: LocalizedText("Voici un expert.", in: .french), by: cast.officer)
        let view = try await desk.dossier(id, for: scene.officer)
        #expect(!view.dossier.isReferred)
        #expect(view.steps.isSuperset(of: [.introduce, .refer]))
        #expect(try await scene.queue(scene.officer) == [id])
        #expect(try await scene.queue(cast.officer, .referred) == [])
        #expect(try await scene.letters(.referredBack) == ["requester", "focal-point", "centre"])
        // The catalogue comes out the same when it is made anew.
        try await desk.refer(id, because: scene.reason, by: scene.officer)
        #expect(try await scene.queue(cast.officer, .referred) == [id])
        try await scene.stage.strike()
    }

    @Test func outsidersLearnThatItWasHandedOverAndNotWhy() async throws {
        let scene = try await Scene()
        let id = try await scene.cast.triaged(on: scene.stage)
        try await scene.stage.desk.refer(id, because: scene.reason, by: scene.officer)
        let seen = try await scene.stage.desk.dossier(id, for: .visitor).dossier.referrals
        #expect(seen.map(\.body.reason.isEmpty) == [true])
        try await scene.stage.strike()
    }

    @Test func theDashboardShowsWhatIsItsCountriesAndNothingElse() async throws {
        let scene = try await Scene()
        let (desk, cast) = (scene.stage.desk, scene.cast)
        let waiting = try await cast.triaged(on: scene.stage)
        let referred = try await cast.triaged(on: scene.stage)
        let introduced = try await cast.introduced(on: scene.stage).0
        let submitted = try await cast.submitted(on: scene.stage)
        try await desk.refer(referred, because: scene.reason, by: scene.officer)
        for (code, text) in [("BJ", "Cartes"), ("TG", "Lois"), ("PE", "Redes")] {
            _ = try await desk.write(
                Need(country: try country(code), statement: LocalizedText(text, in: .french), lack: .information),
                by: .office)
        }
        let day = CalendarDay(scene.stage.clock.now)
        for (code, days) in [("BJ", 5), ("PE", 5), ("TG", 400)] {
            var call = Opportunity(
                organisation: cast.fund, title: LocalizedText("Call \(code)", in: .english),
                description: LocalizedText("Money", in: .english), types: try cast.request().assistance.map(\.type),
                subjects: try cast.request().subjects, howToApply: LocalizedText("Write", in: .english),
                deadline: day.adding(days: days))
            call.eligibility.countries = .countries([try country(code)])
            _ = try await desk.write(call, by: cast.donor)
        }
        let hubDesk = try await desk.hubDesk(scene.hub, for: scene.officer)
        #expect(hubDesk.withDesk.items.map(\.request.id) == [waiting])
        #expect(hubDesk.referred.items.map(\.request.id) == [referred])
        #expect(hubDesk.withOthers.items.map(\.request.id) == [introduced])
        #expect(hubDesk.beforeCountries.items.map(\.request.id) == [submitted])
        #expect(hubDesk.officers.map(\.name) == ["centre"])
        #expect(Set(hubDesk.silent.map(\.request.id)) == [submitted, introduced])
        #expect(hubDesk.needs == 2)
        #expect(hubDesk.providers.items.map(\.id) == [cast.offer])
        #expect(hubDesk.dates.map { $0.day.ordinal - day.ordinal } == [5, 400])
        #expect(hubDesk.gaps.allSatisfy { $0.region == nil })
        #expect(hubDesk.gaps.contains { $0.needs >= 3 })

        await #expect(throws: DeskError.self) { try await desk.hubDesk(scene.hub, for: cast.provider) }
        await #expect(throws: DeskError.signInFirst) { try await desk.hubDesk(scene.hub, for: .visitor) }
        _ = try await desk.hubDesk(scene.hub, for: cast.officer)
        try await scene.stage.strike()
    }

    @Test func officeHoursKnowTheirClockAndSayWhatIsWrong() throws {
        let hours = OfficeHours(
            days: [.monday], opens: try #require(OfficeHours.Time("09:00")),
            closes: try #require(OfficeHours.Time("17:30")), timeZone: "Asia/Bishkek")
        #expect(hours.problems().isEmpty)
        let monday = try #require(CalendarDay("2026-03-02")).start
        // Bishkek is six hours ahead.
        #expect(hours.isOpen(at: monday.addingTimeInterval(3 * 3600)))
        #expect(!hours.isOpen(at: monday.addingTimeInterval(3 * 3600 - 60)))
        #expect(!hours.isOpen(at: monday.addingTimeInterval(11.5 * 3600)))
        #expect(!hours.isOpen(at: monday.addingTimeInterval(27 * 3600)))
        var wrong = hours
        (wrong.opens, wrong.closes, wrong.days, wrong.timeZone) = (hours.closes, hours.opens, [], "Nowhere/Else")
        #expect(wrong.problems().map(\.field) == ["hours.days", "hours.closes", "hours.timeZone"])
        for text in ["9", "24:01", "12:60", "ab:cd", "9:5"] { #expect(OfficeHours.Time(text) == nil) }
        #expect(OfficeHours.Time("9:05")?.text == "09:05")
        let again = try JSONDecoder().decode(OfficeHours.self, from: try JSONEncoder().encode(hours))
        #expect(again == hours)
    }
}
