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

@Suite("What one can apply for: until when, and who") struct OpportunityListTests {
    private func call(
        _ title: String, _ house: House, until day: String?, for countries: Coverage = .everywhere,
        _ types: [OrganisationType] = [], at time: String? = nil, in zone: String? = nil
    ) throws -> Opportunity {
        Opportunity(
            organisation: house.cast.fund, title: LocalizedText(title, in: .english),
            description: LocalizedText("Money for parks", in: .english),
            types: try house.cast.request().assistance.map(\.type), subjects: [],
            eligibility: .init(countries: countries, organisationTypes: types),
            howToApply: LocalizedText("Write to us", in: .english), deadline: day.flatMap(CalendarDay.init),
            deadlineTime: time, deadlineZone: zone)
    }

    private func moment(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    @Test("without an hour it is open until the day has ended everywhere; with one, until that moment there")
    func moments() async throws {
        let house = try await House()
        let plain = try call("A", house, until: "2026-04-01")
        #expect(plain.isOpen(at: try moment("2026-04-02T11:59:59Z")))
        #expect(!plain.isOpen(at: try moment("2026-04-02T12:00:00Z")))
        // Summer time has begun in Brussels, so that 17:00 is 15:00 of the world's clock.
        let exact = try call("B", house, until: "2026-04-01", at: "17:00", in: "Europe/Brussels")
        let end = try moment("2026-04-01T15:00:00Z")
        #expect(exact.problems().isEmpty && exact.closes == end)
        #expect(exact.isOpen(at: end.addingTimeInterval(-60)) && !exact.isOpen(at: end))
        #expect(try call("C", house, until: nil).isOpen(at: try moment("2099-01-01T00:00:00Z")))
        for (time, zone) in [("25:00", "UTC"), ("17", "UTC"), ("17:00", "Moon/Crater"), ("17:00", nil), (nil, "UTC")] {
            #expect(try !call("D", house, until: "2026-04-01", at: time, in: zone).problems().isEmpty, "\(time ?? "")")
        }
        try await house.strike()
    }

    @Test("open, closing soon and closed are counted right, on the day itself too")
    func tabs() async throws {
        let house = try await House(on: "2026-03-02")
        let desk = house.stage.desk
        for (title, day) in [
            ("Call Yesterday", "2026-03-01"), ("Call Today", "2026-03-02"), ("Call Soon", "2026-03-20"),
            ("Call Later", "2026-08-01"), ("Open-ended call", nil),
        ] { try await desk.write(try call(title, house, until: day), by: .office) }
        let visitor = house.browser()
        func list(_ which: String) async throws -> String {
            try await visitor.get("/en/opportunities?which=" + which).text
        }
        let open = try await list("open")
        for title in ["Call Today", "Call Soon", "Call Later", "Open-ended call"] {
            #expect(open.contains(title), "\(title)")
        }
        let soon = try await list("soon")
        #expect(soon.contains("Call Soon") && !soon.contains("Call Later") && !soon.contains("Open-ended"))
        func counts(_ page: String) -> [String] {
            page.matches(of: /<\/?a [^>]*>[^<]*<span class="tag">([0-9]+)<\/span>/).map { String($0.1) }
        }
        // The clock of the tests stands at noon or before: yesterday may not have ended everywhere.
        let closed = try await list("closed")
        let (isOver, all) = (closed.contains("Call Yesterday"), counts(open))
        #expect(all == [isOver ? "4" : "5", isOver ? "2" : "3", isOver ? "1" : "0", "5"])
        #expect(isOver != open.contains("Call Yesterday"), "it is in one of both")
        try house.stage.clock.move(to: "2026-03-05")
        #expect(try await counts(list("closed")) == ["3", "1", "2", "5"])
        // The files hold what the list holds.
        let file = try await visitor.get("/en/files/opportunities.csv?which=closed").text
        #expect(file.contains("Call Today") && !file.contains("Call Soon"))
        try await house.strike()
    }

    @Test("only what her institution may apply for: by country and by kind, for who speaks for one")
    func mine() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let (benin, samoa) = (house.cast.benin, try country("WS"))
        let agency = try await desk.record(house.cast.agency).body
        let other = try #require(OrganisationType.allCases.first { $0 != agency.type })
        for call in [
            try call("For everybody", house, until: nil),
            try call("For Benin", house, until: nil, for: .countries([benin])),
            try call("For Samoa", house, until: nil, for: .countries([samoa])),
            try call("For her kind", house, until: nil, for: .everywhere, [agency.type]),
            try call("For another kind", house, until: nil, for: .countries([benin]), [other]),
        ] {
            #expect(
                call.mayApply(from: agency.country, agency.type)
                    == !["For Samoa", "For another kind"].contains(call.title[.english] ?? ""))
            try await desk.write(call, by: .office)
        }
        let requester = try await house.browser(of: "requester", in: .english)
        let all = try await requester.get("/en/opportunities").text
        #expect(all.contains("mine=1") && all.contains("For Samoa"))
        let mine = try await requester.get("/en/opportunities?mine=1").text
        for title in ["For everybody", "For Benin", "For her kind"] { #expect(mine.contains(title), "\(title)") }
        #expect(!mine.contains("For Samoa") && !mine.contains("For another kind"))
        // Who speaks for nobody is not asked, and the address narrows nothing for her.
        let visitor = try await house.browser().get("/en/opportunities?mine=1").text
        #expect(visitor.contains("For Samoa"))
        try await house.strike()
    }

    @Test("its page tells the hour there and by the world's clock, and leaves room for the reader's own")
    func page() async throws {
        let house = try await House()
        let id = try await house.stage.desk.write(
            try call("A call", house, until: "2026-04-01", at: "17:00", in: "Europe/Brussels"), by: .office)
        let page = try await house.browser().get("/en/opportunities/\(id.own)").text
        #expect(page.contains("17:00, time of Brussels") && page.contains("datetime=\"2026-04-01T15:00:00Z\""))
        try await house.strike()
    }

    @Test("who may apply can be said by a group of countries")
    func groups() async throws {
        let house = try await House()
        let officer = try await house.browser(of: "donor", in: .english)
        let place = "/en/opportunities/new"
        let sent = try await officer.send(
            try await officer.get(place), to: place,
            [
                ("organisation", house.cast.fund.rawValue), ("title", "A call for islands"), ("description", "Money"),
                ("types", "training.workshop"), ("howToApply", "Write"), ("eligibility", "countries"),
                ("eligibility-countries", "SIDS\nBenin"), ("coverage", "everywhere"),
            ])
        #expect(sent.status == 303, "\(sent.problems)")
        let filed = try #require(try await house.stage.desk.records(Opportunity.self).items.first)
        guard case .countries(let list) = filed.body.eligibility.countries else {
            Issue.record("everybody may apply")
            return
        }
        let islands = CountryGroup.smallIslandDeveloping.members(on: house.stage.clock.now)
        #expect(list == islands.union([house.cast.benin]) && islands.count > 30)
        try await house.strike()
    }
}
