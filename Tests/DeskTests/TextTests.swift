import Cooperation
import Desk
import Ledger
import Localisation
import Rehearsal
import Testing
import TextAnalysis

@Suite("Sentences in other words") struct TextTests {
    private let key: MessageKey = "home.lead"

    @Test("an administrator's words are in use at once, in their language alone, until they are taken back")
    func way() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let admin = try await person("admin", .administrator, on: desk)
        let shipped = Words(.french)(key)
        func said(_ language: Language) -> String { Words(language, messages: desk.messages)(key) }
        for viewer in [Viewer.visitor, cast.officer, cast.focalPoint] {
            await #expect(throws: DeskError.self) {
                try await desk.reword(key, in: .french, as: ["other": "Bonjour"], by: viewer)
            }
            await #expect(throws: DeskError.self) { try await desk.ownTexts(for: viewer) }
        }
        let edition = await desk.publicEdition()
        try await desk.reword(key, in: .french, as: ["other": "Bonjour"], by: admin)
        #expect(said(.french) == "Bonjour" && said(.english) == Words(.english)(key))
        #expect(await desk.publicEdition() != edition, "pages that are kept are made anew")
        let other = try await Stage()
        #expect(Words(.french, messages: other.desk.messages)(key) == shipped, "another house has its own")
        // Two who write at once: the second is told, and nothing is overwritten.
        await #expect(throws: DeskError.conflict(current: 1)) {
            try await desk.reword(key, in: .french, as: ["other": "Salut"], by: admin)
        }
        try await desk.reword(key, in: .french, as: ["other": "Salut"], from: 1, by: admin)
        #expect(said(.french) == "Salut")
        // After a restart too.
        try await stage.close()
        let again = try await Stage(folder: stage.folder)
        #expect(Words(.french, messages: again.desk.messages)(key) == "Salut")
        try await again.desk.takeBack(key, in: .french, from: 2, by: admin)
        #expect(Words(.french, messages: again.desk.messages)(key) == shipped)
        let versions = try await again.desk.versions(ofText: key, in: .french, for: admin)
        #expect(versions.map(\.body.isTakenBack) == [false, false, true])
        let own = try await again.desk.ownTexts(for: admin)
        #expect(own.count == 1 && own[0].fits && !own[0].isOutdated)
        try await again.strike()
        try await other.strike()
    }

    @Test("what would break a page is refused, field by field")
    func faults() async throws {
        let stage = try await Stage()
        let admin = try await person("admin", .administrator, on: stage.desk)
        func problems(_ key: MessageKey, _ language: Language, _ forms: [String: String]) async -> [Problem] {
            do {
                try await stage.desk.reword(key, in: language, as: forms, by: admin)
                return []
            } catch .invalid(let problems) {
                return problems
            } catch {
                return [Problem(field: "\(error)", code: .unknown)]
            }
        }
        #expect(await problems(key, .french, [:]) == [Problem(field: "text-other", code: .missing)])
        #expect(
            await problems(key, .french, ["other": "Bonjour {nom}"]) == [
                Problem(field: "text-other", code: .wrongPlaces)
            ])
        #expect(
            await problems("history.lead", .russian, ["one": "{count} x", "other": "{count} x"]).map(\.field)
                == ["text-few", "text-many"])
        #expect(await problems("no.such", .french, ["other": "x"]).map(\.field) == ["notFound"])
        #expect(await problems(key, .french, ["other": "a\u{202E}b"]).map(\.code) == [.brokenText])
        let preview = try stage.desk.preview(
            "history.lead", in: .french, as: ["one": "Une pièce", "other": "{count} pièces"], for: admin)
        #expect(preview.prefix(3) == ["Une pièce", "Une pièce", "2 pièces"])
        #expect(try await stage.desk.ownTexts(for: admin).isEmpty, "looking at it writes nothing")
        try await stage.strike()
    }

    @Test("words that a later program cannot use are kept, told and not used")
    func outrun() async throws {
        let stage = try await Stage()
        let admin = try await person("admin", .administrator, on: stage.desk)
        let old = Rewording(
            sentence: key.name, language: .french, forms: ["other": "Bonjour {nom}"], replaced: ["other": "Avant"])
        try await stage.ledger.commit([
            Draft(
                paper: PaperID("rewording-old"), kind: PaperKind.rewording.rawValue, author: "office", base: 0,
                body: try old.encoded())
        ])
        try await stage.desk.catchUp()
        #expect(Words(.french, messages: stage.desk.messages)(key) == Words(.french)(key))
        let own = try #require(try await stage.desk.ownTexts(for: admin).first)
        #expect(!own.fits && own.isOutdated)
        try await stage.strike()
    }
}
