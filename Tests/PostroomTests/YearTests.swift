import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Synchronization
import Testing
import TextAnalysis
import Vocabulary

@testable import Postroom

/// A year of 500 members and 300 practices, day by day: the clock gives notice, the post writes, and people do what people
/// do. Nobody is random here: what each keeper does follows from her number.
@Suite("A year of the network") struct YearTests {
    /// What a keeper does with the letters about her record.
    private enum Habit: CaseIterable {
        /// Clicks the link of the first, second or third letter; of the one that tells her that it is over; a month after
        /// that; never.
        case first, second, third, last, late, never

        init(_ number: Int) {
            self =
                switch number % 20 {
                case 0..<8: .first
                case 8..<12: .second
                case 12..<15: .third
                case 15, 16: .last
                case 17: .late
                default: .never
                }
        }

        func acts(on step: UpkeepNotice.Step) -> Bool {
            switch self {
            case .first: step == .quarter
            case .second: step == .month
            case .third: step == .week
            case .last: step == .end
            case .late, .never: false
            }
        }
    }

    private struct Tally {
        var records = 0
        var reminded = 0
        var letters = 0
        var confirmed = 0
        var lapsed = 0
        var returned = 0
        var stillLapsed = 0
    }

    @Test func nothingIsSilentlyStaleAndNobodyIsWrittenToTwice() async throws {
        let today = try #require(CalendarDay("2026-03-02"))
        let stage = try await Stage(on: today.adding(days: -640).description)
        let desk = stage.desk
        let keepers = try await enrol(on: stage, before: today)
        let inbox = Inbox()
        let writer = LetterWriter(
            from: try mailbox("post@bio-bridge.example"), page: { _, request in request.rawValue },
            link: { _, _ in "" },
            keeping: KeepingPages(
                record: { _, record in "https://bio-bridge.example/" + record.name },
                confirm: { _, account, notice in
                    "https://bio-bridge.example/keeping/\(account.own)/\(notice.record.name)/\(notice.step.rawValue)"
                }))
        let office = PostOffice(desk: desk, writer: writer, transport: inbox.transport, logger: quiet)
        var notices: [UpkeepNotice] = []
        var lapses: [Kept: CalendarDay] = [:]
        var returns: Set<Kept> = []
        var confirmed: Set<Kept> = []
        for ordinal in today.ordinal..<today.ordinal + 365 {
            let day = CalendarDay(ordinal: ordinal)
            try stage.clock.move(to: day.description)
            let given = try await desk.doUpkeep(at: stage.clock.now)
            #expect(try await desk.doUpkeep(at: stage.clock.now).isEmpty)
            notices += given
            let round = try await office.sendDue()
            #expect(round == PostOffice.Round(sent: given.count), "one letter for each notice, on the same day")
            for notice in given {
                let (keeper, number) = try #require(keepers[notice.record])
                if notice.step == .end { lapses[notice.record] = day }
                guard Habit(number).acts(on: notice.step) else { continue }
                try await desk.confirm(notice.record, for: notice.until, by: keeper)
                if notice.step == .end { returns.insert(notice.record) } else { confirmed.insert(notice.record) }
            }
            for (record, lapsed) in lapses where lapsed.adding(days: 30) == day {
                let (keeper, number) = try #require(keepers[record])
                guard Habit(number) == .late else { continue }
                try await desk.confirm(record, by: try await desk.viewer(keeper))
                returns.insert(record)
            }
        }
        let end = CalendarDay(ordinal: today.ordinal + 364)
        var tallies: [PaperKind: Tally] = [:]
        for (record, keeper) in keepers {
            let upkeep = try await desk.upkeep(of: record, for: .office)
            let until = try #require(upkeep.until)
            // Who stands as good is good; what is over says so.
            #expect((upkeep.standing == .lapsed) == (until < end), "\(record.name)")
            let own = notices.filter { $0.record == record }
            #expect(Set(own.map { "\($0.until) \($0.step)" }).count == own.count)
            if lapses[record] != nil { #expect(own.map(\.step) == UpkeepNotice.Step.allCases, "told thrice before") }
            if upkeep.standing == .lapsed { #expect([.never, .late].contains(Habit(keeper.1))) }
            var tally = tallies[record.kind] ?? Tally()
            tally.records += 1
            tally.reminded += own.isEmpty ? 0 : 1
            tally.letters += own.count
            tally.confirmed += confirmed.contains(record) ? 1 : 0
            tally.lapsed += lapses[record] == nil ? 0 : 1
            tally.returned += returns.contains(record) ? 1 : 0
            tally.stillLapsed += upkeep.standing == .lapsed ? 1 : 0
            tallies[record.kind] = tally
        }
        let letters = inbox.all
        #expect(letters.count == notices.count && Set(letters).count == letters.count, "no letter twice")
        let members = try #require(tallies[.provider]), practices = try #require(tallies[.practice])
        #expect(members.records == 500 && practices.records == 300)
        for tally in [members, practices] {
            #expect(tally.lapsed == tally.returned + tally.stillLapsed)
            #expect(tally.confirmed >= 100 && tally.returned >= 10 && tally.stillLapsed >= 10, "every fate is met")
        }
        // Members that lapsed are not matched; practices that did are still found.
        #expect(try await desk.records(ProviderProfile.self).total == 500 - members.stillLapsed)
        #expect(try await desk.records(Practice.self).total == 300)
        #expect(try await desk.post(for: .office).prompts == [.sent: letters.count])
        print("kind      records reminded letters confirmed lapsed returned still-lapsed")
        for (name, tally) in [("providers", members), ("practices", practices)] {
            print(
                name, tally.records, tally.reminded, tally.letters, tally.confirmed, tally.lapsed, tally.returned,
                tally.stillLapsed)
        }
        try await stage.strike()
    }

    /// Institutions with a person each, their offers and practices, set up over a year and a half, so that the first terms end
    /// three months from today; every tenth member is an expert, whose term is four years.
    private func enrol(
        on stage: Stage, before today: CalendarDay
    ) async throws -> [Kept: (keeper: AccountID, number: Int)] {
        let desk = stage.desk
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let training = try #require(AssistanceTypeID("training.workshop"))
        var keepers: [Kept: (keeper: AccountID, number: Int)] = [:]
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
        let batch = 10
        for start in stride(from: 0, to: 500, by: batch) {
            try stage.clock.move(to: today.adding(days: -640 + start * 550 / 500).description)
            var papers: [ChosenPaper] = []
            for number in start..<start + batch {
                let organisation = try #require(OrganisationID(own: "o\(number)"))
                let account = try #require(AccountID(own: "k\(number)"))
                let appointment = try #require(ID<Appointment>(own: "p\(number)"))
                papers.append(
                    try ChosenPaper(
                        Organisation(name: text("Institute \(number)"), type: .academic, country: try country("SN")),
                        as: organisation))
                papers.append(
                    try ChosenPaper(
                        Account(name: "Keeper \(number)", email: "k\(number)@example.org", language: .english),
                        as: account))
                papers.append(
                    try ChosenPaper(
                        Appointment(account: account, role: .representative, organisation: organisation),
                        as: appointment))
                let provider = try #require(ProviderID(own: "m\(number)"))
                var profile = ProviderProfile(
                    organisation: organisation, title: text("Help \(number)"), coverage: .everywhere,
                    subjects: [subject], free: [training], expertise: text("Monitoring"),
                    languages: [LanguageCode(Language.english)])
                if number % 10 == 9 { profile.expert = ProviderProfile.Expert(name: "Expert \(number)") }
                papers.append(try ChosenPaper(profile, as: provider))
                keepers[.provider(provider)] = (account, number)
                guard number % 5 < 3 else { continue }
                let id = try #require(PracticeID(own: "r\(number)"))
                let practice = Practice(
                    title: text("Practice \(number)"), summary: text("In short"), problem: text("A problem"),
                    whatWasDone: text("Something"), results: text("Figures"), organisations: [organisation],
                    countries: [try country("SN")], subjects: [subject])
                papers.append(try ChosenPaper(practice, as: id))
                keepers[.practice(id)] = (account, number + 7)
            }
            try await desk.setUp(papers, by: .office)
        }
        return keepers
    }
}

/// To whom each letter went, about which record and on which day.
private final class Inbox: Sendable {
    private let heads = Mutex<[String]>([])

    var all: [String] { heads.withLock { $0 } }

    var transport: Transport {
        Transport { mail in
            let lines = String(decoding: mail.content, as: UTF8.self).split(separator: "\r\n")
            let told = lines.filter { $0.hasPrefix("References:") || $0.hasPrefix("Date:") }.map(String.init)
            self.heads.withLock { $0.append(([mail.to.address] + told).joined(separator: " ")) }
            return .sent
        }
    }
}
