import Cooperation
import Desk
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("What fits whom")
struct FittingTests {
    @Test func aProviderSeesTheNeedsItCouldAnswerAndWhy() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let need = try await stage.desk.write(
            Need(
                country: cast.benin,
                statement: LocalizedText("Manque de suivi de la faune par télédétection.", in: .french),
                lack: .capacity, subjects: [try subject("CBD-SUBJECT-PA")], source: "NBSAP"), by: cast.focalPoint)
        for viewer in [cast.provider, cast.officer, .office] {
            let needs = try await stage.desk.needsThatFit(provider: cast.offer, viewer: viewer)
            #expect(Set(needs.map(\.scored.key)) == [id.rawValue, need.rawValue])
            #expect(needs.allSatisfy { !$0.scored.parts.isEmpty })
            #expect(needs.map(\.scored.score) == needs.map(\.scored.score).sorted(by: >))
            let again = try await stage.desk.needsThatFit(provider: cast.offer, viewer: viewer)
            #expect(again.map(\.scored) == needs.map(\.scored))
        }
        try await stage.strike()
    }

    @Test func othersAreNotToldWhatFitsSomebody() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        for viewer in [cast.requester, cast.stranger, cast.donor] {
            await #expect(throws: DeskError.refused("needsThatFit")) {
                try await stage.desk.needsThatFit(provider: cast.offer, viewer: viewer)
            }
        }
        await #expect(throws: DeskError.signInFirst) {
            try await stage.desk.needsThatFit(provider: cast.offer, viewer: .visitor)
        }
        try await stage.strike()
    }

    @Test func onlyWhatIsPublicOpenAndNotYetBroughtToItIsShown() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.submitted(on: stage)
        _ = try await cast.triaged(on: stage, visibility: .named([]))
        #expect(try await stage.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).isEmpty)
        _ = try await cast.introduced(on: stage)
        #expect(try await stage.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).isEmpty)
        let closed = try await cast.triaged(on: stage)
        #expect(try await stage.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).count == 1)
        try await stage.desk.close(
            closed, .unfulfilled, saying: LocalizedText("Personne", in: .french), by: cast.officer)
        #expect(try await stage.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).isEmpty)
        // The index filled anew knows it too.
        try await stage.close()
        let again = try await Stage(folder: stage.folder)
        #expect(try await again.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).isEmpty)
        try await again.strike()
    }

    @Test func aNeedThatSharesLittleMoreThanTheLanguageIsNotShown() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let need = try await stage.desk.write(
            Need(
                country: try country("HT"), statement: LocalizedText("Manque de suivi des hôpitaux.", in: .french),
                lack: .capacity, source: "NBSAP"), by: cast.officer)
        let profile = try await stage.desk.record(cast.offer)
        let institute = try await stage.desk.record(cast.institute)
        let offer = Offer(profile.body, of: institute.body, on: stage.desk.today)
        #expect(stage.desk.index.needs(for: offer).map(\.key) == [need.rawValue], "the index finds a word in common")
        #expect(try await stage.desk.needsThatFit(provider: cast.offer, viewer: cast.provider).isEmpty)
        try await stage.strike()
    }

    @Test func anOpportunitySeesOpenRequestsOfThoseWhoMayApply() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        func call(_ eligibility: Opportunity.Eligibility, until: String? = nil) async throws -> OpportunityID {
            try await stage.desk.write(
                Opportunity(
                    organisation: cast.fund, title: LocalizedText("Suivi de la faune des parcs", in: .french),
                    description: LocalizedText("Pour le suivi de la faune.", in: .french),
                    types: [try assistance("training.workshop")], subjects: [try subject("CBD-SUBJECT-PA")],
                    eligibility: eligibility, howToApply: LocalizedText("Écrire.", in: .french),
                    deadline: until.flatMap { CalendarDay($0) }), by: cast.donor)
        }
        func found(_ call: OpportunityID) async throws -> [RequestID?] {
            try await stage.desk.eligibleFor(call, viewer: cast.donor).map(\.scored.request)
        }
        #expect(try await found(try await call(.init())) == [id])
        #expect(try await found(try await call(.init(organisationTypes: [.governmentNational]))) == [id])
        #expect(try await found(try await call(.init(organisationTypes: [.academic]))) == [])
        #expect(try await found(try await call(.init(countries: .countries([try country("SN")])))) == [])
        #expect(try await found(try await call(.init(), until: "2026-02-28")) == [])
        let open = try await call(.init())
        await #expect(throws: DeskError.refused("needsThatFit")) {
            try await stage.desk.eligibleFor(open, viewer: cast.requester)
        }
        try await stage.strike()
    }

    @Test func amongNearlyEqualCandidatesTheOneSeldomIntroducedComesForward() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        // What is asked stands in both in the same way; the rest keeps them from being folded into one.
        func twin(_ rest: String) async throws -> OpportunityID {
            try await stage.desk.write(
                Opportunity(
                    organisation: cast.fund, title: LocalizedText("Suivi de la faune", in: .french),
                    description: LocalizedText(rest, in: .french), types: [try assistance("training.workshop")],
                    subjects: [try subject("CBD-SUBJECT-PA")], howToApply: LocalizedText(rest, in: .french)),
                by: cast.donor)
        }
        let twins = [
            try await twin("Bourse annuelle, dossier papier accepté auprès du secrétariat général"),
            try await twin("Concours ouvert, candidature électronique adressée au comité directeur"),
        ]
        let id = try await cast.triaged(on: stage)
        func order() async throws -> [OpportunityID] {
            let first = try await stage.desk.matches(for: id, viewer: cast.officer)
            let second = try await stage.desk.matches(for: id, viewer: cast.officer)
            #expect(first.best == second.best)
            for scored in first.best { #expect(scored.score == scored.parts.reduce(0) { $0 + $1.value }) }
            return first.best.compactMap { scored in
                guard case .opportunity(let id) = scored.candidate, twins.contains(id) else { return nil }
                return id
            }
        }
        let before = try await order()
        try #require(before.count == 2)
        let other = try await cast.triaged(on: stage)
        let introduction = Introduction(
            request: other, candidate: .opportunity(before[0]), letter: LocalizedText("Bonjour", in: .french))
        try await stage.desk.introduce(introduction, by: cast.officer)
        #expect(try await order() == before.reversed())
        stage.clock.wait(days: 366)
        #expect(try await order() == before, "after a year it is as before")
        try await stage.strike()
    }

    @Test func theHelpDeskLearnsWhySomebodyIsNotAmongTheFirst() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let (id, _) = try await cast.introduced(on: stage)
        func why(_ candidate: Introduction.Candidate) async throws -> WhyNot? {
            try await stage.desk.whyNot(candidate, for: id, viewer: cast.officer)
        }
        #expect(try await why(.provider(cast.offer)) == .leftOut)
        let call = try await stage.desk.write(
            Opportunity(
                organisation: cast.fund, title: LocalizedText("Faune", in: .french),
                description: LocalizedText("Pour le suivi de la faune.", in: .french),
                types: [try assistance("training.workshop")], subjects: [],
                eligibility: .init(countries: .countries([try country("SN")])),
                howToApply: LocalizedText("Écrire.", in: .french)), by: cast.donor)
        #expect(try await why(.opportunity(call)) == .notOpenTo(cast.benin))
        #expect(try await why(.provider(try #require(ProviderID(own: "nobody")))) == .unknown)
        let fresh = try await cast.triaged(on: stage)
        let first = try await stage.desk.whyNot(.provider(cast.offer), for: fresh, viewer: cast.officer)
        #expect(first == nil)
        await #expect(throws: DeskError.refused("match")) {
            try await stage.desk.whyNot(.provider(cast.offer), for: id, viewer: cast.requester)
        }
        try await stage.strike()
    }

    @Test func aProviderTellsTheHelpDeskThatItCouldHelp() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let text = LocalizedText("Nous pouvons former six agents en mai.", in: .french)
        try await stage.desk.offerHelp(of: cast.offer, with: id, saying: text, by: cast.provider)
        let atTheDesk = try await stage.desk.dossier(id, for: cast.officer).dossier.messages
        #expect(atTheDesk.map(\.body.text) == [text])
        for viewer in [cast.requester, cast.focalPoint, cast.provider, .visitor] {
            #expect(try await stage.desk.dossier(id, for: viewer).dossier.messages.isEmpty)
        }
        await #expect(throws: DeskError.refused("offerHelp")) {
            try await stage.desk.offerHelp(of: cast.offer, with: id, saying: text, by: cast.stranger)
        }
        let secret = try await cast.triaged(on: stage, visibility: .named([]))
        await #expect(throws: DeskError.notFound) {
            try await stage.desk.offerHelp(of: cast.offer, with: secret, saying: text, by: cast.provider)
        }
        let (introduced, _) = try await cast.introduced(on: stage)
        await #expect(throws: DeskError.illegal(.introduce, .introduced)) {
            try await stage.desk.offerHelp(of: cast.offer, with: introduced, saying: text, by: cast.provider)
        }
        try await stage.strike()
    }

    @Test func gapsAreForEverybodyAndCountOnlyOpenPublicNeeds() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.triaged(on: stage, visibility: .named([]))
        #expect(await stage.desk.gaps().isEmpty)
        _ = try await cast.triaged(on: stage)
        let gaps = await stage.desk.gaps()
        let theme = try subject("CBD-SUBJECT-PA")
        let protected = gaps.first { $0.topic == .subject(theme) }
        #expect(gaps.allSatisfy { $0.region == .africa && $0.needs == 1 })
        #expect(protected?.providersThere == 1)
        #expect(await stage.desk.gaps() == gaps)
        try await stage.strike()
    }
}

func subject(_ code: String) throws -> SubjectID { try #require(SubjectID(code)) }
func assistance(_ code: String) throws -> AssistanceTypeID { try #require(AssistanceTypeID(code)) }
