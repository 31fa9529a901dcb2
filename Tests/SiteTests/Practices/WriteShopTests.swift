import Catalogue
import Cooperation
import Desk
import Exchange
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("A write-shop: a group writes practices in a day") struct WriteShopTests {
    private func opened(_ house: House) async throws -> (id: WriteShopID, code: String) {
        let officer = try await house.browser(of: "officer", in: .english)
        let page = try await officer.get("/en/write-shops")
        let sent = try await officer.send(
            page, to: "/en/write-shops",
            [("name", "Pacific write-shop"), ("day", "2026-03-02"), ("group", "Six islands")])
        let place = try #require(sent.header("Location"))
        let own = try #require(place.firstMatch(of: /write-shops\/([a-z0-9-]+)/)).1
        let id = try #require(WriteShopID(own: String(own)))
        let shop = try await house.stage.desk.writeShop(id, for: house.cast.officer)
        let shown = try await officer.get(place)
        #expect(shown.text.contains("\(shop.body.code.prefix(4)) \(shop.body.code.dropFirst(4))"))
        #expect(shown.text.contains("Pacific write-shop") && shown.text.contains("class=\"qr\""))
        return (id, shop.body.code)
    }

    @Test("somebody without an account joins by the code, writes by her link, and nothing is lost")
    func byLink() async throws {
        let house = try await House()
        let (id, code) = try await opened(house)
        let guest = house.browser()
        let door = try await guest.get("/en/write-shop?code=\(code)")
        #expect(door.text.contains("value=\"\(code)\""))
        let wrong = try await guest.send(door, to: "/en/write-shop", [("code", "AAAAAAAA"), ("writer", "Ama")])
        #expect(wrong.status == 422 && wrong.text.contains("Ama"))
        let nameless = try await guest.send(door, to: "/en/write-shop", [("code", code), ("writer", " ")])
        #expect(nameless.status == 422 && nameless.text.contains("href=\"#writer\""))
        // As people type it.
        let typed = "\(code.prefix(4).lowercased())-\(code.dropFirst(4).lowercased())"
        let joined = try await guest.send(door, to: "/en/write-shop", [("code", typed), ("writer", "Ama Mensah")])
        let link = try #require(joined.header("Location"))
        let form = try await guest.get(link)
        #expect(form.text.contains(link) && form.text.contains("0 of \(Practice.mostProgress)"))
        let saved = try await guest.send(
            form, to: link,
            [("title", "Reefs closed by custom"), ("blocks-1-title", "A feast"), ("figures-1-year", "x")])
        #expect(saved.status == 422 && saved.text.contains("Reefs closed by custom"))
        let again = try await guest.carryOut(
            form, to: link, [("title", "Reefs closed by custom"), ("blocks-1-title", "A feast")])
        #expect(again.text.contains("value=\"Reefs closed by custom\"") && again.text.contains("value=\"A feast\""))
        // On another device the same link goes on; a changed one opens nothing.
        let phone = house.browser()
        #expect(try await phone.get(link).text.contains("Reefs closed by custom"))
        #expect(try await phone.get(String(link.dropLast()) + "x").status == 404)
        let onPhone = try await phone.get(link)
        let older = try await phone.send(onPhone, to: link, [("base", "1"), ("title", "Older")])
        #expect(older.status == 409 && older.text.contains("Older"))

        // The facilitator sees who is where, and says something; nobody else sees the draft.
        let officer = try await house.browser(of: "officer", in: .english)
        let room = try await officer.get("/en/write-shops/\(id.own)")
        #expect(room.text.contains("Ama Mensah") && room.text.contains("2 of \(Practice.mostProgress)"))
        let draft = try #require(room.text.firstMatch(of: /\/en\/practice-drafts\/([a-z0-9-]+)/)).0
        let read = try await officer.get(String(draft))
        #expect(read.text.contains("A feast"))
        let said = try await officer.send(read, to: "\(draft)/notes", [("text", "Who decides the day?")])
        #expect(said.status == 303)
        #expect(try await guest.get(link).text.contains("Who decides the day?"))
        for name in ["provider", "requester"] {
            #expect(try await house.browser(of: name).get(String(draft)).status == 404)
        }
        #expect(try await house.browser(of: "provider").get("/en/write-shops/\(id.own)").status == 404)

        // Handed in too early: what it lacks is said, and it stays a draft.
        let early = try await officer.send(read, to: "\(draft)/hand-in")
        #expect(early.status == 422)
        try await house.strike()
    }

    @Test("the result goes home as a file and is taken in there, blocks and all")
    func home() async throws {
        let house = try await House()
        let (id, code) = try await opened(house)
        let provider = try await house.browser(of: "provider", in: .english)
        let joined = try await provider.carryOut(
            try await provider.get("/en/write-shop"), to: "/en/write-shop", [("code", code), ("writer", "Provider")])
        let place = try #require(joined.text.firstMatch(of: /action="(\/en\/practice-drafts\/[a-z0-9-]+)"/)).1
        let fields = [
            ("title", "Count by ear"), ("summary", "Microphones tell."), ("problem", "Too dense."),
            ("whatWasDone", "Microphones"), ("results", "Counts"), ("countries", "Benin"),
            ("subjects", "CBD-SUBJECT-PA"), ("blocks-1-title", "Microphones"), ("blocks-1-done", "In trees"),
            ("blocks-1-lessons", "Ants like cables"),
        ]
        let kept = try await provider.carryOut(joined, to: String(place), fields)
        #expect(kept.text.contains("Your draft is kept"))
        // A second time the code leads to the same draft.
        let second = try await provider.send(
            try await provider.get("/en/write-shop"), to: "/en/write-shop", [("code", code), ("writer", "P")])
        #expect(second.header("Location")?.hasSuffix(String(place)) == true)
        #expect(try await provider.get("/en/work").text.contains(String(place)))

        let officer = try await house.browser(of: "officer", in: .english)
        let file = try await officer.get("/en/write-shops/\(id.own)/practices.json")
        #expect(file.status == 200)
        let home = try await House()
        let report = try await Import(home.stage.desk).carryOut(
            Data(file.text.utf8),
            Import.Options(kind: .practice, fileName: "shop.json", source: "Write-shop", consent: .byEach),
            by: home.cast.officer)
        #expect(report.made == 1 && report.refused == 0, "\(report.remarks)")
        let waiting = try #require(
            try await home.stage.desk.waitingForReview(.practice, for: .office).items.first?.record.name)
        let taken = try await home.stage.desk.record(
            try #require(PracticeID(rawValue: waiting)), for: home.cast.officer)
        #expect(taken.body.blocks.first?.lessons[.english] == "Ants like cables")

        // Or it is handed in here, by its writer alone.
        let draft = try #require(PracticeDraftID(own: String(place.split(separator: "/").last ?? "")))
        await #expect(throws: DeskError.refused("handIn")) {
            try await house.stage.desk.handIn(draft, by: house.cast.officer)
        }
        let sent = try await provider.send(kept, to: String(place), fields + [("then", "hand-in")])
        #expect(sent.status == 303 && sent.header("Location")?.contains("/practices/") == true)
        #expect(try await provider.get(String(place)).text.contains("has become a practice"))
        #expect(try await officer.get("/en/write-shops/\(id.own)").text.contains("Handed in"))
        // Who comes late stays outside.
        _ = try await officer.send(
            try await officer.get("/en/write-shops/\(id.own)"), to: "/en/write-shops/\(id.own)/closing")
        let late = try await house.browser().send(
            try await house.browser().get("/en/write-shop"), to: "/en/write-shop", [("code", code), ("writer", "Late")])
        #expect(late.status == 422 || late.status == 403)
        await #expect(throws: DeskError.self) {
            try await house.stage.desk.join(code: code, writer: "Late", by: .visitor)
        }
        try await house.strike()
        try await home.strike()
    }

    @Test("a room is not endless, and codes are hard to guess")
    func limits() async throws {
        let house = try await House()
        let (id, code) = try await opened(house)
        let desk = house.stage.desk
        for number in 1...Desk.mostDrafts {
            try await desk.join(code: code, writer: "Guest \(number)", by: .visitor)
        }
        await #expect(throws: DeskError.self) { try await desk.join(code: code, writer: "One more", by: .visitor) }
        #expect(try await desk.practiceDrafts(in: id, for: house.cast.officer).count == Desk.mostDrafts)
        let browser = house.browser()
        let page = try await browser.get("/en/write-shop")
        var statuses: Set<Int> = []
        for _ in 1...45 {
            statuses.insert(
                try await browser.send(page, to: "/en/write-shop", [("code", "22222222"), ("writer", "G")]).status)
        }
        #expect(statuses == [422, 429])
        try await house.strike()
    }
}
