import Catalogue
import Cooperation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Desk

@Suite("Nominations, delegations, suspensions") struct AppointingTests {
    private func invitation(_ lobby: Lobby, _ role: Role = .authorisedUser, begins: String? = nil, ended: String? = nil)
        -> Invitation
    {
        Invitation(
            name: "Ama", email: "ama@example.org", language: .french, role: role,
            organisation: role == .representative ? lobby.cast.agency : nil,
            country: role == .authorisedUser ? lobby.cast.benin : nil, begins: begins.flatMap { CalendarDay($0) },
            ended: ended.flatMap { CalendarDay($0) })
    }

    @Test(
        "a focal point names authorised users of her country and representatives of its institutions, and nobody else")
    func rights() async throws {
        let lobby = try await Lobby()
        let (desk, cast) = (lobby.desk, lobby.cast)
        let stranger = try #require(cast.stranger.account)
        for role in [Role.helpDesk, .administrator, .reviewer, .focalPoint] {
            let appointment = Appointment(account: stranger, role: role, country: cast.benin)
            await #expect(throws: DeskError.refused("appointForCountry")) {
                try await desk.appoint(appointment, by: cast.focalPoint)
            }
        }
        let foreign = Appointment(account: stranger, role: .representative, organisation: cast.institute)
        await #expect(throws: DeskError.refused("appointForCountry")) {
            try await desk.appoint(foreign, by: cast.focalPoint)
        }
        let own = Appointment(account: stranger, role: .representative, organisation: cast.agency)
        let id = try await desk.appoint(own, by: cast.focalPoint)
        #expect(try await desk.viewer(stranger).organisations == [cast.agency])
        #expect(try await lobby.letter(to: "stranger@example.org")?.role == .representative)
        await #expect(throws: DeskError.invalid([Problem(field: "role", code: .taken)])) {
            try await desk.appoint(own, by: cast.focalPoint)
        }
        await #expect(throws: DeskError.refused("appointForCountry")) { try await desk.relieve(id, by: cast.provider) }
        try await desk.relieve(id, by: cast.focalPoint)
        #expect(try await desk.viewer(stranger).organisations.isEmpty)
        let people = try await desk.countryPeople(for: cast.focalPoint)
        #expect(people.people.map(\.name).sorted() == ["focal-point", "requester"])
        #expect(people.people.filter(\.mayEnd).map(\.name) == ["requester"])
        await #expect(throws: DeskError.refused("appointForCountry")) {
            try await desk.countryPeople(for: cast.officer)
        }
        try await lobby.stage.strike()
    }

    @Test("an invitation is accepted by its link, once, by a newcomer or by who has the address")
    func inviting() async throws {
        let lobby = try await Lobby()
        let (desk, cast) = (lobby.desk, lobby.cast)
        let id = try await desk.invite(invitation(lobby), by: cast.focalPoint)
        #expect(try await desk.countryPeople(for: cast.focalPoint).invitations.map(\.standing) == [.open])
        let letter = try #require(try await lobby.letter(to: "ama@example.org"))
        #expect(letter.inviter == "focal-point" && letter.role == .authorisedUser && letter.account == nil)
        try await desk.inviteAgain(id, by: cast.focalPoint)
        let again = try await lobby.link(to: "ama@example.org")
        let token = try #require(letter.token)
        #expect(again != token)
        let ama = try await desk.accept(
            token: token, as: .visitor, name: "Ama Mensah", password: "lamp river eleven", browser: lobby.browser("t"))
        #expect(try await desk.viewer(ama).countries == [cast.benin])
        #expect(try await desk.visitor(tokenHash: "t")?.account.body.name == "Ama Mensah")
        #expect(try await lobby.letter(to: "focal-point@example.org")?.matter == .tidings(.invitationAccepted))
        #expect(try await desk.countryPeople(for: cast.focalPoint).invitations.map(\.standing) == [.accepted])
        // The second link of the same invitation opens nothing any more.
        await #expect(throws: DeskError.passSpent) {
            try await desk.accept(
                token: again, as: try await desk.viewer(ama), name: "", password: "", browser: lobby.browser("u"))
        }
        await #expect(throws: DeskError.invalid([Problem(field: "invitation", code: .taken)])) {
            try await desk.withdraw(id, by: cast.focalPoint)
        }

        // Who has an account must be signed in with it: the link alone gives nobody's account a role.
        var known = invitation(lobby, .representative)
        known.email = "stranger@example.org"
        _ = try await desk.invite(known, by: cast.focalPoint)
        let link = try await lobby.link(to: "stranger@example.org")
        for viewer in [Viewer.visitor, cast.provider] {
            await #expect(throws: DeskError.signInFirst) {
                try await desk.accept(token: link, as: viewer, name: "", password: "", browser: lobby.browser("w"))
            }
        }
        try await desk.accept(token: link, as: cast.stranger, name: "", password: "", browser: lobby.browser("w"))
        let stranger = try #require(cast.stranger.account)
        #expect(try await desk.viewer(stranger).organisations == [cast.agency])
        try await lobby.stage.strike()
    }

    @Test("an invitation that was taken back, or whose author may no longer invite, opens nothing")
    func withdrawn() async throws {
        let lobby = try await Lobby()
        let (desk, cast) = (lobby.desk, lobby.cast)
        let id = try await desk.invite(invitation(lobby), by: cast.focalPoint)
        let token = try await lobby.link(to: "ama@example.org")
        await #expect(throws: DeskError.refused("appointForCountry")) {
            try await desk.withdraw(id, by: cast.requester)
        }
        try await desk.withdraw(id, by: cast.focalPoint)
        await #expect(throws: DeskError.passSpent) { try await desk.openPass(token) }
        #expect(try await lobby.letter(to: "ama@example.org") == nil)

        _ = try await desk.invite(invitation(lobby), by: cast.focalPoint)
        let second = try await lobby.link(to: "ama@example.org")
        let focalPoint = try #require(cast.focalPoint.account)
        let role = try #require(try await lobby.stage.catalogue.appointments(of: focalPoint).first)
        try await desk.relieve(role.id, by: .office)
        await #expect(throws: DeskError.passSpent) {
            try await desk.accept(
                token: second, as: .visitor, name: "Ama", password: "lamp river eleven", browser: lobby.browser("t"))
        }
        try await lobby.stage.strike()
    }

    @Test("a delegation begins on its first day and ends after its last")
    func delegation() async throws {
        let lobby = try await Lobby()
        let stranger = try #require(lobby.cast.stranger.account)
        let journey = Appointment(
            account: stranger, role: .authorisedUser, country: lobby.cast.benin, ended: CalendarDay("2026-03-12"),
            begins: CalendarDay("2026-03-05"))
        try await lobby.desk.appoint(journey, by: lobby.cast.focalPoint)
        for (day, isHeld) in [("2026-03-04", false), ("2026-03-05", true), ("2026-03-11", true), ("2026-03-12", false)]
        {
            try lobby.stage.clock.move(to: day)
            #expect(try await lobby.desk.viewer(stranger).countries.isEmpty != isHeld, "\(day)")
        }
        let backwards = Appointment(
            account: stranger, role: .reviewer, ended: CalendarDay("2026-03-01"), begins: CalendarDay("2026-03-05"))
        #expect(backwards.problems().map(\.code) == [.wrongOrder])
        try await lobby.stage.strike()
    }

    @Test("a suspended account signs in nowhere, has no roles, and comes back as it was")
    func suspension() async throws {
        let lobby = try await Lobby()
        let desk = lobby.desk
        let admin = try await person("admin", .administrator, on: desk)
        let officer = try #require(lobby.cast.officer.account)
        _ = try await desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "o")
        await #expect(throws: DeskError.refused("suspendAccounts")) {
            try await desk.suspend(officer, because: "x", by: lobby.cast.focalPoint)
        }
        try await desk.suspend(officer, because: "The telephone was stolen.", by: admin)
        #expect(try await desk.visitor(tokenHash: "o") == nil)
        #expect(try await desk.viewer(officer).holds(.helpDesk) == false)
        await #expect(throws: DeskError.wrongPassword) {
            try await desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "p")
        }
        #expect(try await desk.account(officer, for: admin).isSuspended)
        try await desk.giveBack(officer, by: admin)
        _ = try await desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "q")
        #expect(try await desk.viewer(officer).holds(.helpDesk))
        await #expect(throws: DeskError.invalid([Problem(field: "role", code: .lastOne)])) {
            try await desk.suspend(try #require(admin.account), because: "x", by: admin)
        }
        let second = try await person("second", .administrator, on: desk)
        try await desk.suspend(try #require(admin.account), because: "x", by: second)
        try await lobby.stage.strike()
    }
}
