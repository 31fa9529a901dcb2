import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Events as tables, calendars and linked data") struct EventExchangeTests {
    private func event(_ house: Publishing) throws -> Event {
        Event(
            form: .training, organisation: house.cast.institute,
            title: LocalizedText("Compter les oiseaux", in: .french),
            summary: LocalizedText("Trois jours ; deux nuits, et un guide.", in: .french),
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], targets: [try #require(FrameworkTarget(number: 3))],
            coverage: .countries([house.cast.benin]), languages: [LanguageCode(.french)], way: .both,
            country: house.cast.benin, city: "Cotonou", venue: LocalizedText("Maison bleue", in: .french),
            online: "https://room.example/x", starts: try #require(CalendarDay("2026-05-12")),
            ends: try #require(CalendarDay("2026-05-14")), startTime: OfficeHours.Time("09:00"),
            endTime: OfficeHours.Time("16:30"), zone: "Africa/Porto-Novo", registerBy: CalendarDay("2026-05-01"),
            registration: "https://register.example/x", fee: .charged, cost: Money(amount: 20, currency: "EUR"),
            support: LocalizedText("Repas payés", in: .french), outcome: LocalizedText("Un guide", in: .french),
            links: [Link(title: "", address: "https://event.example/")])
    }

    @Test func theyLeaveAndComeBackTheSame() async throws {
        let house = try await Publishing()
        let desk = house.stage.desk
        let original = try event(house)
        let id = try await desk.write(original, by: .office)
        let options = Import.Options(kind: .event, fileName: "list.csv", source: "A network", consent: .byKeeper)
        for ending in [TableFormat.csv, .json] {
            var pieces = Export(house.shelf, Selection(.event), house.publisher).pieces(ending).makeAsyncIterator()
            var text = ""
            while let piece = try await pieces.next() { text += piece }
            let again = try await Import(desk).rehearse(Data(text.utf8), options, by: house.cast.officer)
            #expect((again.known, again.made, again.refused) == (1, 0, 0), "\(ending)")
            let renamed = text.replacing("Compter les oiseaux", with: "Compter \(ending)")
            let report = try await Import(desk).carryOut(Data(renamed.utf8), options, by: house.cast.officer)
            #expect((report.made, report.refused) == (1, 0), "\(report.remarks)")
            let all = try await desk.records(Event.self, limit: 10).items
            var copy = try #require(all.first { $0.body.title[.french] == "Compter \(ending)" }).body
            #expect(copy.origin?.name == "A network")
            copy.title = original.title
            copy.origin = nil
            #expect(copy == original)
            try await desk.undo(try #require(report.intake), by: house.cast.officer)
        }
        // What was undone is in no list that goes by the clock, either.
        let coming = RecordFilter(when: .upcoming(at: .distantPast), order: .begins)
        #expect(try await desk.records(Event.self, coming).items.map(\.id) == [id])
        try await house.stage.strike()
    }

    @Test func aLineThatCannotBeSaysWhereAndWhy() async throws {
        let house = try await Publishing()
        let institute = house.cast.institute.rawValue
        let text = """
            title,organisation,form,way,starts,startTime,ends,zone,summary,subjects,languages,placeCountry,city
            Good,\(institute),webinar,online,2026-05-12,09:00,,UTC,On parks,CBD-SUBJECT-PA,en,,
            No day,\(institute),webinar,online,,,,UTC,On parks,CBD-SUBJECT-PA,en,,
            No place,\(institute),workshop,inPlace,2026-05-12,,,UTC,On parks,CBD-SUBJECT-PA,en,,
            Odd hour,\(institute),workshop,online,2026-05-12,nine,,UTC,On parks,CBD-SUBJECT-PA,en,,
            Odd clock,\(institute),workshop,online,2026-05-12,,,Moon,On parks,CBD-SUBJECT-PA,en,,
            """
        let options = Import.Options(kind: .event, fileName: "list.csv", source: "A list", consent: .byKeeper)
        let report = try await Import(house.stage.desk).rehearse(Data(text.utf8), options, by: house.cast.officer)
        #expect((report.made, report.refused) == (1, 4))
        let refused = report.remarks.filter { $0.weight == .refused }
        #expect(
            refused.map(\.line) == [3, 4, 5, 6]
                && refused.map(\.column) == ["starts", "placeCountry", "startTime", "zone"])
        try await house.stage.strike()
    }

    @Test func theCalendarHasItsHoursAndTheLastDayToRegister() async throws {
        let house = try await Publishing()
        var body = try event(house)
        let id = try await house.stage.desk.write(body, by: .office)
        let wording = DeadlineCalendar.Wording(
            name: "Events", deadline: { $0 }, period: { $0 }, registration: { "Register: " + $0 }, note: { _ in "" })
        func calendar() async throws -> String {
            let record = try #require(try await house.shelf.record(id.rawValue))
            return DeadlineCalendar(house.publisher, in: .french, wording).text([record])
                .replacing("\r\n ", with: "")
        }
        let text = try await calendar()
        for line in [
            "DTSTART:20260512T080000Z", "DTEND:20260514T153000Z", "STATUS:CONFIRMED", "DTSTART;VALUE=DATE:20260501",
            "LOCATION;LANGUAGE=fr:Maison bleue\\, Cotonou\\, Bénin",
            "SUMMARY;LANGUAGE=fr:Register: Compter les oiseaux",
        ] { #expect(text.contains(line + "\r\n"), "\(line)") }
        let record = try #require(try await house.shelf.record(id.rawValue))
        let linked = SchemaOrg(record, house.publisher, in: .french).text
        for part in [
            "\"@type\":\"EducationEvent\"", "\"startDate\":\"2026-05-12T08:00:00Z\"", "MixedEventAttendanceMode",
            "\"price\":\"20\"", "\"@type\":\"VirtualLocation\"", "\"addressLocality\":\"Cotonou\"", "\"organizer\"",
        ] { #expect(linked.contains(part), "\(part)") }
        body.outlook = .cancelled
        try await house.stage.desk.write(body, as: id, from: 1, by: .office)
        let off = try await calendar()
        #expect(off.contains("STATUS:CANCELLED") && !off.contains("Register:"))
        try await house.stage.strike()
    }
}
