import Catalogue
import Cooperation
import Desk
import Foundation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Whom to look for, and what came of those who were asked") struct EngagementTests {
    private func invitation(_ cast: Cast, email: String = "ines@example.org") throws -> Invitation {
        Invitation(
            name: "Ines", email: email, language: .french, role: .representative,
            engagement: Engagement(
                region: .africa, subject: try #require(try cast.request().subjects.first),
                institution: "Institut des lions", type: .academic, country: try country("TG")))
    }

    private func prospect(_ cast: Cast, _ stage: Stage) async throws -> Prospect {
        try #require(try await stage.desk.engagement(for: cast.officer).prospects.first)
    }

    private func standing(_ cast: Cast, _ stage: Stage) async throws -> Prospect.Standing {
        try await prospect(cast, stage).standing(at: stage.clock.now)
    }

    private func token(_ stage: Stage) async throws -> String {
        let letters = try await stage.desk.accountLettersToSend(limit: 1000).letters
        return try #require(letters.last { $0.email == "ines@example.org" }?.token)
    }

    @Test func theListSaysWhoIsMissingWhereForWhatHelpInWhichLanguage() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let marine = try #require(SubjectID("CBD-SUBJECT-MAR"))
        for number in 1...3 {
            var need = Need(
                country: cast.benin, statement: LocalizedText("Lagunes \(number)", in: .french), lack: .capacity)
            need.subjects = [marine]
            need.assistance = [try #require(AssistanceTypeID("training.workshop"))]
            _ = try await stage.desk.write(need, by: cast.focalPoint)
        }
        let list = try await stage.desk.engagement(for: cast.officer)
        let row = try #require(list.rows.first { $0.sought.subject == marine })
        #expect(row.sought.region == .africa)
        #expect(row.sought.assistance == AssistanceTypeID("training"))
        #expect(row.sought.languages == [LanguageCode(Language.french)])
        #expect((row.sought.needs, row.sought.providers) == (3, 0))
        #expect(row.isOpen && row.prospects.isEmpty)
        #expect(list.rows.map(\.sought.severity) == list.rows.map(\.sought.severity).sorted(by: >))
        await #expect(throws: DeskError.self) { try await stage.desk.engagement(for: cast.provider) }
        await #expect(throws: DeskError.signInFirst) { try await stage.desk.engagement(for: .visitor) }
        try await stage.strike()
    }

    @Test func whoAcceptsIsFollowedUntilSheIsOnTheRoster() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.engage(try invitation(cast), by: cast.officer)
        #expect(try await standing(cast, stage) == .waiting)
        await #expect(throws: DeskError.invalid([Problem(field: "email", code: .taken)])) {
            try await stage.desk.engage(try invitation(cast), by: cast.officer)
        }
        await #expect(throws: DeskError.self) {
            try await stage.desk.engage(try invitation(cast, email: "other@example.org"), by: cast.provider)
        }
        let account = try await stage.desk.accept(
            token: try await token(stage), as: .visitor, name: "Ines", password: "a quiet long password",
            browser: .init(tokenHash: "hash"))
        #expect(try await standing(cast, stage) == .accepted)
        let viewer = try await stage.desk.viewer(account)
        let organisation = try #require(viewer.organisations.first)
        let entry = try await stage.desk.record(organisation)
        #expect(entry.body.name[.french] == "Institut des lions")
        #expect(entry.body.type == .academic)
        #expect(entry.author == .account(account))

        let offer = try await stage.desk.write(
            ProviderProfile(
                organisation: organisation, title: LocalizedText("Lions", in: .french), coverage: .everywhere,
                subjects: try cast.request().subjects, free: try cast.request().assistance.map(\.type),
                expertise: LocalizedText("Compter les lions", in: .french), languages: [LanguageCode(Language.french)]),
            by: viewer)
        #expect(try await standing(cast, stage) == .offered)
        try await stage.desk.review(try admission(of: .provider(offer)), by: cast.officer)
        #expect(try await standing(cast, stage) == .member)
        try await stage.strike()
    }

    @Test func whoSaysNoGivesAReasonAndIsLeftInPeace() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.engage(try invitation(cast), by: cast.officer)
        let token = try await token(stage)
        let reason = LocalizedText("Nous fermons.", in: .french)
        try await stage.desk.decline(token: token, because: reason, by: .visitor)
        let prospect = try await prospect(cast, stage)
        #expect(prospect.standing(at: stage.clock.now) == .declined)
        #expect(prospect.declined?.body.reason == reason)
        let told = try await stage.desk.accountLettersToSend(limit: 1000).letters
        #expect(told.last { $0.matter == .tidings(.invitationDeclined) }?.email == "officer@example.org")
        await #expect(throws: DeskError.passSpent) {
            try await stage.desk.decline(token: token, because: reason, by: .visitor)
        }
        stage.clock.wait(days: 20)
        #expect(try await stage.desk.doOutreach(at: stage.clock.now) == [])
        await #expect(throws: DeskError.self) { try await stage.desk.remind(id, by: cast.officer) }
        // She may be asked again another time, for she does not wait.
        try await stage.desk.engage(try invitation(cast), by: cast.officer)
        try await stage.strike()
    }

    @Test func theClockAsksOnceMoreAndThenItIsNoAnswer() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.engage(try invitation(cast), by: cast.officer)
        stage.clock.wait(days: 13)
        #expect(try await stage.desk.doOutreach(at: stage.clock.now) == [])
        stage.clock.wait(days: 1)
        #expect(try await stage.desk.doOutreach(at: stage.clock.now) == [id])
        #expect(try await stage.desk.doOutreach(at: stage.clock.now) == [])
        #expect(try await prospect(cast, stage).reminders == 1)
        let letters = try await stage.desk.accountLettersToSend(limit: 1000).letters
        #expect(letters.count { $0.email == "ines@example.org" } == 2, "two letters, the second with a link of its own")
        stage.clock.wait(days: 29)
        #expect(try await standing(cast, stage) == .waiting)
        stage.clock.wait(days: 1)
        #expect(try await standing(cast, stage) == .noAnswer)
        // The officer may still ask, and take it back.
        try await stage.desk.remind(id, by: cast.officer)
        #expect(try await standing(cast, stage) == .waiting)
        try await stage.desk.withdraw(id, by: cast.officer)
        #expect(try await standing(cast, stage) == .withdrawn)
        try await stage.strike()
    }

    @Test func aLetterThatTheServerRefusesIsSeen() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.engage(try invitation(cast), by: cast.officer)
        let letters = try await stage.desk.accountLettersToSend(limit: 1000).letters
        let letter = try #require(letters.last { $0.email == "ines@example.org" })
        let dispatch = try #require(try await stage.desk.begin(letter))
        try await stage.desk.finish(dispatch, with: .refused("smtp.550"))
        #expect(try await standing(cast, stage) == .undelivered)
        try await stage.strike()
    }

    @Test func theBalanceCountsMembersAndNeedsInEachPart() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        var need = Need(country: cast.benin, statement: LocalizedText("Cartes", in: .french), lack: .information)
        need.subjects = [try #require(SubjectID("CBD-SUBJECT-MAR"))]
        _ = try await stage.desk.write(need, by: cast.focalPoint)
        let balance = await stage.desk.balance()
        #expect((balance.members, balance.needs) == (1, 1))
        let africa = try #require(balance.regions.first { $0.part == .region(.africa) })
        #expect((africa.members, africa.needs, africa.surplus) == (1, 1, 0))
        let least = try #require(balance.groups.first { $0.part == .group(.leastDeveloped) })
        #expect((least.members, least.needs) == (1, 1), "Senegal and Benin")
        let marine = try #require(balance.subjects.first)
        #expect(marine.part == .subject(try #require(SubjectID("CBD-SUBJECT-MAR"))), "the greatest lack first")
        #expect((marine.members, marine.needs, marine.surplus) == (0, 1, -1))
        #expect(balance.languages.contains { $0.part == .language(LanguageCode(Language.french)) && $0.members == 1 })
        try await stage.strike()
    }
}
