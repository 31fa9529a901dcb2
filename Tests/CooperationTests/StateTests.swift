import Foundation
import Testing
import Vocabulary

@testable import Cooperation

@Suite struct StateTests {
    @Test func aRequestTravelsTheWholeWay() throws {
        var benin = try Story()
        #expect(try benin.state(on: "2026-03-01") == .drafted)
        try benin.submitted(on: "2026-03-02")
        #expect(try benin.state(on: "2026-03-03") == .submitted)
        try benin.position(.endorsement, on: "2026-03-05")
        #expect(try benin.state(on: "2026-03-05") == .endorsed)
        try benin.assessed(on: "2026-03-06")
        #expect(try benin.state(on: "2026-03-06") == .triaged)
        try benin.introduced("cse", on: "2026-03-10")
        #expect(try benin.state(on: "2026-03-10") == .introduced)
        try benin.replied(.candidate, .accepts, on: "2026-03-12")
        #expect(try benin.state(on: "2026-03-12") == .introduced)
        try benin.replied(.requester, .accepts, on: "2026-03-13")
        #expect(try benin.state(on: "2026-03-13") == .matched)
        try benin.planned(on: "2026-04-01")
        #expect(try benin.state(on: "2026-04-01") == .planned)
        try benin.pledged(on: "2026-05-01")
        #expect(try benin.state(on: "2026-05-01") == .funded)
        try benin.reported(.progress, on: "2026-06-01")
        #expect(try benin.state(on: "2026-06-01") == .underWay)
        try benin.reported(.final, on: "2026-09-01")
        #expect(try benin.state(on: "2026-09-01") == .reported)
        try benin.closed(.fulfilled, on: "2026-09-10")
        #expect(try benin.state(on: "2026-09-10") == .closed)
        let stations = benin.dossier.milestones(at: try day("2026-09-11"))
        #expect(stations.allSatisfy { $0.reached != nil })
        #expect(stations.map(\.isCurrent) == [false, false, false, false, false, false, true])
    }

    @Test func aPlanThatNeedsNobodysMoneyWaitsForTheReportAndForNoDonor() throws {
        for needsNoFunding in [false, true] {
            var benin = try Story()
            try benin.submitted(on: "2026-03-02")
            try benin.position(.endorsement, on: "2026-03-05")
            try benin.planned(on: "2026-04-01", needsNoFunding: needsNoFunding)
            let expectation = benin.dossier.expectation(at: try day("2026-04-02"))
            #expect(expectation.needsNoFunding == needsNoFunding)
            let days = needsNoFunding ? ServiceLevel.progress : ServiceLevel.fund
            #expect(expectation.due == CalendarDay("2026-04-01")?.adding(days: days))
        }
    }

    @Test func silenceLetsItGoOnAfterFifteenWorkingDays() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        #expect(benin.dossier.window?.deadline == CalendarDay("2026-03-23"))
        let end = try #require(CalendarDay("2026-03-23")).endEverywhere
        #expect(benin.dossier.state(at: end) == .submitted)
        #expect(benin.dossier.state(at: end.addingTimeInterval(1)) == .passedBySilence)
        #expect(benin.dossier.duties(at: end.addingTimeInterval(1)) == [.passInSilence(submission: 1)])
        try benin.position(.silence, on: "2026-03-25")
        #expect(try benin.state(on: "2026-03-26") == .passedBySilence)
        #expect(benin.dossier.duties(at: try day("2026-03-26")).isEmpty)
    }

    @Test func aFocalPointBackFromAJourneyMayStillSpeak() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        try benin.position(.silence, on: "2026-03-25")
        try benin.position(.objection, on: "2026-03-27")
        #expect(try benin.state(on: "2026-03-28") == .objected)
        try benin.submitted(on: "2026-04-01")
        #expect(try benin.state(on: "2026-04-02") == .submitted)
        #expect(benin.dossier.window?.submission == 2)
    }

    @Test func aQuestionStopsTheClockUntilItIsAnswered() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        try benin.position(.question, on: "2026-03-04")
        #expect(try benin.state(on: "2026-04-20") == .questioned)
        #expect(benin.dossier.expectation(at: try day("2026-03-05")).has == .requester)
        try benin.answeredQuestion(on: "2026-03-11")
        #expect(try benin.state(on: "2026-03-12") == .submitted)
        // Five working days stood still: 5, 6, 9, 10 and 11 March.
        #expect(benin.dossier.window?.deadline == CalendarDay("2026-03-30"))
    }

    @Test func anUnansweredQuestionLapsesInTheEnd() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        try benin.position(.question, on: "2026-03-04")
        #expect(benin.dossier.duties(at: try day("2026-05-03")).isEmpty)
        #expect(benin.dossier.duties(at: try day("2026-05-05")) == [.lapse(.questioned)])
        try benin.closed(.lapsed, on: "2026-05-05")
        #expect(try benin.state(on: "2026-05-05") == .lapsed)
        #expect(benin.dossier.duties(at: try day("2026-06-05")).isEmpty)
    }

    @Test func whenAllIntroducedDeclineTheDeskHasItAgain() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        try benin.position(.endorsement, on: "2026-03-03")
        try benin.assessed(on: "2026-03-04")
        try benin.introduced("cse", on: "2026-03-05")
        try benin.replied(.candidate, .declines, on: "2026-03-06")
        #expect(try benin.state(on: "2026-03-06") == .triaged)
        try benin.introduced("oss", on: "2026-03-07")
        #expect(try benin.state(on: "2026-03-07") == .introduced)
    }

    @Test func remindersComeTwiceAndOnceEach() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        #expect(benin.dossier.duties(at: try day("2026-03-10")).isEmpty)
        #expect(benin.dossier.duties(at: try day("2026-03-11")) == [.remind(submission: 1, number: 1)])
        try benin.reminded(1, on: "2026-03-11")
        #expect(benin.dossier.duties(at: try day("2026-03-17")).isEmpty)
        #expect(benin.dossier.duties(at: try day("2026-03-18")) == [.remind(submission: 1, number: 2)])
    }

    @Test func theWeekendAndHolidaysOfACountryDoNotCount() throws {
        let egypt = try #require(CountryCode("EG"))
        let rule = NonObjectionRule(
            country: egypt, workingDays: 5, weekend: [.friday, .saturday],
            holidays: [try #require(CalendarDay("2026-03-03"))])
        // Monday 2 March; 3 is a holiday, 6 and 7 are the weekend: 4, 5, 8, 9, 10.
        #expect(rule.workingDay(5, after: try #require(CalendarDay("2026-03-02"))) == CalendarDay("2026-03-10"))
        let monday = try #require(CalendarDay("2026-03-02"))
        for count in 0...40 {
            #expect(rule.workingDays(after: monday, through: rule.workingDay(count, after: monday)) == count)
        }
    }

    @Test func everyStateSaysWhoHasItAndWhatFollows() throws {
        var benin = try Story()
        #expect(benin.dossier.expectation(at: try day("2026-03-01")).ifNobodyActs == .waits)
        try benin.submitted(on: "2026-03-02")
        let open = benin.dossier.expectation(at: try day("2026-03-03"))
        #expect(open == Expectation(has: .focalPoint, due: CalendarDay("2026-03-23"), ifNobodyActs: .goesOn))
        try benin.position(.endorsement, on: "2026-03-03")
        let desk = benin.dossier.expectation(at: try day("2026-03-04"))
        #expect(desk == Expectation(has: .helpDesk, due: CalendarDay("2026-03-10"), ifNobodyActs: .isShownLate))
        #expect(benin.dossier.isLate(at: try day("2026-03-12")))
        #expect(!benin.dossier.isLate(at: try day("2026-03-10")))
    }

    @Test func historyIsNeverUndoneByAnEarlierPaperOfAnotherSubmission() throws {
        var benin = try Story()
        try benin.submitted(on: "2026-03-02")
        try benin.position(.objection, on: "2026-03-03")
        try benin.submitted(on: "2026-03-05")
        #expect(try benin.state(on: "2026-03-06") == .submitted)
        try benin.position(.endorsement, on: "2026-03-07")
        #expect(try benin.state(on: "2026-03-08") == .endorsed)
    }
}
