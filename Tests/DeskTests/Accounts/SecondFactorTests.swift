import Catalogue
import Cooperation
import Foundation
import Ledger
import Rehearsal
import Testing

@testable import Desk

@Suite("Second factor and sessions") struct SecondFactorTests {
    private func turnedOn() async throws -> (Lobby, [String]) {
        let lobby = try await Lobby()
        let officer = lobby.cast.officer
        try await lobby.desk.beginFactor(password: "a long password", by: officer)
        let view = try await lobby.desk.factor(of: officer)
        #expect(!view.isOn && view.key != nil)
        await #expect(throws: DeskError.wrongCode) {
            try await lobby.desk.confirmFactor(code: "000000", keeping: nil, by: officer)
        }
        let codes = try await lobby.desk.confirmFactor(
            code: try await lobby.code(of: officer), keeping: nil, by: officer)
        #expect(Set(codes).count == 10)
        return (lobby, codes)
    }

    @Test("the password alone opens nothing; a code opens once, and never twice")
    func codes() async throws {
        let (lobby, _) = try await turnedOn()
        let officer = lobby.cast.officer
        let first = try await lobby.code(of: officer)
        let entrance = try await lobby.desk.enter(
            email: "officer@example.org", password: "a long password", browser: lobby.browser("half"))
        let account = try #require(officer.account)
        #expect(entrance == .half(account))
        #expect(try await lobby.desk.visitor(tokenHash: "half") == nil, "half open is not open")
        await #expect(throws: DeskError.wrongCode, "the code that turned it on is not taken again") {
            try await lobby.desk.enter(code: first, half: "half", browser: lobby.browser("new"))
        }
        await #expect(throws: DeskError.signInFirst) {
            try await lobby.desk.enter(code: first, half: "nobody", browser: lobby.browser("new"))
        }
        lobby.stage.clock.move(seconds: 60)
        let code = try await lobby.code(of: officer)
        try await lobby.desk.enter(code: code, half: "half", browser: lobby.browser("new"))
        #expect(try await lobby.desk.visitor(tokenHash: "new")?.account.id == officer.account)
        #expect(try await lobby.desk.visitor(tokenHash: "half") == nil)
        // Somebody who looked over her shoulder knows password and code.
        _ = try await lobby.desk.enter(
            email: "officer@example.org", password: "a long password", browser: lobby.browser("thief"))
        await #expect(throws: DeskError.wrongCode) {
            try await lobby.desk.enter(code: code, half: "thief", browser: lobby.browser("loot"))
        }
        lobby.stage.clock.move(seconds: 601)
        await #expect(throws: DeskError.signInFirst, "ten minutes are over") {
            try await lobby.desk.enter(
                code: try await lobby.code(of: officer), half: "thief", browser: lobby.browser("loot"))
        }
        #expect(!(try await lobby.everything()).contains(code))
        try await lobby.stage.strike()
    }

    @Test("of two browsers with one code, one gets in")
    func race() async throws {
        let (lobby, _) = try await turnedOn()
        lobby.stage.clock.move(seconds: 60)
        for half in ["a", "b"] {
            _ = try await lobby.desk.enter(
                email: "officer@example.org", password: "a long password", browser: lobby.browser(half))
        }
        let code = try await lobby.code(of: lobby.cast.officer)
        let entered = await withTaskGroup(of: Bool.self) { group in
            for half in ["a", "b"] {
                group.addTask {
                    do {
                        try await lobby.desk.enter(code: code, half: half, browser: lobby.browser(half + "!"))
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(entered == 1)
        try await lobby.stage.strike()
    }

    @Test("a recovery code opens once, is told by letter, and stands nowhere")
    func recovery() async throws {
        let (lobby, codes) = try await turnedOn()
        let officer = lobby.cast.officer
        let account = try #require(officer.account)
        for (attempt, typed) in [codes[3].uppercased().replacing("-", with: " "), codes[3]].enumerated() {
            _ = try await lobby.desk.enter(
                email: "officer@example.org", password: "a long password", browser: lobby.browser("h\(attempt)"))
            if attempt == 0 {
                try await lobby.desk.enter(code: typed, half: "h0", browser: lobby.browser("in"))
            } else {
                await #expect(throws: DeskError.wrongCode) {
                    try await lobby.desk.enter(code: typed, half: "h1", browser: lobby.browser("again"))
                }
            }
        }
        #expect(try await lobby.desk.factor(of: officer).recoveryLeft == 9)
        #expect(try await lobby.letter(to: "officer@example.org")?.matter == .tidings(.recoveryCodeUsed))
        let all = try await lobby.everything()
        for code in codes { #expect(!all.contains(code.replacing("-", with: ""))) }
        let new = try await lobby.desk.renewRecovery(password: "a long password", by: officer)
        #expect(Set(new).isDisjoint(with: codes))
        try await lobby.desk.endFactor(password: "a long password", by: officer)
        #expect(
            try await lobby.desk.enter(
                email: "officer@example.org", password: "a long password", browser: lobby.browser("free"))
                == .open(account))
        try await lobby.stage.strike()
    }

    @Test("who has lost it is let in after three days, told at once, and nobody else")
    func release() async throws {
        let (lobby, _) = try await turnedOn()
        let (desk, officer) = (lobby.desk, lobby.cast.officer)
        let account = try #require(officer.account)
        let admin = try await Rehearsal.person("admin", .administrator, on: desk)
        func entrance(_ token: String) async throws -> Entrance {
            try await desk.enter(
                email: "officer@example.org", password: "a long password", browser: lobby.browser(token))
        }
        for viewer in [officer, lobby.cast.focalPoint] {
            await #expect(throws: DeskError.refused("releaseFactors")) {
                try await desk.release(account, proof: "I am she", by: viewer)
            }
        }
        await #expect(throws: DeskError.signInFirst) { try await desk.release(account, proof: "x", by: .visitor) }
        await #expect(throws: DeskError.invalid([Problem(field: "proof", code: .missing)])) {
            try await desk.release(account, proof: " ", by: admin)
        }
        let admins = try #require(admin.account)
        await #expect(throws: DeskError.refused("releaseFactors"), "nobody opens her own door") {
            try await desk.release(admins, proof: "x", by: admin)
        }
        let nobody = try #require(lobby.cast.stranger.account)
        await #expect(throws: DeskError.notFound) { try await desk.release(nobody, proof: "x", by: admin) }

        try await desk.release(account, proof: "Called the ministry", by: admin)
        #expect(try await desk.account(account, for: admin).release?.body.proof == "Called the ministry")
        let letter = try #require(try await lobby.letter(to: "officer@example.org"))
        #expect(letter.matter == .tidings(.factorRelease))
        #expect(letter.expires == desk.now.addingTimeInterval(Release.delay))
        lobby.stage.clock.wait(days: 2)
        #expect(try await entrance("early") == .half(account))
        // She has it after all: a code stops it.
        try await desk.enter(
            code: try await lobby.code(of: officer), half: "early", browser: lobby.browser("in"))
        #expect(try await lobby.letter(to: "officer@example.org")?.matter == .tidings(.factorReleaseStopped))
        #expect(try await desk.account(account, for: admin).release == nil)
        lobby.stage.clock.wait(days: 2)
        #expect(try await entrance("later") == .half(account))

        // An administrator can think better of it, too; then it is really lost.
        try await desk.release(account, proof: "Called again", by: admin)
        try await desk.stopRelease(of: account, by: admin)
        lobby.stage.clock.wait(days: 4)
        #expect(try await entrance("stopped") == .half(account))
        try await desk.release(account, proof: "She came with her passport", by: admin)
        lobby.stage.clock.wait(days: 3)
        #expect(try await entrance("open") == .open(account))
        #expect(try await lobby.letter(to: "officer@example.org")?.matter == .tidings(.factorOff))
        #expect(try await !desk.factor(of: officer).isOn)
        // A new factor is not released by what was said of the old one; the office need not wait.
        try await desk.beginFactor(password: "a long password", by: officer)
        lobby.stage.clock.move(seconds: 60)
        _ = try await desk.confirmFactor(code: try await lobby.code(of: officer), keeping: nil, by: officer)
        #expect(try await entrance("new") == .half(account))
        try await desk.release(account, proof: "She sits here", by: .office)
        #expect(try await entrance("office") == .open(account))
        let data = String(decoding: try await desk.ownData(for: officer), as: UTF8.self)
        #expect(data.contains("She sits here") && !data.contains("stored:"))
        try await lobby.stage.strike()
    }

    @Test("a session ends when it lies unused, when it is old, and when its owner says so")
    func sessions() async throws {
        let lobby = try await Lobby()
        let desk = lobby.desk
        func signIn(_ name: String, _ token: String) async throws {
            _ = try await desk.enter(
                email: "\(name)@example.org", password: "a long password",
                browser: lobby.browser(token, device: "Safari, iPhone"))
        }
        try await signIn("requester", "a")
        try await signIn("requester", "b")
        let person = try #require(try await desk.visitor(tokenHash: "a"))
        #expect(try await desk.sessions(of: person.viewer).map(\.body.device) == ["Safari, iPhone", "Safari, iPhone"])
        let others = try await desk.sessions(of: person.viewer).filter { $0.id != person.session }
        let stranger = lobby.cast.stranger
        await #expect(throws: DeskError.notFound) { try await desk.end(others[0].id, by: stranger) }
        try await desk.end(others[0].id, by: person.viewer)
        #expect(try await desk.visitor(tokenHash: "b") == nil)
        try await signIn("requester", "c")
        try await desk.endSessions(except: person.session, by: person.viewer)
        #expect(try await desk.visitor(tokenHash: "c") == nil)
        #expect(try await desk.visitor(tokenHash: "a") != nil)

        // Used every three days it lives two weeks, and not a day longer.
        for _ in 1...4 {
            lobby.stage.clock.wait(days: 3)
            #expect(try await desk.visitor(tokenHash: "a") != nil)
        }
        lobby.stage.clock.wait(days: 3)
        #expect(try await desk.visitor(tokenHash: "a") == nil)
        try await signIn("requester", "d")
        lobby.stage.clock.wait(days: 5)
        #expect(try await desk.visitor(tokenHash: "d") == nil, "unused for five days")
        _ = try await Rehearsal.person("admin", .administrator, on: desk)
        try await signIn("admin", "e")
        lobby.stage.clock.wait(hours: 13)
        #expect(try await desk.visitor(tokenHash: "e") == nil, "administrators are asked every half day")
        // A month later nothing of them is left but their places in the chain.
        lobby.stage.clock.wait(days: 60)
        #expect(try await desk.sweep(at: desk.now) > 4)
        #expect(!(try await lobby.everything()).contains("iPhone"))
        #expect(try await lobby.stage.ledger.verify().isClean)
        try await lobby.stage.strike()
    }

    @Test("changing the password ends other sessions and keeps this one")
    func passwords() async throws {
        let lobby = try await Lobby()
        for token in ["a", "b"] {
            _ = try await lobby.desk.signIn(email: "donor@example.org", password: "a long password", tokenHash: token)
        }
        let person = try #require(try await lobby.desk.visitor(tokenHash: "a"))
        let common = await #expect(throws: DeskError.self) {
            try await lobby.desk.change(
                password: "a long password", to: "password1234", keeping: person.session, by: person.viewer)
        }
        #expect(common == .invalid([Problem(field: "new-password", code: .tooCommon)]))
        try await lobby.desk.change(
            password: "a long password", to: "lamp river eleven", keeping: person.session, by: person.viewer)
        #expect(try await lobby.desk.visitor(tokenHash: "a") != nil)
        #expect(try await lobby.desk.visitor(tokenHash: "b") == nil)
        let hashes = try await lobby.everything()
        #expect(hashes.contains("stored:lamp river eleven"))
        let donor = try #require(person.viewer.account)
        let credential = try #require(try await lobby.stage.catalogue.credential(of: donor))
        let past = try await lobby.stage.ledger.history(of: PaperID(credential.id.rawValue))
        #expect(past.map { $0.body == nil } == [true, false], "an old hash is not kept")
        try await lobby.stage.strike()
    }
}
