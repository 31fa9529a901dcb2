import Cooperation
import Desk
import Foundation
import Rehearsal
import Synchronization
import Testing
import TextAnalysis

@testable import Postroom

@Suite("Letters to keepers")
struct PromptSheetTests {
    private func writer() throws -> LetterWriter {
        LetterWriter(
            from: try mailbox("post@bio-bridge.example"), page: { _, request in request.rawValue },
            link: { _, _ in "" },
            keeping: KeepingPages(
                record: { "https://bio-bridge.example/\($0.code)/records/\($1.name)" },
                confirm: { "https://bio-bridge.example/\($0.code)/keeping/\($1.own).\($2.until)" }))
    }

    private func offices(_ count: Int, on stage: Stage, _ sent: Sent) throws -> [PostOffice] {
        try (0..<count).map { _ in
            PostOffice(desk: stage.desk, writer: try writer(), transport: sent.transport, logger: quiet)
        }
    }

    @Test(arguments: Language.allCases, UpkeepNotice.Step.allCases)
    func theyTellWhatEndsWhatFollowsAndWhatToDo(language: Language, step: UpkeepNotice.Step) async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try stage.clock.move(to: try #require(CalendarDay("2028-03-02")).adding(days: -step.daysBefore).description)
        #expect(try await stage.desk.doUpkeep(at: stage.clock.now).map(\.step) == [step])
        var letter = try #require(try await stage.desk.promptsToSend(after: 0).letters.first)
        #expect(letter.recipient.id == cast.provider.account)
        letter.recipient.body.language = language
        let prompt = try #require(try await stage.desk.begin(letter))
        #expect(try await stage.desk.begin(letter) == nil, "another server has lost the race")
        let message = try #require(try writer().message(letter, as: prompt))
        let own = letter.recipient.id.own
        for part in [
            "Suivi écologique par satellite", "/\(language.code)/keeping/\(own).2028-03-02",
            "/\(language.code)/records/\(cast.offer.rawValue)",
        ] {
            #expect(message.plain.contains(part) && message.html.contains(part), "\(part)")
        }
        #expect(message.html.contains("dir=\"\(language.direction)\""))
        for text in [message.plain, message.html, message.subject] {
            #expect(text.firstMatch(of: /keeping\.[a-z]/) == nil && text.firstMatch(of: /\{[a-z]+\}/) == nil)
        }
        #expect(message.to.address == "provider@example.org")
        try await stage.strike()
    }

    @Test func eachNoticeIsWrittenOnceToEachKeeperByHoweverManyOffices() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let colleague = try await person("colleague", .representative, organisation: cast.institute, on: stage.desk)
        let sent = Sent()
        let offices = try offices(2, on: stage, sent)
        let until = try #require(CalendarDay("2028-03-02"))
        for step in UpkeepNotice.Step.allCases {
            try stage.clock.move(to: until.adding(days: -step.daysBefore).description)
            try await stage.desk.doUpkeep(at: stage.clock.now)
            async let one = offices[0].sendDue()
            async let other = offices[1].sendDue()
            _ = try await (one, other)
            for office in offices { #expect(try await office.sendDue() == PostOffice.Round()) }
        }
        #expect(sent.all.filter { $0 == "provider@example.org" }.count == 4)
        #expect(sent.all.filter { $0 == "colleague@example.org" }.count == 4)
        #expect(sent.all.count == 8)
        // Who begins from nothing finds nothing to do either.
        #expect(try await self.offices(1, on: stage, sent)[0].sendDue() == PostOffice.Round())
        #expect(try await stage.desk.post(for: .office).prompts == [.sent: 8])
        try await stage.desk.confirm(
            .provider(cast.offer), for: until, by: try #require(colleague.account))
        #expect(try await stage.desk.upkeep(of: .provider(cast.offer), for: .visitor).standing == .admitted)
        try await stage.strike()
    }

    @Test func whatCouldNotBeSentIsTriedAgainUnlessSheHasSpokenMeanwhile() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let until = try #require(CalendarDay("2028-03-02"))
        try stage.clock.move(to: until.adding(days: -30).description)
        try await stage.desk.doUpkeep(at: stage.clock.now)
        let sent = Sent(.unreachable("curl.7"))
        let office = try offices(1, on: stage, sent)[0]
        #expect(try await office.sendDue() == PostOffice.Round(sent: 0, notSent: 1, isServerUnreachable: true))
        stage.clock.wait(hours: 1)
        #expect(try await office.sendDue().notSent == 1)
        try await stage.desk.confirm(
            .provider(cast.offer), for: until, by: try #require(cast.provider.account))
        sent.answer(.sent)
        stage.clock.wait(hours: 2)
        #expect(try await office.sendDue() == PostOffice.Round())
        #expect(try await stage.desk.post(for: .office).prompts == [.dropped: 1])
        try await stage.strike()
    }

    @Test func theLinkOfAnOldTermChangesNothingAndHersEndsWithHerRole() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let record = Kept.provider(cast.offer)
        let account = try #require(cast.provider.account)
        let until = try #require(CalendarDay("2028-03-02"))
        try stage.clock.move(to: until.adding(days: -5).description)
        try await stage.desk.confirm(record, for: until, by: account)
        try await stage.desk.confirm(record, for: until, by: account)
        let upkeep = try await stage.desk.upkeep(of: record, for: .visitor)
        #expect(upkeep.confirmations.count == 1 && upkeep.until == CalendarDay("2030-02-26"))
        await #expect(throws: DeskError.refused("confirm")) {
            try await stage.desk.confirm(
                record, for: try #require(upkeep.until), by: try #require(cast.stranger.account))
        }
        try await stage.strike()
    }
}

/// What was handed to the mail server, by address.
final class Sent: Sendable {
    private let addresses = Mutex<[String]>([])
    private let delivery: Mutex<Delivery>

    init(_ delivery: Delivery = .sent) { self.delivery = Mutex(delivery) }

    var all: [String] { addresses.withLock { $0 } }

    func answer(_ next: Delivery) { delivery.withLock { $0 = next } }

    var transport: Transport {
        Transport { mail in
            let delivery = self.delivery.withLock { $0 }
            if delivery == .sent { self.addresses.withLock { $0.append(mail.to.address) } }
            return delivery
        }
    }
}
