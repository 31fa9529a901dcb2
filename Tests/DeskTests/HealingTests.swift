import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing

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
