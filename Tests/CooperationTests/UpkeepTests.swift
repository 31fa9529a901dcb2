import Foundation
import Testing
import TextAnalysis

@testable import Cooperation

@Suite struct UpkeepTests {
    /// A provider's record written on that day by somebody who speaks for it.
    private func upkeep(on text: String = "2026-03-02", years: Int = 2, reviewOn: String? = nil) throws -> Upkeep {
        let record = Kept.provider(try id("cse"))
        let account = try #require(AccountID(own: "provider"))
        return Upkeep(
            record: record, years: years, begun: try day(text), author: .account(account), revised: try day(text),
            revision: 1, reviewOn: reviewOn.flatMap { CalendarDay($0) })
    }

    private func filed<Body: Paper>(_ body: Body, on text: String) throws -> Filed<Body> {
        Filed(id: try id("x\(text)"), revision: 1, author: .office, at: try day(text), body: body)
    }

    private func review(_ decision: Review.Decision, of upkeep: Upkeep, on text: String) throws -> Filed<Review> {
        let findings = Review.Criterion.asked(of: .provider).map { Review.Finding(criterion: $0, verdict: .yes) }
        let body = Review(
            record: upkeep.record, revision: upkeep.revision, findings: findings, decision: decision,
            reason: LocalizedText("Because", in: .english))
        return try filed(body, on: text)
    }

    private func calendarDay(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test func nobodyButItsAuthorSeesARecordBeforeItWasReviewed() throws {
        var upkeep = try upkeep()
        #expect(upkeep.standing == .awaitingReview)
        #expect(!upkeep.standing.isPublic)
        #expect(upkeep.until == nil)
        #expect(upkeep.notice(on: try calendarDay("2030-01-01")) == nil)
        upkeep.reviews = [try review(.changesAsked, of: upkeep, on: "2026-03-05")]
        #expect(upkeep.standing == .changesAsked)
        upkeep.revision = 2
        #expect(upkeep.standing == .awaitingReview)
        upkeep.reviews.append(try review(.admitted, of: upkeep, on: "2026-03-09"))
        #expect(upkeep.standing == .admitted)
        #expect(upkeep.until == (try calendarDay("2028-03-09")))
    }

    @Test func whatTheOfficeSetUpIsAdmittedAtOnce() throws {
        var upkeep = try upkeep()
        upkeep.author = .office
        #expect(upkeep.standing == .admitted)
        #expect(upkeep.until == (try calendarDay("2028-03-02")))
    }

    @Test func aDeclinedRecordIsGoneAlsoWhenItWasAdmittedBefore() throws {
        var upkeep = try upkeep()
        upkeep.reviews = [try review(.admitted, of: upkeep, on: "2026-03-05")]
        upkeep.reviews.append(try review(.declined, of: upkeep, on: "2026-04-05"))
        #expect(upkeep.standing == .declined)
        upkeep.reviews.append(try review(.admitted, of: upkeep, on: "2026-05-05"))
        #expect(upkeep.standing == .admitted)
    }

    @Test func itsKeeperIsToldFourTimesAndThenItLapses() throws {
        var upkeep = try upkeep()
        upkeep.author = .office
        let expected: [(String, UpkeepNotice.Step)] = [
            ("2027-12-03", .quarter), ("2028-02-01", .month), ("2028-02-24", .week), ("2028-03-03", .end),
        ]
        for (text, step) in expected {
            let due = try calendarDay(text)
            #expect(upkeep.notice(on: due.adding(days: -1)) == nil)
            let notice = try #require(upkeep.notice(on: due))
            #expect(notice.step == step)
            #expect(upkeep.nextNotice?.day == due)
            upkeep.notices.append(try filed(notice, on: text))
            #expect(upkeep.notice(on: due) == nil)
        }
        #expect(upkeep.standing == .lapsed)
        #expect(upkeep.nextNotice == nil)
        upkeep.confirmations = [try filed(Confirmation(record: upkeep.record), on: "2028-06-01")]
        #expect(upkeep.standing == .admitted)
        #expect(upkeep.until == (try calendarDay("2030-06-01")))
        #expect(upkeep.nextNotice?.step == .quarter)
    }

    @Test func aClockThatStoodStillGivesTheLatestNoticeOnly() throws {
        var upkeep = try upkeep()
        upkeep.author = .office
        #expect(upkeep.notice(on: try calendarDay("2028-02-28"))?.step == .week)
        #expect(upkeep.notice(on: try calendarDay("2029-01-01"))?.step == .end)
    }

    @Test func aConfirmationOrARevisionBeginsANewTerm() throws {
        var upkeep = try upkeep()
        upkeep.author = .office
        upkeep.confirmations = [try filed(Confirmation(record: upkeep.record), on: "2027-01-10")]
        #expect(upkeep.until == (try calendarDay("2029-01-10")))
        upkeep.revised = try day("2027-05-05")
        #expect(upkeep.until == (try calendarDay("2029-05-05")))
    }

    @Test func aDayForReviewEndsTheTermEarlierAndExpertsHaveFourYears() throws {
        var early = try upkeep(reviewOn: "2026-12-01")
        early.author = .office
        #expect(early.until == (try calendarDay("2026-12-01")))
        early.confirmations = [try filed(Confirmation(record: early.record), on: "2026-12-02")]
        #expect(early.until == (try calendarDay("2028-12-02")))
        // A word within the ninety days before is the look she wanted; an earlier one is not.
        early.confirmations = [try filed(Confirmation(record: early.record), on: "2026-11-01")]
        #expect(early.until == (try calendarDay("2028-11-01")))
        early.confirmations = [try filed(Confirmation(record: early.record), on: "2026-08-01")]
        #expect(early.until == (try calendarDay("2026-12-01")))
        var expert = try upkeep(on: "2024-02-29", years: 4)
        expert.author = .office
        #expect(expert.until == (try calendarDay("2028-02-29")))
        #expect(try calendarDay("2024-02-29").adding(years: 1) == (try calendarDay("2025-02-28")))
    }

    @Test func aReviewNamesEveryCriterionAndAdmitsOnlyWhatMeetsAll() throws {
        let record = Kept.practice(try id("one"))
        var findings = Review.Criterion.asked(of: .practice).map { Review.Finding(criterion: $0, verdict: .yes) }
        #expect(Review(record: record, revision: 1, findings: findings, decision: .admitted).problems().isEmpty)
        findings[1].verdict = .unclear
        let refused = Review(record: record, revision: 1, findings: findings, decision: .admitted).problems()
        #expect(refused == [Problem(field: "findings.evidence", code: .notMet)])
        let asked = Review(record: record, revision: 1, findings: findings, decision: .changesAsked).problems()
        #expect(asked == [Problem(field: "reason", code: .missing)])
        let short = Review(record: record, revision: 1, findings: [], decision: .admitted).problems()
        #expect(short.map(\.field) == Review.Criterion.asked(of: .practice).map { "findings.\($0.rawValue)" })
    }
}
