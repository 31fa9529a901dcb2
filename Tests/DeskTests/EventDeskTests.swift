import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Events: who announces them, who finds them") struct EventDeskTests {
    private func event(
        _ title: String, of organisation: OrganisationID, on day: CalendarDay, for places: Coverage = .everywhere
    ) throws -> Event {
        Event(
            form: .webinar, organisation: organisation, title: LocalizedText(title, in: .english),
            summary: LocalizedText("Counting birds of wetlands", in: .english),
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], coverage: places,
            languages: [LanguageCode(.english)], way: .online, starts: day, ends: day,
            startTime: OfficeHours.Time("10:00"), endTime: OfficeHours.Time("11:00"), zone: "Africa/Porto-Novo",
            registerBy: day.adding(days: -3), fee: .free)
    }

    private func hub(_ cast: Cast, _ stage: Stage, _ code: String) async throws -> HubID {
        try await stage.desk.write(
            Hub(
                organisation: cast.institute, name: LocalizedText("Centre", in: .english),
                mandate: LocalizedText("To serve", in: .english), countries: [try country(code)],
                languages: [LanguageCode(.french)]), by: .office)
    }

    private func officer(_ name: String, at hub: HubID?, on stage: Stage) async throws -> Viewer {
        let person = try await person(name, nil, on: stage.desk)
        let account = try #require(person.account)
        try await stage.desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
        return try await stage.desk.viewer(account)
    }

    @Test func anInstitutionsOwnACentresOwnAndTheGlobalDeskForAnybody() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let day = desk.today.adding(days: 20)
        let hub = try await hub(cast, stage, "TG")
        let (first, second) = (
            try await officer("one", at: hub, on: stage), try await officer("two", at: hub, on: stage)
        )
        let own = try await desk.write(try event("Own", of: cast.institute, on: day), by: cast.provider)
        #expect(try await desk.record(own).body.hub == nil)
        // The desk of the centre announces what its institution holds; a colleague of that desk may change it.
        let announced = try await desk.write(try event("Centre's", of: cast.institute, on: day), by: first)
        #expect(try await desk.record(announced).body.hub == hub)
        var changed = try await desk.record(announced).body
        changed.outlook = .postponed
        try await desk.write(changed, as: announced, from: 1, by: second)
        #expect(try await desk.record(announced).body.outlook == .postponed)
        for (who, organisation) in [
            (first, cast.agency), (cast.provider, cast.agency), (cast.focalPoint, cast.institute),
            (cast.stranger, cast.institute),
        ] {
            let refused = try event("No", of: organisation, on: day)
            await #expect(throws: DeskError.refused("writeEvent")) { try await desk.write(refused, by: who) }
        }
        let unsigned = try event("No", of: cast.institute, on: day)
        await #expect(throws: DeskError.signInFirst) { try await desk.write(unsigned, by: .visitor) }
        let global = try await desk.write(try event("Anybody's", of: cast.agency, on: day), by: cast.officer)
        #expect(try await desk.record(global).author == cast.officer.author)
        #expect(try await desk.organisers(for: first) == [cast.institute])
        #expect(try await desk.organisers(for: cast.officer).contains(cast.institute))
        // Another's event is nobody else's to change.
        let stolen = try await desk.record(global).body
        await #expect(throws: DeskError.refused("writeEvent")) {
            try await desk.write(stolen, as: global, from: 1, by: cast.provider)
        }
        try await stage.strike()
    }

    @Test func listsGoByTheMomentAndNotByTheDay() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let today = desk.today
        let benin = Coverage.countries([cast.benin])
        try await desk.write(try event("Far", of: cast.institute, on: today.adding(days: 60)), by: cast.provider)
        try await desk.write(
            try event("Near", of: cast.institute, on: today.adding(days: 10), for: benin), by: cast.provider)
        var off = try event("Off", of: cast.institute, on: today.adding(days: 11))
        off.outlook = .cancelled
        off.languages = [LanguageCode(.french)]
        off.fee = .unsaid
        try await desk.write(off, by: cast.provider)
        let past = try event("Past", of: cast.institute, on: today.adding(days: -1))
        try await desk.write(past, by: cast.provider)
        func titles(_ filter: RecordFilter) async throws -> [String?] {
            try await desk.records(Event.self, filter).items.map { $0.body.title[.english] }
        }
        func coming() -> RecordFilter { RecordFilter(when: .upcoming(at: desk.now), order: .begins) }
        #expect(try await titles(coming()) == ["Near", "Off", "Far"])
        let soon = RecordFilter(
            when: .closing(from: desk.now, until: desk.now.addingTimeInterval(21 * 86_400)), order: .begins)
        #expect(try await titles(soon) == ["Near"])
        #expect(try await titles(RecordFilter(when: .past(at: desk.now), order: .lastOver)) == ["Past"])
        var narrowed = coming()
        narrowed.countries = [try country("WS")]
        #expect(try await titles(narrowed) == ["Off", "Far"])
        narrowed = coming()
        narrowed.isFree = true
        narrowed.language = LanguageCode(.english)
        #expect(try await titles(narrowed) == ["Near", "Far"])
        let counts = try await desk.eventCounts(coming())
        #expect(counts.free == 2 && counts.languages[LanguageCode(.french)] == 1)
        #expect(counts.regions[.africa] == 3 && counts.regions[.asiaPacific] == 2 && counts.forms == [.webinar: 3])

        // One minute before its end there it is still to come; at its end it is over.
        let end = try event("Near", of: cast.institute, on: today.adding(days: 10)).isOverAt
        try stage.clock.move(to: today.adding(days: 10).description)
        let before = RecordFilter(when: .upcoming(at: end.addingTimeInterval(-60)), order: .begins)
        #expect(try await titles(before).contains("Near"))
        #expect(try await titles(RecordFilter(when: .past(at: end), order: .lastOver)) == ["Near", "Past"])
        try await stage.strike()
    }

    @Test func theSearchFindsItAndACentreSeesWhatIsForItsCountries() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let hub = try await hub(cast, stage, "BJ")
        let officer = try await officer("one", at: hub, on: stage)
        let day = desk.today.adding(days: 30)
        let near = try await desk.write(
            try event("Wetland birds", of: cast.agency, on: day, for: .countries([cast.benin])), by: cast.requester)
        try await desk.write(
            try event("Islands", of: cast.agency, on: day, for: .countries([try country("WS")])), by: cast.requester)
        let own = try await desk.write(
            try event("Held", of: cast.institute, on: desk.today.adding(days: -9)), by: cast.provider)
        let found = try await desk.search("wetland birds", language: .english, kinds: [.event])
        #expect(found.papers.first?.key == near.rawValue && found.papers.first?.starts == day)
        let board = try await desk.hubDesk(hub, for: officer)
        #expect(board.events.items.map(\.id) == [near])
        #expect(board.ownEvents.items.map(\.id) == [own])
        try await stage.strike()
    }
}
