import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite struct LettersTests {
    /// The way of a need, and who is written to at each step. Nobody is told what she did herself.
    @Test func eachStepIsToldToThoseItConcerns() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let text = LocalizedText("Voici.", in: .french)
        let id = try await desk.draft(try cast.request(), by: cast.requester)
        #expect(try await stage.sendLetters() == [])
        try await desk.submit(id, by: cast.requester)
        #expect(try await stage.sendLetters() == ["windowOpened focal-point"])

        try await desk.take(.question, on: id, because: text, by: cast.focalPoint)
        #expect(try await stage.sendLetters() == ["asked requester"])
        try await desk.answerQuestion(on: id, saying: text, by: cast.requester)
        #expect(try await stage.sendLetters() == ["questionAnswered focal-point"])
        try await desk.take(.objection, on: id, because: text, by: cast.focalPoint)
        #expect(try await stage.sendLetters() == ["objected requester"])
        try await desk.submit(id, by: cast.requester)
        #expect(try await stage.sendLetters() == ["windowOpened focal-point"])
        try await desk.take(.endorsement, on: id, by: cast.focalPoint)
        #expect(try await stage.sendLetters() == ["endorsed officer", "endorsed requester"])

        let finding = Assessment.Finding(criterion: .clearProblem, verdict: .yes)
        try await desk.assess(Assessment(request: id, findings: [finding], lane: .project), by: cast.officer)
        #expect(try await stage.sendLetters() == ["assessed requester"])
        try await desk.write(text, to: .desk, on: id, by: cast.officer)
        #expect(try await stage.sendLetters() == [])
        try await desk.answer(Answer(request: id, text: text), by: cast.officer)
        #expect(try await stage.sendLetters() == ["answered focal-point", "answered requester"])
        let introduction = try await desk.introduce(
            Introduction(request: id, candidate: .provider(cast.offer), letter: text), by: cast.officer)
        #expect(
            try await stage.sendLetters() == ["introducedToCandidate provider", "introducedToRequester requester"])
        try await desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
        #expect(try await stage.sendLetters() == ["replied officer", "replied requester"])
        try await desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
        #expect(try await stage.sendLetters() == ["replied officer", "replied provider"])

        try await desk.write(text, on: id, by: cast.requester)
        #expect(try await stage.sendLetters() == ["message focal-point", "message officer", "message provider"])
        try await desk.plan(Plan(request: id, text: text), by: cast.provider)
        #expect(try await stage.sendLetters() == ["planned focal-point", "planned officer", "planned requester"])
        let pledge = Pledge(request: id, organisation: cast.fund, amount: Money(amount: 20_000, currency: "USD"))
        try await desk.pledge(pledge, by: cast.donor)
        #expect(
            try await stage.sendLetters() == [
                "pledged focal-point", "pledged officer", "pledged provider", "pledged requester",
            ])
        try await desk.report(Report(request: id, stage: .final, text: text), by: cast.requester)
        #expect(
            try await stage.sendLetters() == [
                "reported donor", "reported focal-point", "reported officer", "reported provider",
            ])
        try await desk.close(id, .fulfilled, saying: text, by: cast.requester)
        #expect(
            try await stage.sendLetters() == [
                "closed donor", "closed focal-point", "closed officer", "closed provider",
            ])
        #expect(try await stage.ledger.verify().isClean)
        try await stage.strike()
    }

    @Test func theClockRemindsAndTellsOfSilence() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        _ = try await cast.submitted(on: stage)
        #expect(try await stage.sendLetters() == ["windowOpened focal-point"])
        try stage.clock.move(to: "2026-03-11")
        try await stage.desk.doDuties(at: stage.clock.now)
        #expect(try await stage.sendLetters() == ["reminder focal-point"])
        try stage.clock.move(to: "2026-03-25")
        try await stage.desk.doDuties(at: stage.clock.now)
        #expect(
            try await stage.sendLetters() == [
                "silencePassed focal-point", "silencePassed officer", "silencePassed requester",
            ])
        #expect(try await stage.sendLetters() == [])
        try await stage.strike()
    }

    /// What was done in somebody's country's name she hears of, also when a colleague did it.
    @Test func aColleagueAtTheFocalPointIsTold() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await person("deputy", .authorisedUser, country: cast.benin, on: stage.desk)
        let id = try await cast.submitted(on: stage)
        #expect(try await stage.sendLetters() == ["windowOpened deputy", "windowOpened focal-point"])
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint)
        #expect(try await stage.sendLetters() == ["endorsed deputy", "endorsed officer", "endorsed requester"])
        try await stage.strike()
    }

    @Test func onlyTheDeskOfTheCountryIsWrittenTo() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        for (name, country) in [("hub-benin", cast.benin), ("hub-samoa", try country("WS"))] {
            let hub = Hub(
                organisation: cast.institute, name: LocalizedText("Hub", in: .english),
                mandate: LocalizedText("Mandate", in: .english), countries: [country],
                languages: [LanguageCode(Language.french)])
            let hubID = try await stage.desk.write(hub, by: .office)
            let officer = try #require(try await person(name, nil, on: stage.desk).account)
            try await stage.desk.appoint(Appointment(account: officer, role: .helpDesk, hub: hubID), by: .office)
        }
        _ = try await person("samoa", .focalPoint, country: try country("WS"), on: stage.desk)
        let id = try await cast.submitted(on: stage)
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint)
        #expect(try await stage.sendLetters() == ["endorsed hub-benin", "endorsed officer", "endorsed requester"])
        try await stage.desk.write(LocalizedText("Entre nous", in: .french), to: .desk, on: id, by: cast.officer)
        #expect(try await stage.sendLetters() == ["message hub-benin"])
        try await stage.strike()
    }

    /// Neither that a confidential request exists nor what it says leaves the house for those who may not read it; and
    /// no letter about one names its title or who asks.
    @Test func aConfidentialRequestStaysSo() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let reader = try #require(cast.stranger.account)
        let (id, introduction) = try await cast.introduced(on: stage, visibility: .named([reader]))
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
        try await stage.desk.plan(
            Plan(request: id, text: LocalizedText("Deux ateliers", in: .french)), by: cast.provider)
        let letters = try await stage.desk.lettersToSend(limit: 1000).letters
        #expect(letters.count > 8)
        #expect(letters.allSatisfy { $0.title == nil && $0.institution == nil })
        for letter in letters {
            let viewer = try await stage.desk.viewer(letter.recipient.id)
            #expect(try await stage.desk.dossier(id, for: viewer).dossier.id == id)
        }
        #expect(Set(letters.map(\.recipient.body.name)) == ["requester", "focal-point", "officer", "provider"])
        try await stage.strike()
    }

    @Test func aWithdrawnDraftIsNobodysBusiness() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.draft(try cast.request(), by: cast.requester)
        try await stage.desk.withdraw(id, by: cast.requester)
        #expect(try await stage.sendLetters() == [])
        try await stage.strike()
    }

    /// The post was not open for a while: what needs no act any more is not asked for.
    @Test func whatWasOvertakenIsNotSent() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let called = try await stage.sendLetters()
        #expect(!called.contains("windowOpened focal-point") && called.contains("introducedToCandidate provider"))
        let other = try await cast.triaged(on: stage)
        try await stage.desk.decline(other, because: LocalizedText("Hors mandat", in: .french), by: cast.officer)
        #expect(try await stage.sendLetters() == ["declined focal-point", "declined requester"])
        try await stage.strike()
    }

    @Test func twoWhoAskAtOnceGetEachLetterOnce() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let letters = try await stage.desk.lettersToSend(limit: 100).letters
        let again = try await stage.desk.lettersToSend(limit: 100).letters
        #expect(letters.count == again.count && letters.count > 3)
        async let first = stage.begun(letters)
        async let second = stage.begun(again)
        #expect(try await first + second == letters.count)
        #expect(try await stage.desk.lettersToSend(limit: 100).letters.isEmpty)
        try await stage.strike()
    }

    /// Killed between taking a letter in hand and hearing of it: it is not sent again, and the administrator sees it.
    @Test func aLetterInHandWhenTheProgramDiesIsNotSentTwice() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let admin = try await person("admin", .administrator, on: stage.desk)
        _ = try await cast.submitted(on: stage)
        let letter = try #require(try await stage.desk.lettersToSend(limit: 10).letters.first)
        let dispatch = try #require(try await stage.desk.begin(letter))
        // No proper close: as after `kill -9`, the catalogue is begun anew from the ledger.
        try await stage.ledger.close()
        let again = try await Stage(folder: stage.folder)
        #expect(try await again.desk.lettersToSend(limit: 10).letters.isEmpty)
        #expect(try await again.desk.post(for: admin).failed.isEmpty)
        again.clock.wait(days: 1)
        #expect(try await again.desk.post(for: admin).failed.map(\.id) == [dispatch.id])
        await #expect(throws: DeskError.refused("seeHealth")) { try await again.desk.post(for: cast.officer) }
        try await again.strike()
    }

    @Test func aPostponedLetterIsTriedAgainUntilPatienceEnds() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let admin = try await person("admin", .administrator, on: stage.desk)
        _ = try await cast.submitted(on: stage)
        var attempts = 0
        for _ in 0..<200 {
            for letter in try await stage.desk.lettersToSend(limit: 10).letters {
                let dispatch = try #require(try await stage.desk.begin(letter))
                attempts += 1
                #expect(dispatch.body.attempt == attempts)
                try await stage.desk.finish(dispatch, with: .postponed("smtp.451"))
            }
            stage.clock.wait(hours: 1)
        }
        let overview = try await stage.desk.post(for: admin)
        #expect(overview.failed.map(\.body.outcome) == [.givenUp] && overview.waiting.isEmpty)
        #expect(overview.failed.first?.body.trouble == "smtp.451")
        #expect((10...20).contains(attempts))
        try await stage.strike()
    }

    @Test func aPostponedLetterThatIsOvertakenIsDropped() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        let letter = try #require(try await stage.desk.lettersToSend(limit: 10).letters.first)
        let dispatch = try #require(try await stage.desk.begin(letter))
        try await stage.desk.finish(dispatch, with: .unreachable("curl.7"))
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint)
        stage.clock.wait(days: 1)
        #expect(try await stage.sendLetters() == ["endorsed officer", "endorsed requester"])
        #expect(try await stage.catalogue.dispatches([.dropped], limit: 10).items.map(\.id) == [dispatch.id])
        try await stage.strike()
    }

    @Test func thePastIsNotMailed() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.submitted(on: stage)
        stage.clock.wait(days: 15)
        #expect(try await stage.sendLetters() == [])
        let id = try await cast.triaged(on: stage)
        // Who comes later is not sent what was before.
        stage.clock.wait(days: 1)
        _ = try await person("new-officer", .helpDesk, on: stage.desk)
        #expect(try await stage.sendLetters() == ["assessed requester", "endorsed officer", "endorsed requester"])
        try await stage.desk.write(LocalizedText("Bonjour", in: .french), on: id, by: cast.requester)
        #expect(
            try await stage.sendLetters() == ["message focal-point", "message new-officer", "message officer"])
        try await stage.strike()
    }

    /// Read in small parts, the letters are the same as read at once, and what is settled is not looked at again.
    @Test func lettersInSmallParts() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        for _ in 0..<4 { _ = try await cast.introduced(on: stage) }
        let all = try await stage.desk.lettersToSend(limit: 1000)
        #expect(all.letters.count == 4 * 5)
        var place: Int64 = 0
        var seen: [String] = []
        while true {
            let batch = try await stage.desk.lettersToSend(after: place, limit: 3)
            if batch.letters.isEmpty { break }
            seen += batch.letters.map { $0.about + $0.recipient.id.rawValue }
            #expect(try await stage.begun(batch.letters) == batch.letters.count)
            place = batch.settled
        }
        #expect(seen == all.letters.map { $0.about + $0.recipient.id.rawValue })
        #expect(place > 0)
        #expect(try await stage.desk.lettersToSend(limit: 1000).letters.isEmpty)
        try await stage.strike()
    }
}

extension Stage {
    /// Sends all that is due, and says what went to whom, sorted.
    func sendLetters() async throws -> [String] {
        var sent: [String] = []
        for letter in try await desk.lettersToSend(limit: 1000).letters {
            guard let dispatch = try await desk.begin(letter) else { continue }
            try await desk.finish(dispatch, with: .sent)
            sent.append("\(letter.occasion) \(letter.recipient.body.name)")
        }
        return sent.sorted()
    }

    /// How many of these letters could be taken in hand.
    func begun(_ letters: [Letter]) async throws -> Int {
        var count = 0
        for letter in letters where try await desk.begin(letter) != nil { count += 1 }
        return count
    }
}
