import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Two records that are one and the same")
struct MergingTests {
    private let reason = LocalizedText("La même chose", in: .french)

    @Test func aMergedRequestLeadsOnLosesNothingAndComesBack() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let first = try await cast.triaged(on: stage)
        let other = try await person("other", .representative, organisation: cast.agency, on: desk)
        let second = try await desk.draft(try cast.request(title: "Suivi de la faune du parc"), by: other)
        try await desk.submit(second, by: other)
        try await desk.take(.endorsement, on: second, by: cast.focalPoint)
        let likely = try await desk.likely(second, for: cast.officer)
        #expect(likely.map(\.other) == [.request(first)])
        #expect(likely.first?.reasons == [.sameInstitution, .sameWords])
        #expect(try await desk.likely(second, for: cast.requester).isEmpty)

        let before = try await desk.dossier(second, for: cast.officer).dossier
        let merge = Merge(merged: .request(second), into: .request(first), reason: reason)
        await #expect(throws: DeskError.refused("merge")) { try await desk.merge(merge, by: cast.requester) }
        let id = try await desk.merge(merge, by: cast.officer)
        // Lists, figures and the search know one; the other leads on, and nothing happens in it any more.
        for viewer in [Viewer.visitor, cast.officer, other] {
            #expect(try await desk.requests(RequestFilter(), for: viewer).items.map(\.request.id) == [first])
        }
        #expect(try await desk.figures().total == 1)
        #expect(try await desk.search("faune", language: .french).papers.map(\.key) == [first.rawValue])
        let merged = try await desk.dossier(second, for: cast.officer)
        #expect(merged.mergedInto == first && merged.steps.isEmpty)
        #expect(merged.dossier.positions == before.positions && merged.dossier.request == before.request)
        #expect(try await desk.merged(into: first, for: .visitor).map(\.dossier.id) == [second])
        #expect(try await desk.dossier(first, for: other).isInside)
        await #expect(throws: DeskError.self) { try await desk.write(reason, on: second, by: other) }
        // Not twice, not in a circle.
        await #expect(throws: DeskError.invalid([Problem(field: "merged", code: .taken)])) {
            try await desk.merge(merge, by: cast.officer)
        }
        await #expect(throws: DeskError.invalid([Problem(field: "into", code: .taken)])) {
            try await desk.merge(
                Merge(merged: .request(first), into: .request(second), reason: reason), by: cast.officer)
        }
        try await desk.undo(id, by: cast.officer)
        #expect(try await desk.requests(RequestFilter(), for: .visitor).total == 2)
        #expect(try await desk.dossier(second, for: cast.officer).steps.contains(.triage))
        #expect(try await desk.search("faune", language: .french).papers.count == 2)
        // And once more, after it was undone.
        try await desk.merge(merge, by: cast.officer)
        #expect(try await desk.merges(for: cast.officer).count == 1)
        try await stage.strike()
    }

    @Test func aMergeTellsNobodyOfAConfidentialRequest() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let open = try await cast.triaged(on: stage)
        let hidden = try await cast.triaged(on: stage, visibility: .named([]))
        for (one, other) in [(open, hidden), (hidden, open)] {
            await #expect(throws: DeskError.invalid([Problem(field: "into", code: .notAChoice)])) {
                try await stage.desk.merge(
                    Merge(merged: .request(one), into: .request(other), reason: reason), by: cast.officer)
            }
        }
        #expect(try await stage.desk.likely(open, for: cast.officer).isEmpty)
        try await stage.strike()
    }

    @Test func aMergedRequestIsNoMoreOpenThanTheOneItLeadsOnTo() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let first = try await cast.triaged(on: stage)
        let second = try await desk.draft(try cast.request(title: "Suivi de la faune du parc"), by: cast.requester)
        try await desk.submit(second, by: cast.requester)
        // Public into not yet public: refused.
        await #expect(throws: DeskError.invalid([Problem(field: "merged", code: .notAChoice)])) {
            try await desk.merge(
                Merge(merged: .request(first), into: .request(second), reason: reason), by: cast.officer)
        }
        try await desk.take(.endorsement, on: second, by: cast.focalPoint)
        let id = try await desk.merge(
            Merge(merged: .request(second), into: .request(first), reason: reason), by: cast.officer)
        let filter = PublicationFilter(kinds: [.request])
        func gone() async throws -> [String: Bool] {
            Dictionary(
                try await desk.publications(filter, limit: 10).map { ($0.key, $0.isGone) }, uniquingKeysWith: { $1 })
        }
        // Those who copy the list hear that one has gone; its address still leads on.
        #expect(try await gone() == [first.rawValue: false, second.rawValue: true])
        #expect(try await desk.isMerged(second.rawValue))
        #expect(try await desk.dossier(second, for: .visitor).mergedInto == first)
        // The one it leads on to becomes confidential: outsiders are not told that either is there.
        try await desk.take(.objection, on: first, because: reason, by: cast.focalPoint)
        var hidden = try await desk.dossier(first, for: cast.requester).dossier.request
        hidden.body.visibility = .named([])
        try await desk.revise(first, to: hidden.body, from: hidden.revision, by: cast.requester)
        for viewer in [Viewer.visitor, cast.stranger] {
            await #expect(throws: DeskError.notFound) { try await desk.dossier(second, for: viewer) }
        }
        #expect(try await !desk.isMerged(second.rawValue))
        for viewer in [cast.requester, cast.focalPoint, cast.officer] {
            #expect(try await desk.dossier(second, for: viewer).mergedInto == first)
        }
        #expect(try await gone() == [first.rawValue: true, second.rawValue: true])
        try await desk.undo(id, by: cast.officer)
        #expect(try await gone() == [first.rawValue: true, second.rawValue: false])
        #expect(try await desk.dossier(second, for: .visitor).mergedInto == nil)
        try await stage.strike()
    }

    @Test func mergedInstitutionsSpeakWithOneVoice() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let double = try await desk.write(
            Organisation(
                name: LocalizedText("Centre de suivi écologique", in: .french), acronym: "cse", type: .academic,
                country: try country("SN")), by: .office)
        let speaker = try await person("speaker", .representative, organisation: double, on: desk)
        let likely = try await desk.likelyInstitutions(for: cast.officer)
        #expect(likely.count == 1 && likely.first?.reasons == [.sameName, .sameAcronym])
        let id = try await desk.merge(
            Merge(merged: .organisation(double), into: .organisation(cast.institute), reason: reason), by: cast.officer)
        #expect(try await desk.target(of: double) == cast.institute)
        let both: Set<OrganisationID> = [double, cast.institute]
        let account = try #require(speaker.account)
        #expect(try await desk.viewer(account).organisations == both)
        #expect(try await desk.records(ProviderProfile.self, of: cast.institute).map(\.id) == [cast.offer])
        #expect(try await desk.likelyInstitutions(for: cast.officer).isEmpty)
        let found = try await desk.search("centre de suivi écologique", language: .french, kinds: [.organisation])
        #expect(found.papers.map(\.key) == [cast.institute.rawValue])
        try await desk.undo(id, by: cast.officer)
        #expect(try await desk.viewer(account).organisations == [double])
        try await stage.strike()
    }
}
