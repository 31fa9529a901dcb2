import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Cooperation

/// The papers of one request of Benin, put down day by day: `benin.submitted(on: "2026-03-02")`.
struct Story {
    var dossier: Dossier
    private var count = 0

    static let requester = AccountID(own: "park-agency")
    static let focalPoint = AccountID(own: "focal-point")
    static let officer = AccountID(own: "officer")

    init(rule: NonObjectionRule? = nil) throws {
        let begun = try day("2026-03-01")
        let request = Filed(
            id: try id("one"), revision: 1, author: try author(Story.requester), at: begun, body: try Story.request())
        dossier = Dossier(request: request, begun: begun, rule: rule)
    }

    static func request() throws -> Request {
        let benin = try #require(CountryCode("BJ"))
        return Request(
            country: benin, organisation: try id("park-agency"),
            title: LocalizedText("Suivi de la faune par pièges photographiques", in: .french),
            problem: LocalizedText("Nous ne savons pas combien de lions vivent encore dans le parc.", in: .french),
            assistance: [], priorities: LocalizedText("Plan d'action national", in: .french), subjects: [], targets: [],
            level: .national)
    }

    mutating func submitted(on text: String) throws {
        dossier.submissions.append(try filed(Submission(request: dossier.id, revision: 1), text))
    }

    mutating func position(_ stance: Position.Stance, on text: String) throws {
        let body = Position(
            request: dossier.id, submission: dossier.submissions.count, stance: stance,
            reason: LocalizedText("Pourquoi ?", in: .french))
        dossier.positions.append(try filed(body, text))
    }

    mutating func answeredQuestion(on text: String) throws {
        let question = try #require(dossier.positions.last { $0.body.stance == .question })
        let body = Message(request: dossier.id, text: LocalizedText("Parce que.", in: .french), answers: question.id)
        dossier.messages.append(try filed(body, text))
    }

    mutating func assessed(on text: String) throws {
        let body = Assessment(
            request: dossier.id, findings: [.init(criterion: .countryDriven, verdict: .yes)], lane: .project)
        dossier.assessments.append(try filed(body, text))
    }

    mutating func introduced(_ name: String, on text: String) throws {
        let body = Introduction(
            request: dossier.id, candidate: .provider(try id(name)),
            letter: LocalizedText("Chers collègues", in: .french))
        dossier.introductions.append(try filed(body, text))
    }

    mutating func replied(_ side: Reply.Side, _ stance: Reply.Stance, on text: String) throws {
        let introduction = try #require(dossier.introductions.last)
        let body = Reply(
            request: dossier.id, introduction: introduction.id, side: side, stance: stance,
            reason: LocalizedText("Raison", in: .french))
        dossier.replies.append(try filed(body, text))
    }

    mutating func planned(on text: String, needsNoFunding: Bool = false) throws {
        let plan = Plan(
            request: dossier.id, text: LocalizedText("Plan", in: .french), needsNoFunding: needsNoFunding)
        dossier.plans.append(try filed(plan, text))
    }

    mutating func pledged(on text: String) throws {
        let body = Pledge(
            request: dossier.id, organisation: try id("fund"), amount: Money(amount: 20_000, currency: "USD"))
        dossier.pledges.append(try filed(body, text))
    }

    mutating func reported(_ stage: Report.Stage, on text: String) throws {
        let body = Report(request: dossier.id, stage: stage, text: LocalizedText("Rapport", in: .french))
        dossier.reports.append(try filed(body, text))
    }

    mutating func reminded(_ number: Int, on text: String) throws {
        let body = Reminder(request: dossier.id, submission: dossier.submissions.count, number: number)
        dossier.reminders.append(try filed(body, text))
    }

    mutating func closed(_ outcome: Closing.Outcome, on text: String) throws {
        dossier.closings.append(try filed(Closing(request: dossier.id, outcome: outcome), text))
    }

    func state(on text: String) throws -> State { dossier.state(at: try day(text)) }

    private mutating func filed<Body: Paper>(_ body: Body, _ text: String) throws -> Filed<Body> {
        count += 1
        return Filed(id: try id("n\(count)"), revision: 1, author: .office, at: try day(text), body: body)
    }
}

/// Nine in the morning in Greenwich on that day.
func day(_ text: String) throws -> Date {
    try #require(CalendarDay(text)).start.addingTimeInterval(9 * 3600)
}

func id<Body: Paper>(_ own: String) throws -> ID<Body> { try #require(ID<Body>(own: own)) }

func author(_ account: AccountID?) throws -> Author { .account(try #require(account)) }
