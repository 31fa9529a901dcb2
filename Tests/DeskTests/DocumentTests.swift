import Catalogue
import Cooperation
import Desk
import Documents
import Foundation
import Ledger
import struct NeedsMining.NeedExample
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("National documents and their potential needs")
struct DocumentTests {
    static let first = """
        Our parks.
        Rangers need training in wildlife surveys!!!
        We have many lions.
        \u{C}There is no money for fences!!
        The law on parks has to be revised!!!
        """
    static let second = """
        Our parks.
        Rangers need training in wildlife surveys!!!
        \u{C}There is no money at all for fences!!
        Nobody can identify moths and beetles!!!!
        """

    private func send(
        _ text: String, on house: (stage: Stage, cast: Cast), following before: DocumentID? = nil,
        named name: String = "plan.txt"
    ) async throws -> DocumentID {
        let document = NationalDocument(
            country: house.cast.benin, title: LocalizedText("Plan", in: .english), sort: .strategy, year: 2024,
            file: StoredFile(name: name, digest: "", bytes: 0), follows: before)
        return try await house.stage.desk.send(Data(text.utf8), named: name, as: document, by: house.cast.focalPoint)
    }

    private func withHouse(_ work: ((stage: Stage, cast: Cast)) async throws -> Void) async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        do {
            try await work((stage, cast))
        } catch {
            try await stage.strike()
            throw error
        }
        try await stage.strike()
    }

    private func read(_ text: String, on house: (stage: Stage, cast: Cast)) async throws -> (DocumentID, DocumentWork) {
        let id = try await send(text, on: house)
        #expect(try await house.stage.desk.readNextDocument())
        return (id, try await house.stage.desk.work(on: id, for: house.cast.focalPoint))
    }

    @Test("a document is read in the background, and its needs wait beside their passages")
    func reading() async throws {
        try await withHouse { house in
            let desk = house.stage.desk
            let id = try await send(Self.first, on: house)
            #expect(try await desk.work(on: id, for: house.cast.focalPoint).reading?.body.state == .waiting)
            #expect(try await desk.readNextDocument())
            #expect(try await !desk.readNextDocument())
            let work = try await desk.work(on: id, for: house.cast.officer)
            #expect(work.reading?.body.state == .done && work.reading?.body.found == 3)
            #expect(work.items.map(\.potential.body.passages.first?.page) == [1, 2, 2])
            #expect(work.items.allSatisfy { $0.standing.isWaiting })
            #expect(work.items(from: 0.6).count == 2)
            let text = try #require(try await desk.text(of: id, for: house.cast.focalPoint))
            let passage = try #require(work.items.last?.potential.body.passages.first)
            let block = text.pages[1].blocks[try #require(passage.block)]
            #expect(block.text == passage.text)
            let file = try await desk.file(of: id, for: house.cast.focalPoint).file
            #expect(try Data(contentsOf: file.url) == Data(Self.first.utf8))
        }
    }

    @Test("only its country and the help desk know of it")
    func rights() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let togo = try await person("togo", .focalPoint, country: try country("TG"), on: desk)
            let potential = work.items[0].potential.id
            for viewer in [togo, house.cast.requester, house.cast.stranger] {
                await #expect(throws: DeskError.notFound) { try await desk.work(on: id, for: viewer) }
                await #expect(throws: DeskError.notFound) { try await desk.accept([potential], in: id, by: viewer) }
                await #expect(throws: DeskError.notFound) { try await desk.cancelReading(of: id, by: viewer) }
            }
            await #expect(throws: DeskError.signInFirst) { try await desk.work(on: id, for: .visitor) }
            await #expect(throws: DeskError.refused("decideNeeds")) {
                try await desk.documents(for: house.cast.stranger)
            }
            #expect(try await desk.documents(for: togo).total == 0)
            #expect(try await desk.documents(for: house.cast.focalPoint).items.first?.found == 3)
        }
    }

    @Test("what is accepted becomes a need with its passage, and in one step a draft with all it says")
    func accepting() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let needs = try await desk.accept([work.items[0].potential.id], in: id, by: house.cast.focalPoint)
            let need = try await desk.record(try #require(needs.first))
            #expect(need.body.passages.first?.page == 1 && need.body.year == 2024)
            #expect(need.body.heading == .protectedAreas && need.body.country == house.cast.benin)
            let matrix = try await desk.needMatrix()
            #expect(matrix[.heading(.protectedAreas), .region(.africa)].needs == 1)
            let draft = try await desk.draftRequest(for: need.id, by: house.cast.focalPoint)
            let request = try await desk.dossier(draft, for: house.cast.focalPoint).dossier.request.body
            #expect(request.organisation == house.cast.agency)
            #expect(request.assistance.map(\.type.description) == ["training.workshop"])
            #expect(request.problem[.english]?.contains("Rangers need training") == true)
            #expect(try await desk.record(need.id).body.request == draft)
            await #expect(throws: DeskError.invalid([Problem(field: "potential", code: .taken)])) {
                try await desk.accept([work.items[0].potential.id], in: id, by: house.cast.officer)
            }
        }
    }

    @Test("a decision can be taken back, and taken anew")
    func undoing() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let potentials = work.items.map(\.potential.id)
            let need = try await desk.merge(Array(potentials.prefix(2)), in: id, by: house.cast.officer)
            #expect(try await desk.record(need).body.passages.count == 2)
            let decided = try await desk.work(on: id, for: house.cast.focalPoint)
            guard case .decided(let decision) = decided.items[0].standing else {
                Issue.record("not decided")
                return
            }
            #expect(decision.body.verdict == .merged && decided.items[2].standing.isWaiting)
            try await desk.undo(decision.id, by: house.cast.focalPoint)
            let again = try await desk.work(on: id, for: house.cast.focalPoint)
            #expect(again.items.allSatisfy { $0.standing.isWaiting })
            #expect(try await desk.record(need).body.ended == .withdrawn)
            #expect(try await desk.needMatrix().total.needs == 0)
            try await desk.decline(potentials, in: id, because: .tooVague, by: house.cast.focalPoint)
            #expect(try await desk.work(on: id, for: house.cast.officer).items.allSatisfy { !$0.standing.isWaiting })
        }
    }

    @Test(
        "decisions are examples to learn from, for the office alone; those that say nothing of the statement are none")
    func examples() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let ids = work.items.map(\.potential.id)
            #expect(try await desk.judgedStatements(for: .office).waiting.count == ids.count)
            try await desk.accept([ids[0]], in: id, by: house.cast.focalPoint)
            try await desk.decline([ids[1]], in: id, because: .noNeed, by: house.cast.focalPoint)
            try await desk.decline([ids[2]], in: id, because: .metAlready, by: house.cast.focalPoint)
            let judged = try await desk.judgedStatements(for: .office)
            #expect(judged.decided.map(\.text) == work.items.prefix(2).map(\.potential.body.text))
            #expect(judged.decided.map(\.isNeed) == [true, false])
            #expect(judged.decided[0].kind != nil && judged.decided[1].kind == nil)
            #expect(Set(judged.decided.map(\.group)) == [id.description])
            #expect(judged.waiting.map(\.text) == work.items.dropFirst(2).map(\.potential.body.text))
            await #expect(throws: DeskError.notFound) { try await desk.judgedStatements(for: house.cast.officer) }
        }
    }

    @Test("one is taken for several, each with the passage")
    func splitting() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let potential = work.items[2].potential
            let parts = ["Revise the law on parks.", "Train those who apply it."].map { text in
                var need = Need(potential.body, of: work.document.body)
                need.statement = LocalizedText(text, in: .english)
                return need
            }
            let needs = try await desk.split(potential.id, in: id, into: parts, by: house.cast.focalPoint)
            #expect(needs.count == 2)
            for need in needs { #expect(try await desk.record(need).body.passages == potential.body.passages) }
        }
    }

    @Test("declining asks for a reason, and for words where the reason is another")
    func reasons() async throws {
        try await withHouse { house in
            let (id, work) = try await read(Self.first, on: house)
            let desk = house.stage.desk
            let potential = [work.items[0].potential.id]
            await #expect(throws: DeskError.invalid([Problem(field: "reason", code: .missing)])) {
                try await desk.decline(potential, in: id, because: nil, by: house.cast.focalPoint)
            }
            await #expect(throws: DeskError.invalid([Problem(field: "note", code: .missing)])) {
                try await desk.decline(potential, in: id, because: .other, by: house.cast.focalPoint)
            }
            await #expect(throws: DeskError.invalid([Problem(field: "potential", code: .missing)])) {
                try await desk.accept([], in: id, by: house.cast.focalPoint)
            }
        }
    }

    @Test("what was declined does not come back from the next version, and the versions are compared")
    func versions() async throws {
        try await withHouse { house in
            let desk = house.stage.desk
            let viewer = house.cast.focalPoint
            let (old, work) = try await read(Self.first, on: house)
            try await desk.decline([work.items[0].potential.id], in: old, because: .metAlready, by: viewer)
            try await desk.accept([work.items[1].potential.id], in: old, by: viewer)
            let new = try await send(Self.second, on: house, following: old)
            #expect(try await desk.readNextDocument())
            let next = try await desk.work(on: new, for: viewer)
            guard case .declinedBefore = next.items[0].standing else {
                Issue.record("came back: \(next.items[0].standing)")
                return
            }
            #expect(next.items[2].standing.isWaiting)
            let changes = try #require(try await desk.changes(in: new, for: viewer))
            #expect(changes.comparison.same.count == 1)
            #expect(changes.comparison.changed.map(\.new.body.text) == ["There is no money at all for fences!!"])
            #expect(changes.comparison.added.map(\.body.text) == ["Nobody can identify moths and beetles!!!!"])
            #expect(changes.comparison.gone.map(\.body.text) == ["The law on parks has to be revised!!!"])
            #expect(try await desk.work(on: old, for: viewer).after?.id == new)
        }
    }

    @Test("the same file is not sent in twice for a country; an empty one not at all")
    func twice() async throws {
        try await withHouse { house in
            _ = try await send(Self.first, on: house)
            await #expect(throws: DeskError.invalid([Problem(field: "file", code: .taken)])) {
                _ = try await send(Self.first, on: house, named: "other name.txt")
            }
            await #expect(throws: DeskError.invalid([Problem(field: "file", code: .missing)])) {
                _ = try await send("", on: house)
            }
        }
    }

    @Test("a refusal is kept with its figures; the document can be read again")
    func refusals() async throws {
        try await withHouse { house in
            let (id, work) = try await read("BROKEN", on: house)
            #expect(work.reading?.body.state == .failed && work.reading?.body.failure == "too-many-pages")
            #expect(work.reading?.body.figures == ["amount": 9000, "limit": 2000])
            try await house.stage.desk.readAgain(id, by: house.cast.focalPoint)
            #expect(try await house.stage.desk.work(on: id, for: house.cast.officer).reading?.body.state == .waiting)
        }
    }

    @Test("a reading can be cancelled while it goes on")
    func cancelling() async throws {
        try await withHouse { house in
            let desk = house.stage.desk
            let id = try await send("SLOW", on: house)
            let reader = Task { try await desk.readNextDocument() }
            while try await desk.work(on: id, for: house.cast.officer).reading?.body.state != .begun {
                try await Task.sleep(for: .milliseconds(10))
            }
            try await desk.cancelReading(of: id, by: house.cast.officer)
            #expect(try await reader.value)
            let work = try await desk.work(on: id, for: house.cast.officer)
            #expect(work.reading?.body.state == .cancelled && work.items.isEmpty)
        }
    }

    @Test("a reading that a stop interrupted is begun again after the restart, and given up where it ends the process")
    func restart() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await send("SLOW", on: (stage, cast))
        let reader = Task { try await stage.desk.readNextDocument() }
        while try await stage.desk.work(on: id, for: cast.officer).reading?.body.state != .begun {
            try await Task.sleep(for: .milliseconds(10))
        }
        reader.cancel()
        _ = await reader.result
        try await stage.close()

        let miner = DocumentMiner { _, _, _, _ in
            let block = DocumentBlock(.paragraph, "Read at last.", language: .english)
            return (SourceDocument(format: .text, pages: [DocumentPage(number: 1, blocks: [block])]), [])
        }
        let again = try await Stage(folder: stage.folder, miner: miner)
        #expect(try await again.desk.readNextDocument())
        let reading = try await again.desk.work(on: id, for: cast.officer).reading
        #expect(reading?.body.state == .done && reading?.body.attempts == 2)
        try await again.strike()
    }
}
