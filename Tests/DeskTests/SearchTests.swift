import Catalogue
import Cooperation
import Desk
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite struct SearchTests {
    /// One paper of several kinds and languages on mangroves, and the cast's own, which are on something else.
    private func stageWithMangroves() async throws -> (Stage, Cast, expected: Set<String>) {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let subjects = try cast.request().subjects
        let practice = Practice(
            title: LocalizedText("Restauración de manglares con las comunidades", in: .spanish),
            summary: LocalizedText("Cincuenta hectáreas de manglar volvieron a crecer.", in: .spanish),
            problem: LocalizedText("La costa se perdía.", in: .spanish),
            whatWasDone: LocalizedText("Las familias plantaron.", in: .spanish),
            results: LocalizedText("La costa se sostiene.", in: .spanish), countries: [try country("EC")],
            subjects: subjects)
        let need = Need(
            country: cast.benin, statement: LocalizedText("Restaurer les mangroves de Ouidah", in: .french),
            lack: .capacity)
        let offer = ProviderProfile(
            organisation: cast.institute, title: LocalizedText("红树林监测", in: .chinese), coverage: .everywhere,
            subjects: subjects, free: try cast.request().assistance.map(\.type),
            expertise: LocalizedText("用卫星图像监测红树林。", in: .chinese), languages: [LanguageCode(Language.chinese)])
        let keys = [
            try await stage.desk.write(practice, by: .office).rawValue,
            try await stage.desk.write(need, by: .office).rawValue,
            try await stage.desk.write(offer, by: cast.provider).rawValue,
        ]
        let written = try #require(Kept(name: keys[2]))
        #expect(
            try await stage.desk.search("mangrove", language: .english).papers.map(\.key).contains(keys[2]) == false)
        try await stage.desk.review(try admission(of: written), by: cast.officer)
        return (stage, cast, Set(keys))
    }

    @Test func whateverLanguageIsTypedTheSameIsFound() async throws {
        let (stage, _, expected) = try await stageWithMangroves()
        for query in ["mangrove", "manglar", "红树林", "мангр", "المانغروف"] {
            let found = try await stage.desk.search(query, language: .english)
            #expect(Set(found.papers.map(\.key)) == expected, "\(query)")
            #expect(found.results.total == expected.count, "\(query)")
        }
        try await stage.strike()
    }

    @Test func aPaperIsShownAsItsAuthorWroteIt() async throws {
        let (stage, cast, _) = try await stageWithMangroves()
        let benin = SearchFilters(country: cast.benin)
        let found = try await stage.desk.search("mangrove", language: .english, filters: benin).papers
        #expect(found.map(\.title) == [LocalizedText("Restaurer les mangroves de Ouidah", in: .french)])
        #expect(found.map(\.kind) == [.need] && found.map(\.countries) == [[cast.benin]])
        let offers = try await stage.desk.search("mangrove", language: .english, kinds: [.provider]).papers
        #expect(offers.map(\.organisation) == [cast.institute])
        try await stage.strike()
    }

    @Test func aMistypedWordIsPutRight() async throws {
        let stage = try await Stage()
        _ = try await Cast(on: stage)
        let found = try await stage.desk.search("satelite", language: .french)
        #expect(found.results.suggestion == "satellite")
        try await stage.strike()
    }

    @Test func onlyRequestsThatEverybodyMayReadAreFound() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let reader = try #require(cast.stranger.account)
        let open = try await cast.triaged(on: stage)
        _ = try await cast.triaged(on: stage, visibility: .named([reader]))
        _ = try await cast.submitted(on: stage)
        _ = try await stage.desk.draft(try cast.request(), by: cast.requester)
        let found = try await stage.desk.search("suivi de la faune", language: .french, kinds: [.request])
        #expect(found.papers.map(\.key) == [open.rawValue])
        #expect(found.results.total == 1)
        #expect(found.results.counts.kinds.map(\.count) == [1])
        try await stage.strike()
    }

    /// What was open and is made confidential is gone with the command that did it, and after a restart.
    @Test func aRequestMadeConfidentialIsFoundNoMore() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        #expect(try await stage.desk.search("faune", language: .french, kinds: [.request]).papers.count == 1)
        try await stage.desk.take(
            .objection, on: id, because: LocalizedText("Trop de détails", in: .french), by: cast.focalPoint)
        try await stage.desk.revise(id, to: try cast.request(visibility: .named([])), from: 1, by: cast.requester)
        #expect(try await stage.desk.search("faune", language: .french, kinds: [.request]).papers.isEmpty)
        try await stage.close()
        let again = try await Stage(folder: stage.folder)
        #expect(try await again.desk.search("faune", language: .french, kinds: [.request]).papers.isEmpty)
        try await again.strike()
    }
}
