import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("A country that two centres cover") struct TwoCentresTests {
    private func officer(_ name: String, _ cast: Cast, _ stage: Stage) async throws -> (viewer: Viewer, hub: HubID) {
        let hub = try await stage.desk.write(
            Hub(
                organisation: cast.institute, name: LocalizedText(name, in: .english),
                mandate: LocalizedText("To serve", in: .english), countries: [cast.benin],
                languages: [LanguageCode(Language.french)]), by: .office)
        let account = try #require(try await person(name.lowercased(), nil, on: stage.desk).account)
        try await stage.desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
        return (try await stage.desk.viewer(account), hub)
    }

    @Test func oneTakesItTheOtherReadsOnWritesAndMayTakeItOver() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let (west, east) = (try await officer("West", cast, stage), try await officer("East", cast, stage))
        let id = try await cast.submitted(on: stage)
        try await desk.take(.endorsement, on: id, by: cast.focalPoint)
        func steps(_ viewer: Viewer) async throws -> Set<Step> { try await desk.dossier(id, for: viewer).steps }
        // While nobody has it, both may do everything.
        #expect(try await steps(west.viewer) == steps(east.viewer))
        #expect(try await steps(east.viewer).contains(.triage))
        try await desk.charge(west.viewer.account, with: id, by: west.viewer)
        #expect(try await desk.dossier(id, for: east.viewer).dossier.centre == west.hub)
        #expect(try await steps(west.viewer).contains(.triage))
        let left = try await steps(east.viewer)
        #expect(!left.contains(.triage) && !left.contains(.refer) && left.isSuperset(of: [.note, .charge]))
        // The global desk goes on having all cases.
        #expect(try await steps(cast.officer).contains(.triage))
        // It is taken over, seen by both, and given back to all.
        try await desk.charge(east.viewer.account, with: id, by: east.viewer)
        #expect(try await desk.dossier(id, for: west.viewer).dossier.centre == east.hub)
        #expect(try await !steps(west.viewer).contains(.triage))
        try await desk.charge(nil, with: id, by: east.viewer)
        #expect(try await desk.dossier(id, for: west.viewer).dossier.centre == nil)
        #expect(try await steps(west.viewer).contains(.triage))
        try await stage.strike()
    }
}
