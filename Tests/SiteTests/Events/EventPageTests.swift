import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Events on the site: the list, the page, the form") struct EventPageTests {
    private func event(_ title: String, _ house: House, on day: String, _ change: (inout Event) -> Void = { _ in })
        throws
        -> Event
    {
        let first = try #require(CalendarDay(day))
        var event = Event(
            form: .webinar, organisation: house.cast.institute, title: LocalizedText(title, in: .english),
            summary: LocalizedText("On counting", in: .english),
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], languages: [LanguageCode(.english)], way: .online,
            starts: first, ends: first, startTime: OfficeHours.Time("10:00"), endTime: OfficeHours.Time("11:00"),
            zone: "Africa/Porto-Novo")
        change(&event)
        return event
    }

    @Test("to come, closing, over and all are counted right, narrowed, and leave as the list shows them")
    func tabs() async throws {
        let house = try await House(on: "2026-03-02")
        let desk = house.stage.desk
        for body in [
            try event("Event Past", house, on: "2026-02-01"),
            try event("Event Soon", house, on: "2026-03-20") { $0.registerBy = CalendarDay("2026-03-10") },
            try event("Event Far", house, on: "2026-09-01") {
                $0.registerBy = CalendarDay("2026-08-01")
                $0.fee = .free
                $0.languages = [LanguageCode(.french)]
            },
        ] { try await desk.write(body, by: .office) }
        let visitor = house.browser()
        func list(_ query: String) async throws -> String { try await visitor.get("/en/events?" + query).text }
        func shown(_ page: String) -> [String] {
            ["Event Past", "Event Soon", "Event Far"].filter { page.contains(">" + $0 + "<") }
        }
        func counts(_ page: String) -> [String] {
            page.matches(of: /<\/?a [^>]*>[^<]*<span class="tag">([0-9]+)<\/span>/).map { String($0.1) }
        }
        let open = try await list("")
        #expect(shown(open) == ["Event Soon", "Event Far"] && counts(open) == ["2", "1", "1", "3"])
        #expect(try await shown(list("which=closing")) == ["Event Soon"])
        #expect(try await shown(list("which=past")) == ["Event Past"])
        #expect(try await shown(list("language=fr")) == ["Event Far"])
        #expect(try await shown(list("fee=free&region=africa")) == ["Event Far"])
        #expect(open.contains("French (1)") && open.contains("English (1)"))
        let odd = try await list("form=picnic")
        #expect(
            odd.contains("picnic") && shown(odd) == ["Event Soon", "Event Far"],
            "an unknown part narrows nothing, and is said")
        let file = try await visitor.get("/en/files/events.csv?which=past").text
        #expect(file.contains("Event Past") && !file.contains("Event Far"))
        let calendar = try await visitor.get("/en/files/events.ics").text
        #expect(calendar.contains("Event Soon") && !calendar.contains("Event Past"))
        // The clock moves on: nobody files anything, and the list is right.
        try house.stage.clock.move(to: "2026-03-21")
        #expect(try await counts(list("")) == ["1", "0", "2", "3"])
        try await house.strike()
    }

    @Test("its page says when by whose clock, and that it is cancelled or over")
    func page() async throws {
        let house = try await House(on: "2026-03-02")
        let desk = house.stage.desk
        let id = try await desk.write(
            try event("Counting", house, on: "2026-03-20") {
                $0.registration = "https://register.example/x"
                $0.registerBy = CalendarDay("2026-03-10")
            }, by: house.cast.provider)
        let visitor = house.browser()
        let page = try await visitor.get("/en/events/\(id.own)").text
        for part in [
            "10:00 to 11:00", "Porto-Novo", "https://register.example/x", "Register by 10 March 2026",
            "\(id.rawValue).ics", "\"@type\":\"Event\"", "/organisations/\(house.cast.institute.own)/enquiry",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(!page.contains("/edit"))
        let keeper = try await house.browser(of: "provider")
        #expect(try await keeper.get("/en/events/\(id.own)").text.contains("/edit"))
        try house.stage.clock.move(to: "2026-03-12")
        let closed = try await visitor.get("/en/events/\(id.own)").text
        #expect(closed.contains("Registration has closed") && !closed.contains("Register on the organiser"))
        var body = try await desk.record(id).body
        body.outlook = .cancelled
        try await desk.write(body, as: id, from: 1, by: house.cast.provider)
        #expect(try await visitor.get("/en/events/\(id.own)").text.contains("has been cancelled"))
        // Where it belongs it is shown: theme, institution; the search finds it.
        for place in ["themes/cbd-subject-pa", "organisations/\(house.cast.institute.own)", "search?q=counting"] {
            #expect(try await visitor.get("/en/\(place)").text.contains("/en/events/\(id.own)"), "\(place)")
        }
        #expect(try await visitor.get("/en/countries/bj").text.contains("/en/events/\(id.own)"))
        #expect(try await visitor.get("/en/history/\(id.rawValue)").text.contains("Cancelled"))
        try await house.strike()
    }

    @Test("the form keeps what was typed, says what is wrong where it is wrong, and files an event")
    func form() async throws {
        let house = try await House(on: "2026-03-02")
        let keeper = try await house.browser(of: "provider")
        let form = try await keeper.get("/fr/events/new")
        let fields = [
            ("organisation", house.cast.institute.rawValue), ("form", "training"), ("title", "Compter"),
            ("summary", "Trois jours pour apprendre à compter les oiseaux des zones humides."),
            ("subjects", "CBD-SUBJECT-PA"), ("languages", "fr"), ("coverage", "everywhere"),
            ("starts", "2026-05-12"), ("startTime", "neuf"), ("zone", "Africa/Porto Novo"), ("way", "inPlace"),
            ("city", "Cotonou"), ("country", "BJ"), ("fee", "free"), ("outlook", "planned"),
        ]
        let refused = try await keeper.send(form, to: "/fr/events/new", fields)
        #expect(refused.status == 422)
        #expect(refused.text.contains("value=\"neuf\"") && refused.text.contains("09:30"))
        var right = fields
        right[8] = ("startTime", "09:00")
        right[9] = ("zone", "Africa/Porto-Novo")
        #expect(try await keeper.send(form, to: "/fr/events/new", right).status == 303)
        let filed = try #require(try await house.stage.desk.records(Event.self, limit: 1).items.first)
        #expect(filed.body.ends == filed.body.starts && filed.body.title.languages == [.french])
        #expect(filed.body.startTime?.text == "09:00" && filed.body.fee == .free)
        let edit = try await keeper.get("/fr/events/\(filed.id.own)/edit")
        #expect(edit.text.contains("value=\"2026-05-12\"") && edit.text.contains("Cotonou"))
        try await house.strike()
    }
}
