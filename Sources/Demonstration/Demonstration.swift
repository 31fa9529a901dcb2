import Catalogue
public import Cooperation
import Desk
public import Foundation
import Ledger

/// A filled house: real institutions, calls and needs restated in our words, and requests in every state.
///
/// Institutions, programmes and needs are public facts; what the stories say was asked, answered and agreed in them is made up
/// for demonstration. Dates count back from the day it is filled in, so that it is always fresh.
public enum Demonstration {
    /// The accounts one can sign in with, and their one password. Shown on the sign-in page of a demonstration only.
    public static func accounts() throws(DemonstrationError) -> (accounts: [DemonstrationAccount], password: String) {
        let list = try DataFile.accounts.decode(AccountList.self)
        return (list.accounts, list.password)
    }

    /// Fills the ledger of an empty folder, as if the node had worked until that day, and closes it. Takes seconds.
    /// - Parameters:
    ///   - node: the name of the node, as the server that opens the folder later will give it.
    ///   - today: the last day; the clock's duties are done up to its first minutes.
    ///   - hash: turns a password into what is stored.
    /// - Throws: `notEmpty` if there is a ledger with papers; errors of the modules below.
    public static func fill(
        folder: URL, node: String, today: CalendarDay, hash: (String) async throws -> String
    ) async throws {
        let data = try DemonstrationData()
        let passwordHash = try await hash(data.accounts.password)
        let clock = StoryClock(today.adding(days: -1000))
        let numbers = RepeatableNumbers()
        let secret = Set(PaperKind.secret.map(\.rawValue))
        let options = LedgerOptions(home: node, kindsWithoutHistory: secret, now: { clock.now })
        let ledger = try SQLiteLedger(folder: folder, options: options)
        let surroundings = Surroundings(
            now: { clock.now }, hash: { _ in passwordHash }, verify: { _, _ in false }, random: { numbers.next() })
        let result: Result<Void, any Error>
        do {
            guard try await ledger.head() == .empty else { throw DemonstrationError.notEmpty }
            let catalogue = try Catalogue(folder: folder, head: .empty, node: node)
            let desk = Desk(ledger: ledger, catalogue: catalogue, surroundings: surroundings)
            try await live(data, people: data.people(passwordHash: passwordHash), at: desk, clock: clock, until: today)
            try catalogue.close()
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await ledger.close()
        try result.get()
    }

    /// What was told a month before its end was confirmed that day: the office answers for what it set up.
    private static func confirm(_ notices: [UpkeepNotice], at desk: Desk) async throws {
        for notice in notices where notice.step == .month { try await desk.confirm(notice.record, by: .office) }
    }

    /// Goes through the past day by day: first what the clock owes, then the records filed on that day, then the steps.
    private static func live(
        _ data: DemonstrationData, people: People, at desk: Desk, clock: StoryClock, until today: CalendarDay
    ) async throws {
        let player = Player(desk: desk, people: people, institutions: data.institutions)
        let papers = Dictionary(grouping: try data.papers(before: today), by: \.day)
        let steps = Dictionary(grouping: data.stories.flatMap { story in story.steps.map { (story, $0) } }) {
            $0.1.day(before: today)
        }
        let first = (Array(papers.keys) + Array(steps.keys)).min() ?? today
        for ordinal in first.ordinal...today.ordinal {
            let day = CalendarDay(ordinal: ordinal)
            clock.move(to: day, minute: 30)
            try await desk.doDuties(at: clock.now)
            try await confirm(try await desk.doUpkeep(at: clock.now), at: desk)
            clock.move(to: day, minute: 8 * 60)
            if day == first { try await desk.setUp(people.all, by: .office) }
            try await desk.setUp(papers[day, default: []].map(\.paper), by: .office)
            if day == today.adding(days: -SideStories.begunDaysAgo) {
                try await SideStories(desk: desk, player: player).begin()
            }
            for (index, (story, step)) in steps[day, default: []].enumerated() {
                clock.move(to: day, minute: 9 * 60 + 5 * index)
                try await player.play(step, of: story)
            }
        }
        clock.move(to: today, minute: 11 * 60)
        let officer = try await player.viewer(.officer)
        try await DeskHabits(desk: desk, officer: officer).live(on: today)
        if let organisation = OrganisationID(own: "sedd-morocco") {
            let keeper = try await player.viewer(People.Part(role: .representative, organisation: organisation))
            try await LibraryHabits(desk: desk, officer: officer, keeper: keeper).live(on: today)
        }
        try await SideStories(desk: desk, player: player).tell(data.takenIn)
    }
}
