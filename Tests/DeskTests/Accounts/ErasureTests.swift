import Catalogue
import Cooperation
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Desk

@Suite("Erasure and one's own data") struct ErasureTests {
    @Test("who is erased leaves no name, address or device behind; what she wrote stays; the chain is whole")
    func erasure() async throws {
        let lobby = try await Lobby()
        let (desk, cast) = (lobby.desk, lobby.cast)
        let id = try await cast.triaged(on: lobby.stage)
        try await desk.write(LocalizedText("Un mot", in: .french), on: id, by: cast.requester)
        _ = try await desk.enter(
            email: "requester@example.org", password: "a long password",
            browser: lobby.browser("r", device: "Opera, Windows"))
        try await desk.beginFactor(password: "a long password", by: cast.requester)
        _ = try await desk.confirmFactor(
            code: try await lobby.code(of: cast.requester), keeping: nil, by: cast.requester)
        let account = try #require(cast.requester.account)
        await #expect(throws: DeskError.self) { try await desk.erase(password: "not it at all", by: cast.requester) }
        try await desk.erase(password: "a long password", by: cast.requester)

        let all = try await lobby.everything()
        for trace in [
            "requester@example.org", "\"name\":\"requester\"", "Opera, Windows",
            "stored:a long password\",\"account\":\"\(account)",
        ] {
            #expect(!all.contains(trace), "\(trace)")
        }
        #expect(try await desk.visitor(tokenHash: "r") == nil)
        #expect(try await desk.viewer(account).organisations.isEmpty)
        await #expect(throws: DeskError.wrongPassword) {
            try await desk.signIn(email: "requester@example.org", password: "a long password", tokenHash: "x")
        }
        let verification = try await lobby.stage.ledger.verify()
        #expect(verification.isClean && verification.redactedBodies > 3)
        let view = try await desk.dossier(id, for: cast.officer)
        #expect(view.dossier.messages.map { $0.body.text[.french] } == ["Un mot"])
        #expect(try await desk.names(of: [account], for: cast.officer) == [account: ""])
        let last = try #require(try await lobby.stage.ledger.current(PaperID(account.rawValue)))
        #expect(last.redaction == "erased at the person's wish")
        // Her address is free again, and a catalogue begun anew says the same.
        _ = try await desk.register(
            Account(name: "Heir", email: "requester@example.org", language: .french), password: "lamp river eleven")
        try await lobby.stage.close()
        try Catalogue.discard(in: lobby.stage.folder)
        let again = try await Stage(folder: lobby.stage.folder)
        #expect(try await again.desk.names(of: [account], for: cast.officer) == [account: ""])
        try await again.strike()
    }

    @Test("an erasure that broke off half-way is finished by the sweep")
    func brokenOff() async throws {
        let lobby = try await Lobby()
        let account = try #require(lobby.cast.stranger.account)
        let stranger = try #require(try await lobby.stage.catalogue.paper(account))
        var bare = stranger.body
        bare.name = "-"
        bare.email = Catalogue.erasedPrefix + stranger.id.own + ".invalid"
        try await lobby.desk.file([try Sheet(bare, as: stranger.id, base: stranger.revision, by: stranger.author)])
        try await lobby.desk.sweep(at: lobby.desk.now)
        #expect(try await lobby.stage.catalogue.paper(stranger.id) == nil)
        #expect(try await lobby.stage.catalogue.credential(of: stranger.id) == nil)
        #expect(!(try await lobby.everything()).contains("stranger@example.org"))
        try await lobby.stage.strike()
    }

    @Test("the last administrator stays")
    func lastAdministrator() async throws {
        let lobby = try await Lobby()
        let admin = try await person("admin", .administrator, on: lobby.desk)
        await #expect(throws: DeskError.invalid([Problem(field: "role", code: .lastOne)])) {
            try await lobby.desk.erase(password: "a long password", by: admin)
        }
        _ = try await person("second", .administrator, on: lobby.desk)
        try await lobby.desk.erase(password: "a long password", by: admin)
        try await lobby.stage.strike()
    }

    @Test("one's own data are everything but what opens something, and nobody else's")
    func ownData() async throws {
        let lobby = try await Lobby()
        let id = try await lobby.cast.submitted(on: lobby.stage)
        _ = try await lobby.desk.signIn(
            email: "requester@example.org", password: "a long password", tokenHash: "secret-hash")
        let data = try await lobby.desk.ownData(for: lobby.cast.requester)
        let text = String(decoding: data, as: UTF8.self)
        let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let papers = try #require(json["papers"] as? [[String: Any]])
        let kinds = Set(papers.compactMap { $0["kind"] as? String })
        #expect(kinds.isSuperset(of: ["account", "credential", "session", "appointment", "request", "submission"]))
        #expect(
            text.contains(id.rawValue) && text.contains("requester@example.org") && text.contains("combien de lions"))
        for secret in ["secret-hash", "stored:a long password", "focal-point@example.org", "officer@example.org"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        await #expect(throws: DeskError.signInFirst) { try await lobby.desk.ownData(for: .visitor) }
        try await lobby.stage.strike()
    }
}
