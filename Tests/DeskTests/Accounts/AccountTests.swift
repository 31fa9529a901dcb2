import Catalogue
import Cooperation
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Desk

/// What the tests of accounts have in common: a stage, a cast, and the letters that are due.
struct Lobby {
    let stage: Stage
    let cast: Cast

    init() async throws {
        stage = try await Stage()
        cast = try await Cast(on: stage)
    }

    var desk: Desk { stage.desk }

    /// The newest letter to an address that nobody has begun to send.
    func letter(to email: String) async throws -> AccountLetter? {
        try await desk.accountLettersToSend(limit: 1000).letters.last { $0.email == email }
    }

    func link(to email: String) async throws -> String { try #require(try await letter(to: email)?.token) }

    func browser(_ name: String, device: String = "") -> Desk.Browser { Desk.Browser(tokenHash: name, device: device) }

    /// The code that the telephone of this person shows.
    func code(of viewer: Viewer) async throws -> String {
        let account = try #require(viewer.account)
        let factor = try #require(try await stage.catalogue.factor(of: account))
        let secret = HouseSecretReader.key(of: factor.id, desk)
        return OneTimeCode.code(key: secret, step: OneTimeCode.step(at: stage.clock.now))
    }

    /// The whole ledger as text, bodies too.
    func everything() async throws -> String {
        let entries = try await stage.ledger.entries(after: 0, limit: 10_000)
        return entries.map { String(decoding: $0.body ?? Data(), as: UTF8.self) }.joined(separator: "\n")
    }
}

/// The telephone: it knows the key.
enum HouseSecretReader {
    static func key(of factor: ID<Factor>, _ desk: Desk) -> [UInt8] {
        Array(desk.surroundings.secret.derived("factor", factor.rawValue).prefix(20))
    }
}

@Suite("Registering and getting back in") struct AccountTests {
    @Test("an account is opened by the link of a letter, once, within three days")
    func joining() async throws {
        let lobby = try await Lobby()
        try await lobby.desk.askToJoin(name: "Ama", email: " Ama@Example.org", language: .french)
        #expect(try await lobby.stage.catalogue.account(email: "ama@example.org") == nil)
        let letter = try #require(try await lobby.letter(to: "ama@example.org"))
        #expect(letter.language == .french && letter.matter == .pass(.join))
        let token = try #require(letter.token)
        #expect(try await lobby.desk.openPass(token).email == "ama@example.org")
        let short = await #expect(throws: DeskError.self) {
            try await lobby.desk.join(token: token, password: "short", browser: lobby.browser("t"))
        }
        #expect(short == .invalid([Problem(field: "password", code: .tooFew, figures: ["least": 12, "count": 5])]))
        let id = try await lobby.desk.join(
            token: token, password: "lamp river eleven", browser: lobby.browser("t", device: "Firefox, Linux"))
        #expect(try await lobby.desk.visitor(tokenHash: "t")?.account.id == id)
        #expect(try await lobby.desk.visitor(tokenHash: "t")?.account.body.name == "Ama")
        await #expect(throws: DeskError.passSpent) { try await lobby.desk.openPass(token) }
        await #expect(throws: DeskError.passSpent) {
            try await lobby.desk.join(token: token, password: "lamp river eleven", browser: lobby.browser("u"))
        }
        _ = try await lobby.desk.signIn(email: "ama@example.org", password: "lamp river eleven", tokenHash: "v")
        // The token is nowhere in the ledger, and the used link keeps no address.
        #expect(!(try await lobby.everything()).contains(token))

        try await lobby.desk.askToJoin(name: "Efua", email: "efua@example.org", language: .english)
        let late = try await lobby.link(to: "efua@example.org")
        lobby.stage.clock.wait(days: 3)
        await #expect(throws: DeskError.passSpent) { try await lobby.desk.openPass(late) }
        #expect(try await lobby.letter(to: "efua@example.org") == nil, "a link that has run out is not sent")
        for nonsense in ["", "x", late + "x", String(repeating: "A", count: 43), String(repeating: "é", count: 43)] {
            await #expect(throws: DeskError.passSpent) { try await lobby.desk.openPass(nonsense) }
        }
        try await lobby.stage.strike()
    }

    @Test("who registers with an address that has an account is told nothing; its owner is")
    func known() async throws {
        let lobby = try await Lobby()
        try await lobby.desk.askToJoin(name: "Somebody", email: "requester@example.org", language: .spanish)
        let letter = try #require(try await lobby.letter(to: "requester@example.org"))
        #expect(letter.matter == .tidings(.joinedAgain) && letter.token == nil && letter.language == .french)
        #expect(letter.name == "requester")
        try await lobby.stage.strike()
    }

    @Test("a forgotten password is set anew by letter; all browsers are signed out")
    func resetting() async throws {
        let lobby = try await Lobby()
        let before = try await lobby.stage.ledger.head().sequence
        try await lobby.desk.askToReset(email: "nobody@example.org")
        #expect(
            try await lobby.stage.ledger.head().sequence == before + 1,
            "it does as much as for an address that is known")
        #expect(try await lobby.letter(to: "nobody@example.org") == nil)
        #expect(!(try await lobby.everything()).contains("nobody@example.org"))

        _ = try await lobby.desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "old")
        try await lobby.desk.askToReset(email: "Officer@example.org")
        let token = try await lobby.link(to: "officer@example.org")
        try await lobby.desk.reset(token: token, password: "lamp river eleven")
        #expect(try await lobby.desk.visitor(tokenHash: "old") == nil)
        await #expect(throws: DeskError.wrongPassword) {
            try await lobby.desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "x")
        }
        _ = try await lobby.desk.signIn(email: "officer@example.org", password: "lamp river eleven", tokenHash: "y")
        #expect(try await lobby.letter(to: "officer@example.org")?.matter == .tidings(.passwordChanged))
        await #expect(throws: DeskError.passSpent) {
            try await lobby.desk.reset(token: token, password: "moon over the lake")
        }
        // Of two who use one link at once, one gets in.
        try await lobby.desk.askToReset(email: "officer@example.org")
        let second = try await lobby.link(to: "officer@example.org")
        async let one: Void = lobby.desk.reset(token: second, password: "moon over the lake")
        async let two: Void = lobby.desk.reset(token: second, password: "moon over the sea")
        var taken = 0
        do { try await one; taken += 1 } catch {}
        do { try await two; taken += 1 } catch {}
        #expect(taken == 1)
        try await lobby.stage.strike()
    }

    @Test("a new address counts once its link was opened; the old one is told and free again")
    func moving() async throws {
        let lobby = try await Lobby()
        let requester = lobby.cast.requester
        let wrong = await #expect(throws: DeskError.self) {
            try await lobby.desk.askToMove(to: "new@example.org", password: "not it at all", by: requester)
        }
        #expect(wrong == .invalid([Problem(field: "current-password", code: .wrongPassword)]))
        try await lobby.desk.askToMove(to: "officer@example.org", password: "a long password", by: requester)
        #expect(try await lobby.letter(to: "officer@example.org")?.matter == .tidings(.joinedAgain))
        try await lobby.desk.askToMove(to: "New@example.org", password: "a long password", by: requester)
        try await lobby.desk.move(token: try await lobby.link(to: "new@example.org"))
        #expect(try await lobby.desk.account(of: requester).body.email == "new@example.org")
        #expect(try await lobby.letter(to: "requester@example.org")?.matter == .tidings(.addressChanged))
        _ = try await lobby.desk.signIn(email: "new@example.org", password: "a long password", tokenHash: "x")
        _ = try await lobby.desk.register(
            Account(name: "Other", email: "requester@example.org", language: .english), password: "lamp river eleven")
        try await lobby.stage.strike()
    }

    @Test("letters about accounts leave once; what the server puts off is tried again")
    func letters() async throws {
        let lobby = try await Lobby()
        try await lobby.desk.askToReset(email: "requester@example.org")
        let letter = try #require(try await lobby.letter(to: "requester@example.org"))
        let dispatch = try #require(try await lobby.desk.begin(letter))
        #expect(try await lobby.desk.begin(letter) == nil)
        try await lobby.desk.finish(dispatch, with: .postponed("smtp.451"))
        #expect(try await lobby.desk.accountLettersToSend(limit: 10).letters.isEmpty)
        lobby.stage.clock.wait(hours: 1)
        let again = try #require(try await lobby.desk.accountLettersToSend(limit: 10).letters.first)
        #expect(again.token == letter.token)
        let second = try #require(try await lobby.desk.begin(again))
        try await lobby.desk.finish(second, with: .refused("smtp.550"))
        let admin = try await person("admin", .administrator, on: lobby.desk)
        let post = try await lobby.desk.post(for: admin)
        #expect(post.failed.map(\.body.subject) == ["reset"])
        await #expect(throws: DeskError.refused("mendPost")) {
            try await lobby.desk.tryAgain(second.id, by: lobby.cast.officer)
        }
        try await lobby.desk.tryAgain(second.id, by: admin)
        #expect(try await lobby.desk.accountLettersToSend(limit: 10).letters.count == 1)
        #expect(
            try await lobby.desk.lettersToSend(limit: 10).letters.isEmpty,
            "they are not taken for letters about requests")
        try await lobby.stage.strike()
    }
}
