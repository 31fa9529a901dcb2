import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebSupport
import WebTesting

@testable import Site

@Suite("The link in a letter to a keeper")
struct KeepingTests {
    private func link(_ house: House, key: SecretKey? = nil, in language: Language = .english) throws -> String {
        let until = try #require(CalendarDay("2028-03-02"))
        let notice = UpkeepNotice(record: .provider(house.cast.offer), until: until, step: .end)
        let account = try #require(house.cast.provider.account)
        return Site.path(confirming: notice, by: account, key: key ?? house.site.settings.key, in: language)
    }

    @Test("one click brings a member back, without signing in", arguments: Language.allCases)
    func oneClick(language: Language) async throws {
        let house = try await House()
        let desk = house.stage.desk
        try house.stage.clock.move(to: "2028-04-01")
        try await desk.doUpkeep(at: house.stage.clock.now)
        let link = try link(house, in: language)
        let anybody = house.browser()
        let page = try await anybody.get(link)
        #expect(page.status == 200 && page.text.contains("<button"))
        #expect(
            try await desk.upkeep(of: .provider(house.cast.offer), for: .visitor).standing == .lapsed,
            "opening the link changes nothing")
        let done = try await anybody.client.post(link, form: [])
        #expect(done.status == 200 && !done.text.contains("action=\"\(link)\""))
        let upkeep = try await desk.upkeep(of: .provider(house.cast.offer), for: .visitor)
        #expect(upkeep.standing == .admitted && upkeep.until == CalendarDay("2030-04-01"))
        #expect(upkeep.confirmations.map(\.author) == [house.cast.provider.author])
        #expect(try await anybody.client.post(link, form: []).status == 200)
        #expect(try await desk.upkeep(of: .provider(house.cast.offer), for: .visitor).confirmations.count == 1)
        try await house.strike()
    }

    @Test("a link that this node did not make opens nothing")
    func forged() async throws {
        let house = try await House()
        let browser = house.browser()
        let right = try link(house)
        for wrong in [
            try link(house, key: .random()), String(right.dropLast()), "/en/keeping/x.y.z.w", "/en/keeping/...",
            right.replacing("2028-03-02", with: "2028-03-03"),
        ] {
            #expect(try await browser.client.get(wrong).status == 404, "\(wrong)")
            #expect(try await browser.client.post(wrong, form: []).status == 404, "\(wrong)")
        }
        try await house.strike()
    }
}
