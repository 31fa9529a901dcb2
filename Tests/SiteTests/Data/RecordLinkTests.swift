import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Synchronization
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("One link is looked at again from its record's page") struct RecordLinkTests {
    private static let address = "https://guides.example/lions"

    /// Answers for the checker, and counts how often it was asked.
    private final class Answers: Sendable {
        private let state = Mutex((outcome: LinkRound.Finding.Outcome.gone, asked: [String]()))

        var asked: [String] { state.withLock { $0.asked } }

        func turn(_ outcome: LinkRound.Finding.Outcome) { state.withLock { $0.outcome = outcome } }

        func look(at address: String) -> LinkRound.Finding {
            state.withLock { state in
                state.asked.append(address)
                let trouble = state.outcome == .alive ? "" : "status-404"
                return LinkRound.Finding(address: address, outcome: state.outcome, trouble: trouble)
            }
        }
    }

    private func guide(_ house: House) async throws -> ResourceID {
        let id = try await house.stage.desk.write(
            Resource(
                title: LocalizedText("A guide to lions", in: .english), form: .guidance,
                links: [Link(title: "", address: Self.address)]), by: house.cast.provider)
        try await house.stage.desk.review(try admission(of: .resource(id)), by: house.cast.officer)
        return id
    }

    @Test("its keeper looks again, reads the answer with its moment, and has to wait before the next")
    func looks() async throws {
        let answers = Answers()
        let house = try await House(look: { answers.look(at: $0) })
        let desk = house.stage.desk
        let id = try await guide(house)
        let place = "/en/links-of/\(id.rawValue)"
        let keeper = try await house.browser(of: "provider", in: .english)
        #expect(try await keeper.get("/en/resources/\(id.own)").text.contains("href=\"\(place)\""))
        let page = try await keeper.get(place)
        #expect(page.text.contains("not looked at yet") && page.text.contains("A guide to lions"))
        let looked = try await keeper.carryOut(page, to: place, [("address", Self.address)])
        #expect(looked.text.contains("The link was looked at") && looked.text.contains("failed once"))
        #expect(answers.asked == [Self.address])
        // Too soon: there is no button, and who has kept the form is told.
        #expect(looked.forms(to: place).isEmpty)
        let soon = try await keeper.send(page, to: place, [("address", Self.address)])
        #expect(soon.status == 422 && soon.text.contains("ten minutes"))
        // What is no link of this record is not asked for.
        house.stage.clock.wait(hours: 1)
        let other = try await keeper.send(page, to: place, [("address", "https://elsewhere.example/")])
        #expect(other.status == 422 && answers.asked.count == 1)
        // Failing again within the evening is failing once: looking often kills no link.
        _ = try await keeper.send(page, to: place, [("address", Self.address)])
        #expect(try await desk.linkStates(of: id.rawValue)[Self.address]?.isDead == false)
        house.stage.clock.wait(days: 1)
        _ = try await keeper.send(page, to: place, [("address", Self.address)])
        #expect(try await desk.linkStates(of: id.rawValue)[Self.address]?.isDead == true)
        let marked = try await keeper.get("/en/resources/\(id.own)")
        #expect(marked.text.contains("leads nowhere since") && marked.text.contains("href=\"\(place)\">Look again"))
        // The help desk looks from the list of dead links; it lives again.
        answers.turn(.alive)
        house.stage.clock.wait(hours: 1)
        let officer = try await house.browser(of: "officer", in: .english)
        #expect(try await officer.get("/en/desk/links").text.contains("href=\"\(place)\""))
        let alive = try await officer.carryOut(
            try await officer.get(place), to: place, [("address", Self.address)])
        #expect(alive.text.contains("leads somewhere"))
        #expect(try await !house.browser().get("/en/resources/\(id.own)").text.contains("leads nowhere"))
        try await house.strike()
    }

    @Test("who keeps nothing of it learns nothing; nobody asks without end; a node that asks nobody says so")
    func limits() async throws {
        let answers = Answers()
        let house = try await House(look: { answers.look(at: $0) })
        let id = try await guide(house)
        let place = "/en/links-of/\(id.rawValue)"
        #expect(try await house.browser(of: "requester", in: .english).get(place).status == 404)
        #expect(try await house.browser().get(place).status == 303)
        #expect(try await house.browser(of: "officer").get("/en/links-of/resource-nothing").status == 404)
        let keeper = try await house.browser(of: "provider", in: .english)
        let page = try await keeper.get(place)
        var statuses: [Int] = []
        for _ in 0..<12 {
            house.stage.clock.wait(hours: 1)
            statuses.append(try await keeper.send(page, to: place, [("address", Self.address)]).status)
        }
        #expect(statuses.filter { $0 == 303 }.count == 10 && statuses.last == 429)
        #expect(answers.asked.count == 10)
        let quiet = try await House()
        let silent = try await guide(quiet)
        let off = try await quiet.browser(of: "provider", in: .english).get("/en/links-of/\(silent.rawValue)")
        #expect(off.text.contains("nobody is asked") && off.forms(to: "/en/links-of/\(silent.rawValue)").isEmpty)
        try await house.strike()
        try await quiet.strike()
    }
}
