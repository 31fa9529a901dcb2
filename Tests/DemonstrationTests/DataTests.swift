import Cooperation
import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Demonstration

/// What the compiled-in files hold, before anything is filed.
@Suite struct DataTests {
    let data: DemonstrationData

    init() throws { data = try DemonstrationData() }

    @Test func thereIsEnoughOfEach() {
        #expect(data.hubs.count >= 18)
        #expect(data.providers.count >= 60)
        #expect(data.opportunities.count >= 20)
        #expect(data.practices.count >= 20)
        #expect(data.practices.filter { !$0.body.blocks.isEmpty }.count >= 3)
        #expect(Set(data.resources.map(\.body.form)).count >= 5)
        #expect(data.needs.count >= 40)
        #expect(data.stories.count >= 25)
    }

    @Test func everyPaperIsValid() {
        func check<Body: Paper>(_ records: [Record<Body>]) {
            for record in records { #expect(record.body.problems().isEmpty, "\(record.id)") }
            #expect(Set(records.map(\.id)).count == records.count)
        }
        check(data.organisations)
        check(data.hubs)
        check(data.providers)
        check(data.opportunities)
        check(data.practices)
        check(data.resources)
        check(data.projects)
        check(data.needs)
        check(data.stories.map(\.request))
        for story in data.stories where story.steps.contains(where: { $0.step == .submit }) {
            #expect(story.request.body.problemsOfSubmission().isEmpty, "\(story.request.id)")
        }
    }

    @Test func whatIsReferredToExists() throws {
        let organisations = Set(data.organisations.map(\.id))
        let requests = Set(data.stories.map(\.request.id))
        let practices = Set(data.practices.map(\.id))
        let accounts = try Set(Demonstration.accounts().accounts.map(\.id))
        let hubs = Set(data.hubs.map(\.id))
        let candidates = Set(data.institutions.keys)
        let mentioned =
            data.hubs.map(\.body.organisation) + data.providers.map(\.body.organisation)
            + data.opportunities.map(\.body.organisation) + data.practices.flatMap(\.body.organisations)
            + data.stories.map(\.request.body.organisation)
            + data.stories.flatMap { $0.steps.compactMap(\.organisation) }
            + data.accounts.accounts.compactMap(\.organisation)
        #expect(Set(mentioned).subtracting(organisations).isEmpty)
        let asked = data.practices.compactMap(\.body.request) + data.needs.compactMap(\.body.request)
        #expect(Set(asked).subtracting(requests).isEmpty)
        for step in data.stories.flatMap(\.steps) {
            if let candidate = step.candidate { #expect(candidates.contains(candidate), "\(candidate)") }
            #expect(Set(step.practices ?? []).isSubset(of: practices))
        }
        for case .named(let readers) in data.stories.map(\.request.body.visibility) {
            #expect(Set(readers).isSubset(of: accounts))
        }
        #expect(Set(data.accounts.accounts.compactMap(\.hub)).isSubset(of: hubs))
        #expect(Set(data.partnerships.flatMap(\.body.organisations)).isSubset(of: organisations))
        let working = data.projects.flatMap { $0.body.organisations + $0.body.donors }
        #expect(Set(working).isSubset(of: organisations) && data.projects.count >= 8)
        #expect(Set(data.projects.flatMap(\.body.practices)).isSubset(of: practices))
        #expect(data.partnerships.allSatisfy { $0.body.problems().isEmpty })
    }

    @Test func allRegionsAndSixLanguagesSpeak() throws {
        let asking = Set(data.stories.map(\.request.body.country.country.region))
        #expect(
            asking.isSuperset(of: [.africa, .asiaPacific, .centralAndEasternEurope, .latinAmericaAndCaribbean]))
        let texts =
            data.providers.map(\.body.expertise) + data.practices.map(\.body.summary)
            + data.stories.map(\.request.body.problem)
        let written = Dictionary(
            grouping: texts.flatMap { text in
                text.versions.compactMap { $0.value.origin == .written ? $0.key : nil }
            }, by: \.self
        ).mapValues(\.count)
        #expect(written[.french, default: 0] >= 12)
        #expect(written[.spanish, default: 0] >= 8)
        #expect(written[.russian, default: 0] >= 4)
        #expect(written[.arabic, default: 0] >= 3)
        #expect(written[.chinese, default: 0] >= 2)
    }

    @Test func textsAreInTheLanguageTheySay() {
        let texts =
            data.providers.map(\.body.expertise) + data.practices.map(\.body.summary)
            + data.stories.map(\.request.body.problem)
        for text in texts {
            for (language, version) in text.versions where version.text.count > 120 {
                #expect(LanguageGuess(version.text).language == language, "\(version.text.prefix(60))")
            }
        }
    }

    @Test func nobodyIsNamedByAnAddress() throws {
        let (accounts, password) = try Demonstration.accounts()
        #expect(accounts.allSatisfy { $0.email.hasSuffix("@example.org") })
        #expect(password.unicodeScalars.count >= 12)
        let roles: Set<Role> = [
            .representative, .focalPoint, .authorisedUser, .helpDesk, .donor, .reviewer, .administrator,
        ]
        #expect(Set(accounts.map(\.role)) == roles)
        for story in data.stories {
            let bytes = try String(decoding: story.request.body.encoded(), as: UTF8.self)
            #expect(!bytes.contains("@"), "\(story.request.id)")
        }
    }
}
