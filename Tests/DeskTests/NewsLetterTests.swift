import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Letters about what is new and fits")
struct NewsLetterTests {
    @Test func oneLetterTellsOfAllThatCameAndNothingIsToldTwice() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        try await desk.setAlert(on: .provider(cast.offer), from: 20, byMail: true, by: cast.provider)
        stage.clock.wait(days: 1)
        let first = try await cast.triaged(on: stage)
        #expect(try await desk.newsToSend().isEmpty, "an hour is waited for more")
        let second = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 2)
        let letters = try await desk.newsToSend()
        let letter = try #require(letters.first)
        #expect(letters.count == 1 && letter.recipient.id == cast.provider.account)
        #expect(Set(letter.items.map(\.news.key)) == [first.rawValue, second.rawValue])
        #expect(letter.items.allSatisfy { $0.watched != nil && $0.news.score >= 20 })
        let bulletin = try #require(try await desk.begin(letter))
        #expect(try await desk.begin(letter) == nil, "another server has lost the race")
        try await desk.finish(bulletin, with: .sent)
        stage.clock.wait(days: 3)
        #expect(try await desk.newsToSend().isEmpty)
        #expect(try await desk.post(for: .office).news == [.sent: 1])
        try await stage.strike()
    }

    @Test func atMostOneLetterADayAndTheRestTheNextDay() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        try await desk.setAlert(on: .provider(cast.offer), from: 20, byMail: true, by: cast.provider)
        stage.clock.wait(days: 1)
        _ = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 2)
        let letter = try #require(try await desk.newsToSend().first)
        let bulletin = try #require(try await desk.begin(letter))
        try await desk.finish(bulletin, with: .sent)
        let next = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 5)
        #expect(try await desk.newsToSend().isEmpty)
        stage.clock.wait(hours: 20)
        #expect(try await desk.newsToSend().first?.items.map(\.news.key) == [next.rawValue])
        try await stage.strike()
    }

    @Test func whatCouldNotBeSentIsTriedAgainUnlessItIsSeenMeanwhile() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        try await desk.setAlert(on: .provider(cast.offer), from: 20, byMail: true, by: cast.provider)
        stage.clock.wait(days: 1)
        let id = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 2)
        let letter = try #require(try await desk.newsToSend().first)
        let bulletin = try #require(try await desk.begin(letter))
        try await desk.finish(bulletin, with: .unreachable("curl.7"))
        #expect(try await desk.newsToSend().isEmpty)
        stage.clock.wait(hours: 1)
        let again = try #require(try await desk.newsToSend().first)
        #expect(again.bulletin?.id == bulletin.id && again.items.map(\.news.key) == [id.rawValue])
        let second = try #require(try await desk.begin(again))
        #expect(second.body.attempt == 2)
        try await desk.finish(second, with: .postponed("smtp.451"))
        try await desk.markSeen(through: stage.clock.now, by: cast.provider)
        stage.clock.wait(hours: 1)
        #expect(try await desk.newsToSend().isEmpty)
        #expect(try await desk.post(for: .office).news == [.dropped: 1])
        try await stage.strike()
    }

    @Test func onlyWhoAsksForLettersGetsThemAndTheLinkEndsThem() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let account = try #require(cast.provider.account)
        try await desk.setAlert(on: .provider(cast.offer), from: 20, by: cast.provider)
        stage.clock.wait(days: 1)
        _ = try await cast.triaged(on: stage)
        stage.clock.wait(hours: 2)
        #expect(try await desk.newsToSend().isEmpty, "her page tells her, no letter does")
        try await desk.setAlert(on: .provider(cast.offer), from: 20, byMail: true, by: cast.provider)
        #expect(try await desk.newsToSend().count == 1)
        try await desk.stopNewsLetters(to: account)
        try await desk.stopNewsLetters(to: account)
        #expect(try await desk.newsToSend().isEmpty)
        let choice = try #require(try await desk.alertChoices(for: cast.provider).first?.alert)
        #expect(choice.body.isOn && !choice.body.byMail && choice.author.account == account)
        #expect(try await desk.alerts(for: cast.provider).count == 1, "her page still tells her")
        try await stage.strike()
    }

    @Test func aLetterNamesNothingThatIsNotForEverybody() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let secret = try await cast.triaged(on: stage, visibility: .named([]))
        try await desk.setAlert(on: .request(secret), from: 5, byMail: true, by: cast.requester)
        try await desk.setAlert(on: .provider(cast.offer), from: 5, byMail: true, by: cast.provider)
        stage.clock.wait(days: 1)
        _ = try await cast.triaged(on: stage, visibility: .named([]))
        let offer = try await desk.write(
            ProviderProfile(
                organisation: cast.institute, title: LocalizedText("Comptage de la faune", in: .french),
                coverage: .everywhere, subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))],
                free: [try #require(AssistanceTypeID("training.workshop"))],
                expertise: LocalizedText("Suivi de la faune et des lions des parcs.", in: .french),
                languages: [LanguageCode(.french)]), by: cast.provider)
        try await desk.review(try admission(of: .provider(offer)), by: cast.officer)
        stage.clock.wait(hours: 2)
        #expect(try await desk.alerts(for: cast.requester).map(\.key) == [offer.rawValue])
        let letters = try await desk.newsToSend()
        #expect(letters.map(\.recipient.id) == [try #require(cast.requester.account)])
        #expect(letters.first?.items.map(\.news.key) == [offer.rawValue])
        #expect(letters.first?.items.first?.watched == nil, "the confidential request is not named")
        try await stage.strike()
    }

    @Test func anAlertWrittenBeforeThereWereLettersAsksForNone() throws {
        let old = #"{"account":"account-a","subject":"provider-b","threshold":40,"isOn":true,"seen":0}"#
        let alert = try Alert.decoded(from: Data(old.utf8))
        #expect(alert.isOn && !alert.byMail)
        #expect(try Alert.decoded(from: try alert.encoded()) == alert)
    }
}
