internal import Catalogue
public import Cooperation
public import Desk
internal import Foundation
internal import Logging
internal import Synchronization
internal import TextAnalysis
internal import Vocabulary

/// A year of a network of members and practices, day by day, on a desk whose clock is moved: the clock gives notice, the post
/// writes, and keepers do what they do. Then it is held against what must be true: nothing silently stale, nobody written to
/// twice. On a new, empty node only.
public struct YearRehearsal: Sendable {
    /// What became of the records of one kind.
    public struct Line: Codable, Hashable, Sendable {
        public var records = 0
        /// To whose keepers at least one letter went.
        public var reminded = 0
        public var letters = 0
        /// Confirmed by a letter's link before the term was over.
        public var confirmed = 0
        public var lapsed = 0
        /// Confirmed after they had lapsed.
        public var returned = 0
        public var stillLapsed = 0
    }

    public struct Report: Codable, Hashable, Sendable {
        public var members = Line()
        public var practices = Line()
        /// Listed and matched at the end.
        public var listedMembers = 0
        public var listedPractices = 0
        /// What should not be, in words for whoever keeps the program; empty when all is well.
        public var faults: [String] = []
    }

    public var members: Int
    public var practices: Int
    private let desk: Desk
    /// Moves the desk's clock to nine in the morning of a day.
    private let move: @Sendable (CalendarDay) throws -> Void

    /// - Parameters:
    ///   - members: institutions with one offer each, at least 10; every tenth is an expert.
    ///   - practices: at most as many as members.
    public init(
        members: Int = 500, practices: Int = 300, on desk: Desk,
        move: @escaping @Sendable (CalendarDay) throws -> Void
    ) {
        self.members = max(10, members)
        self.practices = min(max(0, practices), self.members)
        self.desk = desk
        self.move = move
    }

    private struct Keeper {
        var account: AccountID
        var number: Int
    }

    /// The year begins on this day; the members joined in the months before, so that terms end all through it.
    public func run(from today: CalendarDay) async throws -> Report {
        var report = Report()
        let keepers = try await enrol(before: today)
        let inbox = Inbox()
        let office = try PostOffice(
            desk: desk, writer: YearRehearsal.writer(), transport: inbox.transport,
            logger: Logger(label: "rehearsal", factory: { _ in SwiftLogNoOpLogHandler() }))
        var notices: [UpkeepNotice] = []
        var lapses: [Kept: CalendarDay] = [:]
        var returns: Set<Kept> = []
        var confirmed: Set<Kept> = []
        for ordinal in today.ordinal..<today.ordinal + 365 {
            let day = CalendarDay(ordinal: ordinal)
            try move(day)
            let given = try await desk.doUpkeep(at: desk.now)
            if !(try await desk.doUpkeep(at: desk.now)).isEmpty { report.faults.append("\(day): noticed twice") }
            notices += given
            let round = try await office.sendDue()
            if round != PostOffice.Round(sent: given.count) {
                report.faults.append("\(day): \(given.count) notices, \(round.sent) letters")
            }
            for notice in given {
                guard let keeper = keepers[notice.record] else { continue }
                if notice.step == .end { lapses[notice.record] = day }
                guard KeeperHabit(keeper.number).acts(on: notice.step) else { continue }
                try await desk.confirm(notice.record, for: notice.until, by: keeper.account)
                if notice.step == .end { returns.insert(notice.record) } else { confirmed.insert(notice.record) }
            }
            for (record, lapsed) in lapses where lapsed.adding(days: 30) == day {
                guard let keeper = keepers[record], KeeperHabit(keeper.number) == .late else { continue }
                try await desk.confirm(record, by: try await desk.viewer(keeper.account))
                returns.insert(record)
            }
        }
        let end = CalendarDay(ordinal: today.ordinal + 364)
        let byRecord = Dictionary(grouping: notices, by: \.record)
        for (record, keeper) in keepers.sorted(by: { $0.key.name < $1.key.name }) {
            let upkeep = try await desk.upkeep(of: record, for: .office)
            let own = byRecord[record] ?? []
            report.faults += YearRehearsal.faults(
                record, upkeep, own, KeeperHabit(keeper.number), hasLapsed: lapses[record] != nil, end)
            let kind: WritableKeyPath<Report, Line> =
                if case .provider = record { \Report.members } else { \Report.practices }
            report[keyPath: kind].records += 1
            report[keyPath: kind].reminded += own.isEmpty ? 0 : 1
            report[keyPath: kind].letters += own.count
            report[keyPath: kind].confirmed += confirmed.contains(record) ? 1 : 0
            report[keyPath: kind].lapsed += lapses[record] == nil ? 0 : 1
            report[keyPath: kind].returned += returns.contains(record) ? 1 : 0
            report[keyPath: kind].stillLapsed += upkeep.standing == .lapsed ? 1 : 0
        }
        let letters = inbox.all
        if letters.count != notices.count { report.faults.append("\(notices.count) notices, \(letters.count) letters") }
        if Set(letters).count != letters.count { report.faults.append("a letter went twice") }
        report.listedMembers = try await desk.records(ProviderProfile.self, limit: 1).total
        report.listedPractices = try await desk.records(Practice.self, limit: 1).total
        return report
    }

    /// Who stands as good is good; what is over says so, and its keeper was told three times before.
    private static func faults(
        _ record: Kept, _ upkeep: Upkeep, _ notices: [UpkeepNotice], _ habit: KeeperHabit, hasLapsed: Bool,
        _ end: CalendarDay
    ) -> [String] {
        var faults: [String] = []
        let isOver = upkeep.until.map { $0 < end } ?? true
        if (upkeep.standing == .lapsed) != isOver { faults.append("\(record.name): silently stale") }
        if Set(notices.map { "\($0.until) \($0.step)" }).count != notices.count {
            faults.append("\(record.name): the same notice twice")
        }
        if hasLapsed, notices.map(\.step) != UpkeepNotice.Step.allCases {
            faults.append("\(record.name): lapsed without three reminders")
        }
        if upkeep.standing == .lapsed, ![.never, .late].contains(habit) {
            faults.append("\(record.name): lapsed though its keeper answers")
        }
        return faults
    }

    private static func writer() throws(PostroomError) -> LetterWriter {
        guard let from = Mailbox(name: "", address: "post@bio-bridge.example") else {
            throw .noFolder("post@bio-bridge.example")
        }
        return LetterWriter(
            from: from, page: { _, request in request.rawValue }, link: { _, _ in "" },
            keeping: KeepingPages(
                record: { _, record in "https://bio-bridge.example/" + record.name },
                confirm: { _, account, notice in
                    "https://bio-bridge.example/keeping/\(account.own)/\(notice.record.name)/\(notice.step.rawValue)"
                }))
    }

    /// Institutions with a person each, their offers and practices, set up over a year and a half, so that the first terms end
    /// three months from today; every tenth member is an expert, whose term is four years.
    private func enrol(before today: CalendarDay) async throws -> [Kept: Keeper] {
        var keepers: [Kept: Keeper] = [:]
        let batch = 10
        for start in stride(from: 0, to: members, by: batch) {
            try move(today.adding(days: -640 + start * 550 / members))
            var papers: [ChosenPaper] = []
            for number in start..<min(start + batch, members) {
                papers += try Enrolment(number: number, hasPractice: hasPractice(number)).papers(&keepers) {
                    Keeper(account: $0, number: $1)
                }
            }
            try await desk.setUp(papers, by: .office)
        }
        return keepers
    }

    /// Spread evenly over the members.
    private func hasPractice(_ number: Int) -> Bool {
        number * practices / members != (number + 1) * practices / members
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
