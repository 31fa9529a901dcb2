import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite struct HealingTests {
    enum Harm: String, CaseIterable { case none, deleted, truncated, noise, flippedByte, sealLost }

    @Test(arguments: Harm.allCases)
    func aHarmedCatalogueIsBegunAnewAndAnswersTheSame(_ harm: Harm) async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let (id, _) = try await cast.introduced(on: stage)
        try await stage.close()
        try inflict(harm, on: stage.folder.appending(path: Catalogue.fileName))

        let again = try await Stage(folder: stage.folder)
        #expect((again.catalogue.begunAnew == nil) == (harm == .none))
        let view = try await again.desk.dossier(id, for: cast.officer)
        #expect(view.state == .introduced && view.dossier.introductions.count == 1)
        #expect(try await again.desk.ownWork(for: cast.provider).introduced.count == 1)
        try await again.strike()
    }

    @Test func aServerThatWasKilledFindsEverythingAgain() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        // No seal was written: the catalogue is not trusted.
        try await stage.ledger.close()
        let again = try await Stage(folder: stage.folder)
        #expect(again.catalogue.begunAnew == .notSealed)
        #expect(try await again.desk.dossier(id, for: cast.officer).state == .triaged)
        try await again.strike()
    }

    /// Of a large file pages are looked at when they are read: whichever byte is wrong, whoever needs its page gets an error, and
    /// what is answered is right. In the background every page is looked at; what is damaged is made anew.
    @Test func aDamagedPageIsNeverUsedAndTheCatalogueHeals() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage)
        let head = try await stage.ledger.head()
        let right = try await stage.catalogue.contents()
        try stage.catalogue.close()
        let file = stage.folder.appending(path: Catalogue.fileName)
        let seal = stage.folder.appending(path: "catalogue.seal")
        let (content, sums) = (try Data(contentsOf: file), try Data(contentsOf: seal))
        var (atOpening, whenRead, unread) = (0, 0, 0)
        var numbers = SystemRandomNumberGenerator()
        for _ in 1...60 {
            var harmed = content
            harmed[Int.random(in: 0..<content.count, using: &numbers)] ^= UInt8.random(in: 1...255, using: &numbers)
            try harmed.write(to: file)
            try sums.write(to: seal)
            let catalogue = try Catalogue(folder: stage.folder, head: head, node: "stage", atOnce: 0)
            if catalogue.begunAnew == nil {
                do {
                    #expect(try await catalogue.contents() == right)
                    unread += 1
                } catch CatalogueError.damaged { whenRead += 1 }
                #expect(await !catalogue.checkPages())
                #expect(catalogue.isDamaged)
                try await catalogue.heal(from: stage.ledger)
                #expect(!catalogue.isDamaged)
            } else {
                atOpening += 1
                try await catalogue.follow(stage.ledger)
            }
            #expect(try await catalogue.contents() == right)
            try catalogue.close()
        }
        #expect(atOpening + whenRead + unread == 60 && whenRead > 0)
        try await stage.strike()
    }

    /// What this process has written since is its own; the next seal is of that.
    @Test func whatIsWrittenBehindASealIsReadAndSealedAgain() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        try await stage.close()
        for round in 1...3 {
            let again = try await Stage(folder: stage.folder)
            #expect(again.catalogue.begunAnew == nil)
            for number in 1...20 {
                try await again.desk.write(
                    Organisation(
                        name: LocalizedText("Institution \(round) \(number)", in: .english), type: .academic,
                        country: cast.benin), by: .office)
            }
            #expect(await again.catalogue.checkPages())
            #expect(try await again.desk.records(Organisation.self, limit: 100).total == 3 + 20 * round)
            try await again.close()
        }
        try FileManager.default.removeItem(at: stage.folder)
    }

    /// A server that finds it later heals without being started anew.
    @Test func aDeskWhoseCatalogueIsFoundDamagedGoesOn() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        try await stage.close()
        let file = stage.folder.appending(path: Catalogue.fileName)
        var content = try Data(contentsOf: file)
        for page in stride(from: 3 * 4096 + 100, to: content.count, by: 4096) { content[page] ^= 1 }
        try content.write(to: file)
        let again = try await Stage(folder: stage.folder, atOnce: 0)
        if again.catalogue.begunAnew == nil {
            #expect(await !again.catalogue.checkPages())
            try await again.desk.catchUp()
        }
        #expect(!again.catalogue.isDamaged)
        #expect(try await again.desk.dossier(id, for: cast.officer).state == .triaged)
        #expect(try await again.desk.records(ProviderProfile.self).total == 1)
        try await again.strike()
    }

    private func inflict(_ harm: Harm, on file: URL) throws {
        switch harm {
        case .none: break
        case .deleted: try FileManager.default.removeItem(at: file)
        case .truncated:
            let content = try Data(contentsOf: file)
            try content.prefix(content.count / 2).write(to: file)
        case .noise: try Data((0..<40_000).map { _ in UInt8.random(in: 0...255) }).write(to: file)
        case .flippedByte:
            var content = try Data(contentsOf: file)
            content[content.count - 3000] ^= 0x40
            try content.write(to: file)
        case .sealLost:
            try FileManager.default.removeItem(at: file.deletingPathExtension().appendingPathExtension("seal"))
        }
    }
}
