import Catalogue
import Cooperation
import Demonstration
import Desk
import Foundation
import Ledger
import Testing
import Vocabulary

/// The stories told through the desk, on a real ledger.
@Suite struct FillingTests {
    static let today = CalendarDay("2026-11-23") ?? CalendarDay(ordinal: 20_780)

    /// On a Monday and on a Sunday: nobody in the stories works on weekends.
    @Test(arguments: ["2026-11-23", "2027-02-28"])
    func everyStateOccursAndTheLedgerIsSound(day: String) async throws {
        let today = try #require(CalendarDay(day))
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        try await Demonstration.fill(folder: folder, node: "demo", today: today, hash: { "stored:" + $0 })

        let house = try await House(folder: folder, today: today)
        let officer = try await house.viewer(email: "help-desk@example.org")
        var states: Set<State> = []
        var candidatesWhoAccepted = 0
        // Drafts are their authors' alone: the help desk sees all the rest.
        let all = try await house.desk.requests(RequestFilter(), for: officer, limit: 200).items
        for card in all {
            let view = try await house.desk.dossier(card.request.id, for: officer)
            states.insert(view.state)
            candidatesWhoAccepted += view.dossier.replies.count { $0.body.side == .candidate }
        }
        #expect(states.union([.drafted]) == Set(State.allCases))
        #expect(candidatesWhoAccepted >= 10)
        #expect(all.count >= 25)
        let verification = try await house.ledger.verify()
        #expect(verification.isClean)
        try await house.strike()
    }

    @Test func theFocalPointOfBeninHasOneRequestWaitingAndTheHelpDeskAnother() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        try await Demonstration.fill(folder: folder, node: "demo", today: Self.today, hash: { "stored:" + $0 })
        let house = try await House(folder: folder)
        let focalPoint = try await house.viewer(email: "focal-point.benin@example.org")
        let waiting = try await house.desk.countryDesk(for: focalPoint).waiting
        #expect(waiting.map(\.request.id.rawValue) == ["request-bj-ressources-genetiques"])
        let view = try await house.desk.dossier(waiting[0].request.id, for: focalPoint)
        let opened = CalendarDay(view.since)
        #expect(
            NonObjectionRule.standard(try #require(CountryCode("BJ")))
                .workingDays(after: opened, through: Self.today) == 4)
        let officer = try await house.viewer(email: "help-desk@example.org")
        let queue = try await house.desk.queue(for: officer).items
        #expect(queue.contains { $0.request.id.rawValue == "request-bj-suivi-faune" && $0.state == .endorsed })
        let requester = try await house.viewer(email: "requester.benin@example.org")
        #expect(try await house.desk.ownWork(for: requester).requests.count == 2)
        // What is confidential is not there for visitors, and is for its named readers.
        let secret = try #require(RequestID(own: "bz-ranger-academy"))
        await #expect(throws: DeskError.notFound) { try await house.desk.dossier(secret, for: .visitor) }
        let reader = try await house.viewer(email: "reviewer@example.org")
        #expect(try await house.desk.dossier(secret, for: reader).standings.contains(.namedReader))
        // The silence is written down by the clock.
        let silent = try #require(RequestID(own: "ne-lacunes-aires-protegees"))
        let positions = try await house.desk.dossier(silent, for: .visitor).dossier.positions
        #expect(positions.map(\.body.stance) == [.silence] && positions.map(\.author) == [.clock])
        try await house.strike()
    }

    @Test func itIsTheSameWhereverItIsFilledInButFollowsTheDay() async throws {
        let day = CalendarDay("2027-02-28") ?? Self.today
        let folders = (0..<3).map { number in
            FileManager.default.temporaryDirectory.appending(path: "demonstration-\(number)-\(UUID().uuidString)")
        }
        var heads: [Head] = []
        for (folder, today) in zip(folders, [Self.today, Self.today, day]) {
            try await Demonstration.fill(folder: folder, node: "demo", today: today, hash: { "stored:" + $0 })
            let house = try await House(folder: folder, today: today)
            heads.append(try await house.ledger.head())
            try await house.strike()
        }
        // The head's digest covers everything before it.
        #expect(heads[0] == heads[1])
        #expect(heads[2] != heads[0])
    }

    @Test func aLedgerWithPapersIsLeftAlone() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        let house = try await House(folder: folder)
        try await house.ledger.commit([
            Draft(paper: PaperID("x-1"), kind: "x", author: "office", base: 0, body: Data("{}".utf8))
        ])
        try await house.close()
        await #expect(throws: DemonstrationError.self) {
            try await Demonstration.fill(folder: folder, node: "demo", today: Self.today, hash: { $0 })
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test func onlyTheOfficeSetsUp() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demonstration-\(UUID().uuidString)")
        let house = try await House(folder: folder)
        await #expect(throws: DeskError.refused("setUp")) { try await house.desk.setUp([], by: .visitor) }
        try await house.strike()
    }
}

/// A house opened on the evening of that day.
struct House {
    let folder: URL
    let ledger: SQLiteLedger
    let catalogue: Catalogue
    let desk: Desk

    init(folder: URL, today: CalendarDay = FillingTests.today) async throws {
        self.folder = folder
        let evening = today.start.addingTimeInterval(18 * 3600)
        let secret = Set(PaperKind.secret.map(\.rawValue))
        ledger = try SQLiteLedger(
            folder: folder, options: LedgerOptions(home: "demo", kindsWithoutHistory: secret, now: { evening }))
        catalogue = try Catalogue(folder: folder, head: try await ledger.head(), node: "demo")
        let surroundings = Surroundings(now: { evening }, hash: { "stored:" + $0 }, verify: { $1 == "stored:" + $0 })
        desk = Desk(ledger: ledger, catalogue: catalogue, surroundings: surroundings)
        try await desk.catchUp()
    }

    /// Signs in with the demonstration's password.
    func viewer(email: String) async throws -> Viewer {
        let password = try Demonstration.accounts().password
        return try await desk.viewer(try await desk.signIn(email: email, password: password, tokenHash: "t-\(email)"))
    }

    func close() async throws {
        try catalogue.close()
        try await ledger.close()
    }

    func strike() async throws {
        try await close()
        try FileManager.default.removeItem(at: folder)
    }
}
