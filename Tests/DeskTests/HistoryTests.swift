import Catalogue
import Cooperation
import Desk
import Matching
import Rehearsal
import Testing
import TextAnalysis

@Suite("What changed, paper by paper")
struct HistoryTests {
    @Test func eachSeesTheRevisionsShemayAndWhatChangedInThem() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        var request = try cast.request()
        let id = try await desk.draft(request, by: cast.requester)
        stage.clock.wait(hours: 1)
        request.title = LocalizedText("Suivi des lions", in: .french)
        try await desk.revise(id, to: request, from: 1, by: cast.requester)
        try await desk.submit(id, by: cast.requester)
        try await desk.take(.objection, on: id, because: LocalizedText("Trop vague", in: .french), by: cast.focalPoint)
        stage.clock.wait(hours: 1)
        request.title = LocalizedText("Suivi des lions du parc", in: .french)
        try await desk.revise(id, to: request, from: 2, by: cast.requester)
        try await desk.submit(id, by: cast.requester)
        try await desk.take(.endorsement, on: id, by: cast.focalPoint)
        func revisions(_ viewer: Viewer) async throws -> [Int] {
            try await desk.history(of: id, for: viewer).filter { $0.kind == .request }.map(\.revision)
        }
        #expect(try await revisions(cast.requester) == [1, 2, 3])
        #expect(try await revisions(cast.focalPoint) == [2, 3])
        // The public reads what the country let pass, not what it objected to.
        #expect(try await revisions(.visitor) == [3])
        let versions = try await desk.history(of: id, for: cast.requester)
        let second = try #require(versions.first { $0.kind == .request && $0.revision == 2 })
        #expect(
            second.changes.map { [$0.name, $0.old, $0.new] } == [["title", "Suivi de la faune", "Suivi des lions"]])
        #expect(versions.map(\.at) == versions.map(\.at).sorted())
        #expect(versions.filter { $0.kind == .position }.count == 2)
        await #expect(throws: DeskError.notFound) {
            try await desk.history(of: try await cast.submitted(on: stage), for: .visitor)
        }
        try await stage.strike()
    }

    @Test func outsidersReadNoLetterNoReasonAndNobodyWhoWasOnlyThoughtOf() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let (id, introduction) = try await cast.introduced(on: stage)
        try await desk.reply(
            .declines, to: introduction, on: id, because: LocalizedText("Trop loin", in: .french), by: cast.provider)
        try await desk.write(LocalizedText("Entre nous", in: .french), to: .desk, on: id, by: cast.officer)
        func texts(_ viewer: Viewer) async throws -> String {
            try await desk.history(of: id, for: viewer).flatMap(\.changes).map(\.new).joined(separator: "|")
        }
        let (inside, outside, officer) = (
            try await texts(cast.requester), try await texts(.visitor), try await texts(cast.officer)
        )
        #expect(inside.contains("Chers collègues") && inside.contains("Trop loin") && !inside.contains("Entre nous"))
        #expect(officer.contains("Entre nous"))
        for secret in ["Chers collègues", "Trop loin", "Entre nous", cast.offer.rawValue, "seen", "For the desk"] {
            #expect(!outside.contains(secret), "\(secret)")
        }
        try await stage.strike()
    }

    @Test func recordsOfEverybodyHaveTheirs() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        var profile = try await stage.desk.record(cast.offer, for: cast.provider)
        profile.body.requestsPerYear = 12
        profile.body.fullUntil = CalendarDay("2026-09-01")
        try await stage.desk.write(profile.body, as: cast.offer, from: profile.revision, by: cast.provider)
        let versions = try await stage.desk.history(ofRecord: cast.offer.rawValue, for: .visitor)
        #expect(versions.last?.changes.map(\.name) == ["fullUntil", "requestsPerYear"])
        #expect(versions.last?.changes.map(\.new) == ["2026-09-01", "12"])
        let account = try #require(cast.provider.account)
        await #expect(throws: DeskError.notFound) {
            try await stage.desk.history(ofRecord: account.rawValue, for: cast.officer)
        }
        try await stage.strike()
    }

    @Test func afterAHelpItIsSaidHowItWasAndTheProviderCanShowIt() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        var pairs: [(RequestID, IntroductionID)] = []
        for visibility in [Request.Visibility.everybody, .named([])] {
            let (id, introduction) = try await cast.introduced(on: stage, visibility: visibility)
            try await desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
            try await desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
            try await desk.close(id, .fulfilled, saying: LocalizedText("Fini", in: .french), by: cast.requester)
            pairs.append((id, introduction))
        }
        for (id, introduction) in pairs {
            let feedback = Feedback(
                request: id, introduction: introduction, points: 4, text: LocalizedText("Très utile", in: .french))
            await #expect(throws: DeskError.self) { try await desk.rate(feedback, by: cast.stranger) }
            try await desk.rate(feedback, by: cast.requester)
            // The partner says how it was to work together; that is for those who take part.
            try await desk.rate(Feedback(request: id, introduction: introduction, points: 2), by: cast.provider)
            let inside = try await desk.dossier(id, for: cast.officer).dossier.feedback
            #expect(Set(inside.map { "\($0.body.side) \($0.body.points)" }) == ["requester 4", "candidate 2"])
        }
        #expect(try await desk.dossier(pairs[0].0, for: .visitor).dossier.feedback.map(\.body.side) == [.requester])
        // Said again, it replaces what was said; what is confidential is not shown and not counted.
        let again = Feedback(request: pairs[0].0, introduction: pairs[0].1, points: 5)
        try await desk.rate(again, by: cast.requester)
        let shown = try await desk.promotion(of: cast.offer, for: .visitor)
        #expect(shown.feedback.map(\.body.points) == [5] && shown.averagePoints == 5)
        #expect(shown.record.helped == 1 && shown.people.isEmpty)
        #expect(try await desk.promotion(of: cast.offer, for: cast.requester).people == ["provider"])
        await #expect(throws: DeskError.self) {
            try await desk.rate(
                Feedback(request: pairs[0].0, introduction: pairs[0].1, points: 6), by: cast.requester)
        }
        try await stage.strike()
    }

    @Test func aProviderThatIsFullIsNotOfferedUntilThatDay() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await cast.triaged(on: stage)
        let day = try #require(CalendarDay("2026-06-01"))
        try await desk.setFull(cast.offer, until: day, by: cast.provider)
        #expect(try await desk.matches(for: id, viewer: cast.officer).best.isEmpty)
        // Asked why, the desk is told.
        #expect(try await desk.whyNot(.provider(cast.offer), for: id, viewer: cast.officer) != .leftOut)
        await #expect(throws: DeskError.refused("writeProvider")) {
            try await desk.setFull(cast.offer, until: nil, by: cast.requester)
        }
        await #expect(throws: DeskError.self) {
            try await desk.setFull(cast.offer, until: CalendarDay("2026-03-01"), by: cast.provider)
        }
        try await desk.setFull(cast.offer, until: nil, by: cast.provider)
        #expect(try await desk.record(cast.offer, for: cast.provider).body.fullUntil == nil)
        #expect(try await desk.matches(for: id, viewer: cast.officer).best.map(\.candidate) == [.provider(cast.offer)])
        try await stage.strike()
    }

    @Test func aDonorSeesWhatCouldBeFundedAndWhatCameOfIt() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let (id, introduction) = try await cast.introduced(on: stage)
        let (hidden, other) = try await cast.introduced(on: stage, visibility: .named([]))
        for (request, introduced) in [(id, introduction), (hidden, other)] {
            try await desk.reply(.accepts, to: introduced, on: request, by: cast.provider)
            try await desk.reply(.accepts, to: introduced, on: request, by: cast.requester)
            try await desk.plan(Plan(request: request, text: LocalizedText("Un plan", in: .french)), by: cast.requester)
        }
        let funding = try await desk.funding(for: cast.donor)
        #expect(funding.fundable.map(\.view.dossier.id) == [id] && funding.pledged.isEmpty)
        try await desk.pledge(
            Pledge(request: id, organisation: cast.fund, amount: Money(amount: 5000, currency: "USD")), by: cast.donor)
        let after = try await desk.funding(for: cast.donor)
        #expect(after.fundable.isEmpty && after.pledged.map(\.dossier.id) == [id])
        await #expect(throws: DeskError.refused("seeFunding")) { try await desk.funding(for: cast.requester) }
        try await stage.strike()
    }
}
