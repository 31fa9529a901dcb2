import Cooperation
import Desk
import Foundation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Telling people when something fits")
struct AlertTests {
    @Test func aNewRequestIsToldToTheProviderItFitsUntilSheHasSeenIt() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let before = try await cast.triaged(on: stage)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: 20, by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.provider).isEmpty, "what was there before is no news")
        stage.clock.wait(days: 1)
        let id = try await cast.triaged(on: stage)
        let news = try await stage.desk.alerts(for: cast.provider)
        #expect(news.map(\.key) == [id.rawValue])
        #expect(news.allSatisfy { $0.score >= 20 })
        let raised = try await stage.desk.alerts(raisedBy: id.rawValue)
        #expect(raised.map(\.account) == [try #require(cast.provider.account)])
        #expect(try await stage.desk.alerts(raisedBy: before.rawValue).isEmpty)
        try await stage.desk.markSeen(through: stage.clock.now, by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.provider).isEmpty)
        #expect(try await stage.desk.alerts(raisedBy: id.rawValue).isEmpty)
        try await stage.strike()
    }

    @Test func onlyWhatReachesTheThresholdIsTold() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: 1, by: cast.provider)
        stage.clock.wait(days: 1)
        _ = try await cast.triaged(on: stage)
        let score = try #require(try await stage.desk.alerts(for: cast.provider).first?.score)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: Int(score) + 1, by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.provider).isEmpty)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: Int(score), by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.provider).count == 1)
        for odd in [0, -1, 101, .max] {
            await #expect(throws: DeskError.self) {
                try await stage.desk.setAlert(on: .provider(cast.offer), from: odd, by: cast.provider)
            }
        }
        try await stage.desk.setAlert(on: .provider(cast.offer), from: nil, by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.provider).isEmpty)
        try await stage.strike()
    }

    @Test func aRequesterIsToldOfANewOfferAndAFocalPointForHerCountry() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        try await stage.desk.setAlert(on: .request(id), from: 10, by: cast.requester)
        try await stage.desk.setAlert(on: .country(cast.benin), from: 10, by: cast.focalPoint)
        stage.clock.wait(days: 1)
        let offer = try await stage.desk.write(
            ProviderProfile(
                organisation: cast.institute, title: LocalizedText("Comptage de la faune", in: .french),
                coverage: .everywhere, subjects: [try subject("CBD-SUBJECT-PA")],
                free: [try assistance("training.workshop")],
                expertise: LocalizedText("Suivi de la faune et des lions des parcs.", in: .french),
                languages: [LanguageCode(.french)]), by: cast.provider)
        #expect(try await stage.desk.alerts(for: cast.requester).isEmpty)
        stage.clock.wait(days: 2)
        try await stage.desk.review(try admission(of: .provider(offer)), by: cast.officer)
        for viewer in [cast.requester, cast.focalPoint] {
            let news = try await stage.desk.alerts(for: viewer)
            #expect(news.map(\.key) == [offer.rawValue])
            guard case .candidate(_, let answered)? = news.first?.fit else {
                Issue.record("an offer is told")
                continue
            }
            #expect(answered == id.rawValue)
        }
        #expect(try await stage.desk.alerts(raisedBy: offer.rawValue).count == 2)
        try await stage.desk.withdraw(id, by: cast.requester)
        #expect(try await stage.desk.alerts(for: cast.requester).isEmpty)
        try await stage.strike()
    }

    @Test func nobodyIsToldWhatSheMayNotSee() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: 1, by: cast.provider)
        stage.clock.wait(days: 1)
        let secret = try await cast.triaged(on: stage, visibility: .named([]))
        _ = try await cast.submitted(on: stage)
        #expect(try await stage.desk.alerts(for: cast.provider).isEmpty)
        #expect(try await stage.desk.alerts(raisedBy: secret.rawValue).isEmpty)
        // Who may not watch it cannot, and is not told whether it exists.
        for subject in [Alert.Subject.request(secret), .country(cast.benin), .provider(cast.offer)] {
            await #expect(throws: DeskError.refused("writeAlert")) {
                try await stage.desk.setAlert(on: subject, from: 1, by: cast.stranger)
            }
        }
        await #expect(throws: DeskError.signInFirst) { try await stage.desk.alerts(for: .visitor) }
        await #expect(throws: DeskError.signInFirst) {
            try await stage.desk.setAlert(on: .country(cast.benin), from: 1, by: .visitor)
        }
        try await stage.strike()
    }

    @Test func whoNoLongerSpeaksForAnInstitutionHearsNoMoreOfItsOffer() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.desk.setAlert(on: .provider(cast.offer), from: 1, by: cast.provider)
        stage.clock.wait(days: 1)
        let id = try await cast.triaged(on: stage)
        #expect(try await stage.desk.alerts(for: cast.provider).map(\.key) == [id.rawValue])
        let without = Viewer(account: try #require(cast.provider.account), grants: [])
        #expect(try await stage.desk.alerts(for: without).isEmpty)
        #expect(try await stage.desk.alertChoices(for: without).isEmpty)
        try await stage.strike()
    }

    @Test func oneWishForEachThingHoweverOftenItIsSet() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        for threshold in [30, 30, 50] {
            try await stage.desk.setAlert(on: .provider(cast.offer), from: threshold, by: cast.provider)
        }
        let choices = try await stage.desk.alertChoices(for: cast.provider)
        #expect(choices.map(\.subject) == [.provider(cast.offer)])
        #expect(choices.map(\.alert?.body.threshold) == [50] && choices.map(\.alert?.revision) == [2])
        #expect(try await stage.desk.alertChoices(for: cast.requester).map(\.subject) == [.request(id)])
        #expect(try await stage.desk.alertChoices(for: cast.focalPoint).map(\.subject) == [.country(cast.benin)])
        try await stage.strike()
    }

    @Test func theNameOfWhatIsWatchedLeadsBackToIt() throws {
        let subjects: [Alert.Subject] = [
            .provider(try #require(ProviderID(own: "a"))), .request(try #require(RequestID(own: "b-1"))),
            .country(try country("BJ")),
        ]
        for subject in subjects { #expect(Alert.Subject(name: subject.name) == subject) }
        for odd in ["", "country-", "country-xx", "country-b j", "practice-a", "provider-", "nonsense"] {
            #expect(Alert.Subject(name: odd) == nil, "\(odd)")
        }
    }
}
