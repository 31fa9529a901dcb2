import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Letters between a person and an institution")
struct EnquiryTests {
    private let text = LocalizedText("Bonjour", in: .french)

    @Test func onlyTheTwoSidesReadThem() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let id = try await desk.enquire(
            text, to: .institution(cast.institute), about: cast.offer.rawValue, by: cast.stranger)
        try await desk.answer(text, in: id, by: cast.provider)
        for viewer in [cast.stranger, cast.provider] {
            #expect(try await desk.enquiry(id, for: viewer).letters.count == 2)
            #expect(try await desk.exchanges(for: viewer).count == 1)
        }
        for viewer in [cast.requester, cast.officer, cast.donor, cast.focalPoint] {
            await #expect(throws: DeskError.notFound) { try await desk.enquiry(id, for: viewer) }
            await #expect(throws: DeskError.notFound) { try await desk.answer(text, in: id, by: viewer) }
            #expect(try await desk.exchanges(for: viewer).isEmpty)
        }
        await #expect(throws: DeskError.signInFirst) {
            try await desk.enquire(text, to: .institution(cast.institute), by: .visitor)
        }
        try await stage.strike()
    }

    @Test func nobodyIsFloodedAndNobodyWritesIntoTheVoid() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        for _ in 0..<Desk.enquiriesADay {
            try await desk.enquire(text, to: .institution(cast.institute), by: cast.stranger)
        }
        let tooMany = Problem(field: "text", code: .tooMany, figures: ["most": Desk.enquiriesADay])
        await #expect(throws: DeskError.invalid([tooMany])) {
            try await desk.enquire(text, to: .institution(cast.agency), by: cast.stranger)
        }
        // Another person is not locked out by it; a day later she may write again.
        try await desk.enquire(text, to: .institution(cast.institute), by: cast.requester)
        stage.clock.wait(hours: 25)
        try await desk.enquire(text, to: .institution(cast.agency), by: cast.stranger)
        let alone = try await desk.write(
            Organisation(name: LocalizedText("Nobody's", in: .english), type: .academic, country: nil), by: .office)
        #expect(try await !desk.isReachable(.institution(alone), for: cast.requester))
        await #expect(throws: DeskError.invalid([Problem(field: "text", code: .unknown)])) {
            try await desk.enquire(text, to: .institution(alone), by: cast.requester)
        }
        try await stage.strike()
    }

    @Test func aFocalPointIsWrittenToWithoutHerNameBeingKnown() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        #expect(try await desk.focalPoint(of: cast.benin).isNamed)
        let id = try await desk.enquire(text, to: .focalPoint(cast.benin), by: cast.stranger)
        try await desk.answer(text, in: id, by: cast.focalPoint)
        for viewer in [cast.stranger, cast.focalPoint] {
            let exchange = try await desk.enquiry(id, for: viewer)
            #expect(exchange.letters.count == 2 && exchange.institution == nil)
            #expect(exchange.addressee == .focalPoint(cast.benin))
        }
        for viewer in [cast.requester, cast.officer, cast.provider] {
            await #expect(throws: DeskError.notFound) { try await desk.enquiry(id, for: viewer) }
        }
        let relays = try await desk.relaysToSend()
        #expect(relays.contains { $0.recipient.id == cast.focalPoint.account && $0.institution == nil })
        // Where nobody is named nobody is written to.
        let elsewhere = try #require(CountryCode("TV"))
        #expect(try await !desk.focalPoint(of: elsewhere).isNamed)
        await #expect(throws: DeskError.invalid([Problem(field: "text", code: .unknown)])) {
            try await desk.enquire(text, to: .focalPoint(elsewhere), by: cast.stranger)
        }
        try await stage.strike()
    }
}
