import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis

@Suite struct RefusalTests {
    @Test func aFormSentTwiceCountsOnce() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let request = try cast.request()
        let id = try await stage.desk.draft(request, by: cast.requester, once: "form-1")
        await #expect(throws: DeskError.alreadyDone(paper: id.rawValue)) {
            try await stage.desk.draft(request, by: cast.requester, once: "form-1")
        }
        #expect(try await stage.desk.ownWork(for: cast.requester).requests.count == 1)
        try await stage.strike()
    }

    @Test func whoSawAnOlderRevisionIsToldSo() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        var request = try cast.request()
        let id = try await stage.desk.draft(request, by: cast.requester)
        request.title = LocalizedText("Deux", in: .french)
        try await stage.desk.revise(id, to: request, from: 1, by: cast.requester)
        request.title = LocalizedText("Trois", in: .french)
        let late = request
        await #expect(throws: DeskError.conflict(current: 2)) {
            try await stage.desk.revise(id, to: late, from: 1, by: cast.requester)
        }
        try await stage.strike()
    }

    @Test func everyMissingFieldIsNamedAtOnce() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        var request = try cast.request()
        request.subjects = []
        request.priorities = LocalizedText()
        let id = try await stage.desk.draft(request, by: cast.requester)
        let missing = [Problem(field: "priorities", code: .missing), Problem(field: "subjects", code: .missing)]
        await #expect(throws: DeskError.invalid(missing)) { try await stage.desk.submit(id, by: cast.requester) }
        try await stage.strike()
    }

    @Test func othersCannotDoWhatIsNotTheirs() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let desk = stage.desk
        let text = LocalizedText("x", in: .english)
        await #expect(throws: DeskError.refused("introduce")) {
            try await desk.introduce(
                Introduction(request: id, candidate: .provider(cast.offer), letter: text), by: cast.stranger)
        }
        await #expect(throws: DeskError.refused("object")) {
            try await desk.take(.objection, on: id, because: text, by: cast.requester)
        }
        await #expect(throws: DeskError.refused("seeQueue")) { try await desk.queue(for: cast.provider) }
        await #expect(throws: DeskError.signInFirst) { try await desk.draft(try cast.request(), by: .visitor) }
        let practice = Practice(
            title: text, summary: text, problem: text, whatWasDone: text, results: text, countries: [cast.benin],
            subjects: [])
        await #expect(throws: DeskError.refused("writePractice")) { try await desk.write(practice, by: cast.stranger) }
        try await stage.strike()
    }

    @Test func anInstitutionIsRevisedByWhoSpeaksForItOnly() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        var institute = try await stage.desk.record(cast.institute).body
        institute.city = "Dakar"
        let changed = institute
        await #expect(throws: DeskError.refused("writeOrganisation")) {
            try await stage.desk.write(changed, as: cast.institute, from: 1, by: cast.stranger)
        }
        try await stage.desk.write(changed, as: cast.institute, from: 1, by: cast.provider)
        #expect(try await stage.desk.history(of: cast.institute).map(\.body.city) == ["", "Dakar"])
        try await stage.strike()
    }

    @Test func aSecondIntroductionOfTheSameIsRefused() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let (id, _) = try await cast.introduced(on: stage)
        let letter = LocalizedText("x", in: .english)
        let again = Introduction(request: id, candidate: .provider(cast.offer), letter: letter)
        await #expect(throws: DeskError.invalid([Problem(field: "candidate", code: .taken)])) {
            try await stage.desk.introduce(again, by: cast.officer)
        }
        try await stage.strike()
    }

    @Test func signingInAndOut() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        await #expect(throws: DeskError.wrongPassword) {
            try await desk.signIn(email: "officer@example.org", password: "not it at all", tokenHash: "t")
        }
        await #expect(throws: DeskError.wrongPassword) {
            try await desk.signIn(email: "nobody@example.org", password: "a long password", tokenHash: "t")
        }
        #expect(try await desk.visitor(tokenHash: "t") == nil)
        _ = try await desk.signIn(email: " Officer@Example.org ", password: "a long password", tokenHash: "t")
        #expect(try await desk.visitor(tokenHash: "t")?.viewer == cast.officer)
        try await desk.signOut(tokenHash: "t")
        #expect(try await desk.visitor(tokenHash: "t") == nil)
        _ = try await desk.signIn(email: "officer@example.org", password: "a long password", tokenHash: "u")
        stage.clock.wait(days: 15)
        #expect(try await desk.visitor(tokenHash: "u") == nil)
        await #expect(throws: DeskError.invalid([Problem(field: "email", code: .taken)])) {
            try await desk.register(
                Account(name: "x", email: "OFFICER@example.org", language: .english), password: "a long password")
        }
        try await stage.strike()
    }
}

@Suite struct MeanwhileTests {
    @Test func anActSentTwiceIsToldItWasDoneAndNotThatItIsForbidden() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint, once: "form-2")
        await #expect {
            try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint, once: "form-2")
        } throws: { error in
            if case .alreadyDone(let paper) = error as? DeskError { paper.hasPrefix("position-") } else { false }
        }
        #expect(try await stage.desk.dossier(id, for: cast.officer).dossier.positions.count == 1)
        try await stage.strike()
    }

    @Test func ofManyWhoActAtOnceOnlyOneMovesTheRequest() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let introduction = Introduction(
            request: id, candidate: .provider(cast.offer), letter: LocalizedText("Bonjour", in: .french))
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do throws(DeskError) {
                        try await stage.desk.introduce(introduction, by: cast.officer)
                        return true
                    } catch {
                        switch error {
                        case .conflict, .invalid: return false
                        default: return true
                        }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 }.count == 1)
        #expect(try await stage.desk.dossier(id, for: cast.officer).dossier.introductions.count == 1)
        try await stage.strike()
    }

    @Test func othersSeeWhatWasSentAndNotWhatIsBeingWritten() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        let why = LocalizedText("Précisez le parc", in: .french)
        try await stage.desk.take(.objection, on: id, because: why, by: cast.focalPoint)
        var request = try cast.request(title: "Ce que personne n'a vu")
        request.visibility = .everybody
        try await stage.desk.revise(id, to: request, from: 1, by: cast.requester)
        func title(_ viewer: Viewer) async throws -> String? {
            try await stage.desk.dossier(id, for: viewer).dossier.request.body.title[.french]
        }
        #expect(try await title(cast.requester) == "Ce que personne n'a vu")
        for viewer in [.visitor, cast.focalPoint, cast.officer] {
            #expect(try await title(viewer) == "Suivi de la faune")
        }
        let listed = try await stage.desk.requests(RequestFilter(), for: .visitor).items
        #expect(listed.map { $0.request.body.title[.french] } == ["Suivi de la faune"])
        try await stage.desk.submit(id, by: cast.requester)
        #expect(try await title(cast.focalPoint) == "Ce que personne n'a vu")
        try await stage.strike()
    }
}
