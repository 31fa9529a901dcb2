import Cooperation
import Desk
import Exchange
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("The pages by which a write-shop goes home") struct BundlePageTests {
    @Test("fetched there, looked at here, compared, taken in, finished and handed in")
    func wholeWay() async throws {
        let away = try await House()
        let shop = try await away.stage.desk.open(
            writeShop: "Pacific write-shop", on: away.stage.desk.today, group: "Six islands", by: away.cast.officer)
        let code = try await away.stage.desk.writeShop(shop, for: away.cast.officer).body.code
        let draft = try await away.stage.desk.join(code: code, writer: "Ama <b>Mensah", by: .visitor)
        var practice = Practice.empty
        practice.title = LocalizedText("Reefs closed by custom", in: .english)
        try await away.stage.desk.revise(draft, to: practice, from: 1, by: .link)
        let there = try await away.browser(of: "officer", in: .english)
        let fingerprint = away.stage.desk.nodeKey.fingerprint
        let room = try await there.get("/en/write-shops/\(shop.own)")
        #expect(room.text.contains(fingerprint) && room.text.contains("/en/write-shops/\(shop.own)/bundle"))
        let file = try await there.get("/en/write-shops/\(shop.own)/bundle")
        #expect(file.status == 200 && file.header("Content-Disposition")?.contains(".bundle") == true)
        #expect(try await away.browser(of: "provider").get("/en/write-shops/\(shop.own)/bundle").status == 404)

        let home = try await House()
        let here = try await home.browser(of: "officer", in: .english)
        #expect(try await here.get("/en/write-shops").text.contains("href=\"/en/bundles\""))
        let form = try await here.get("/en/bundles")
        func send(_ bytes: [UInt8]) async throws -> WebAnswer {
            let shown = try #require(form.forms(to: "/en/bundles").first)
            let file = WebFile(
                field: "file", name: "shop.bundle", type: "application/octet-stream", bytes: bytes)
            return try await here.client.postMultipart(
                "/en/bundles", fields: WebAnswer.hiddenFields(in: shown), files: [file])
        }
        let wrong = try await send(Array(file.text.replacing("Reefs", with: "Roofs").utf8))
        #expect(wrong.status == 422 && wrong.text.contains("Line 2 was changed after it was signed"))
        #expect(try await send([]).status == 422)
        let report = try await send(Array(file.text.utf8))
        #expect(report.status == 200 && report.text.contains(fingerprint), "\(report.problems)")
        #expect(report.text.contains("Ama &lt;b&gt;Mensah") && report.text.contains("New: it is taken in"))
        #expect(try await home.stage.desk.writeShops(of: home.cast.officer).isEmpty)
        let hasty = try await here.send(report, to: "/en/bundles/taking-in")
        #expect(hasty.status == 422 && hasty.text.contains("href=\"#compared\""))
        let taken = try await here.carryOut(hasty, to: "/en/bundles/taking-in", [("compared", "on")])
        #expect(taken.text.contains("The bundle is taken in") && taken.text.contains("Came home in a bundle"))
        #expect(taken.text.contains("Reefs closed by custom"))
        // She finishes it herself.
        let place = "/en/practice-drafts/\(draft.own)"
        let kept = try await here.carryOut(
            try await here.get(place), to: place, [("summary", "A feast opens them.")])
        #expect(kept.text.contains("Your draft is kept") && kept.text.contains("A feast opens them."))
        // A second time there is nothing to do, and no comparison is asked for.
        let again = try await send(Array(file.text.utf8))
        #expect(again.text.contains("There is nothing to take in") && !again.text.contains("name=\"compared\""))
        try await away.strike()
        try await home.strike()
    }
}
