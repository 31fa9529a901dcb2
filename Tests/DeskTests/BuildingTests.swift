import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("A catalogue made anew from the ledger") struct BuildingTests {
    /// Papers of many kinds: a case, a practice that was admitted and declined, one that waits, a member whose term ended and
    /// who came back, institutions that were merged and parted.
    private func fill(_ stage: Stage) async throws {
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        _ = try await cast.introduced(on: stage)
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .french) }
        for number in 1...3 {
            let practice = Practice(
                title: text("Comptage \(number)"), summary: text("En bref"), problem: text("Trop dense"),
                whatWasDone: text("Micros"), results: text("Des comptages"),
                organisations: [cast.institute, cast.agency], countries: [cast.benin],
                subjects: try cast.request().subjects)
            let id = try await desk.write(practice, by: cast.provider)
            if number == 1 { continue }
            try await desk.review(try admission(of: .practice(id)), by: cast.officer)
        }
        let double = try await desk.write(
            Organisation(name: text("CSE bis"), type: .academic, country: try country("SN")), by: .office)
        let merge = try await desk.merge(
            Merge(
                merged: .organisation(double), into: .organisation(cast.institute), reason: text("La même")),
            by: cast.officer)
        try await desk.undo(merge, by: cast.officer)
        // Terms end: the clock says so of practices and of the member, who then stands by it again.
        try stage.clock.move(to: "2028-04-20")
        for _ in 1...8 { try await desk.doUpkeep(at: stage.clock.now) }
        try await desk.confirm(.provider(cast.offer), by: cast.provider)
    }

    @Test func isTheSameAsTheOneThatFollowedIt() async throws {
        let stage = try await Stage()
        try await fill(stage)
        #expect(try await stage.catalogue.wrongTotals().isEmpty)
        let followed = try await stage.catalogue.contents()
        #expect(followed["total", default: []].contains { $0.contains("practice") && $0.contains("listing=2") })
        let elsewhere = stage.folder.appending(path: "anew")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        let anew = try Catalogue(folder: elsewhere, head: try await stage.ledger.head(), node: "stage")
        let cursor = try await anew.follow(stage.ledger, anewFrom: 1)
        #expect(cursor == (try await stage.ledger.head().sequence))
        let built = try await anew.contents()
        #expect(built.keys == followed.keys)
        for (table, rows) in followed { #expect(built[table] == rows, "\(table)") }
        try anew.close()
        try await stage.strike()
    }

    /// What a process that was killed while it built has left is no catalogue: the next one begins at the beginning.
    @Test func isThrownAwayWhereTheWorkWasInterrupted() async throws {
        let stage = try await Stage()
        try await fill(stage)
        let followed = try await stage.catalogue.contents()
        let elsewhere = stage.folder.appending(path: "anew")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        let half = elsewhere.appending(path: "catalogue.fresh.sqlite")
        try FileManager.default.copyItem(at: stage.folder.appending(path: Catalogue.fileName), to: half)
        var noise = try Data(contentsOf: half)
        for place in stride(from: 5_000, to: noise.count, by: 777) { noise[place] ^= 0x55 }
        try noise.write(to: half)

        let anew = try Catalogue(folder: elsewhere, head: try await stage.ledger.head(), node: "stage")
        #expect(anew.begunAnew == .missing)
        let cancelled = Task { try await anew.follow(stage.ledger, anewFrom: 1) }
        cancelled.cancel()
        _ = await cancelled.result
        // Cancelled or just finished: what is there is whole.
        try await anew.follow(stage.ledger, anewFrom: 1)
        #expect(try await anew.contents() == followed)
        #expect(!FileManager.default.fileExists(atPath: half.path))
        try anew.close()
        let again = try Catalogue(folder: elsewhere, head: try await stage.ledger.head(), node: "stage")
        #expect(again.begunAnew == nil)
        #expect(try await again.contents() == followed)
        try again.close()
        try await stage.strike()
    }
}
