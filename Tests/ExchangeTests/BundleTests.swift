import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("A write-shop goes home as a signed bundle") struct BundleTests {
    private func fault(_ file: Data) -> BundleFault? {
        do throws(BundleFault) {
            _ = try BundleFile.read(file)
            return nil
        } catch {
            return error
        }
    }

    private func lines(_ file: Data) -> [String] {
        String(decoding: file, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func file(_ lines: [String]) -> Data { Data((lines.joined(separator: "\n") + "\n").utf8) }

    @Test(
        "it comes home whole: rehearsed first, then taken in; twice makes no doubles; what changed there comes with the next"
    )
    func comesHome() async throws {
        let nodes = try await TwoNodes()
        let (away, home) = (nodes.away.desk, nodes.home.desk)
        let reefs = try await nodes.write("Reefs closed by custom", by: "Ama")
        let birds = try await nodes.write("Count by ear", by: "Ben")
        let gone = try await nodes.write("Put away", by: "Cleo")
        try await away.drop(gone, by: .link)
        try await away.comment(
            LocalizedText("Who decides the day?", in: .english), on: reefs, by: nodes.facilitator)
        let first = try await nodes.bundle()
        let read = try BundleFile.read(first)
        #expect(read.node == away.nodeKey && read.name == "Pacific write-shop" && read.group == "Six islands")

        let rehearsed = try await home.rehearse(read, by: nodes.taker)
        #expect(rehearsed.count(.added) == 2 && rehearsed.count(.dropped) == 1 && rehearsed.newNotes == 1)
        #expect(!rehearsed.isNodeKnown && rehearsed.changesSomething)
        #expect(try await home.writeShops(of: nodes.taker).isEmpty, "a rehearsal files nothing")

        let taken = try await nodes.takeIn(first)
        #expect(taken.count(.added) == 2)
        #expect(try await nodes.titles() == ["Reefs closed by custom", "Count by ear"])
        #expect(try await home.notes(on: reefs, for: .person(nodes.taker)).count == 1)
        let shop = try await home.writeShop(nodes.shop, for: nodes.taker)
        #expect(shop.body.isClosed && shop.body.origin?.key == away.nodeKey.description)

        let head = try await home.ledger.head()
        let again = try await nodes.takeIn(first)
        #expect(again.count(.same) == 2 && !again.changesSomething && again.isNodeKnown)
        #expect(try await home.ledger.head() == head, "a second time files nothing")

        try await nodes.change(reefs, "Reefs closed by custom, and opened by a feast")
        let more = try await nodes.write("Fog nets", by: "Dana")
        let second = try await nodes.bundle()
        let update = try await nodes.takeIn(second)
        #expect(update.count(.updated) == 1 && update.count(.added) == 1 && update.count(.same) == 1)
        #expect(
            try await nodes.titles() == ["Reefs closed by custom, and opened by a feast", "Count by ear", "Fog nets"])
        // The older one, come late, changes nothing.
        let late = try await nodes.takeIn(first)
        #expect(late.count(.older) == 1 && late.count(.same) == 1 && !late.changesSomething)

        // What was changed here stays as it is here; what was handed in, too.
        let mine = try await home.practiceDraft(birds, for: .person(nodes.taker))
        var practice = mine.body.practice
        practice.title = LocalizedText("Count by ear, finished at home", in: .english)
        try await home.revise(birds, to: practice, from: mine.revision, by: .person(nodes.taker))
        try await nodes.change(birds, "Count by ear, changed there")
        try await away.drop(more, by: .link)
        let third = try await nodes.takeIn(try await nodes.bundle())
        #expect(third.count(.changedHere) == 1 && third.count(.dropped) == 2)
        #expect(
            try await nodes.titles() == [
                "Reefs closed by custom, and opened by a feast", "Count by ear, finished at home",
            ])
        try await nodes.strike()
    }

    @Test("whatever is done to the file is found and named")
    func tampered() async throws {
        let nodes = try await TwoNodes()
        for number in 1...4 { _ = try await nodes.write("Practice \(number)", by: "Writer \(number)") }
        let good = try await nodes.bundle()
        let all = lines(good)
        #expect(all.count == 6 && fault(good) == nil)
        // Line ends of another system, and an empty line at the end, are no harm.
        #expect(fault(Data((all.joined(separator: "\r\n") + "\r\n\r\n").utf8)) == nil)

        var changed = all
        changed[2] = changed[2].replacing("Practice 2", with: "Practice 9")
        #expect(fault(file(changed)) == .changed(line: 3))
        var name = all
        name[0] = name[0].replacing("Pacific", with: "Atlantic")
        #expect(fault(file(name)) == .changed(line: 1))
        var lost = all
        lost.remove(at: 2)
        #expect(fault(file(lost)) == .outOfOrder(line: 3, found: 4))
        var moved = all
        moved.swapAt(2, 3)
        #expect(fault(file(moved)) == .outOfOrder(line: 3, found: 4))
        var doubled = all
        doubled.insert(all[2], at: 3)
        #expect(fault(file(doubled)) == .outOfOrder(line: 4, found: 3))
        #expect(fault(file(all.dropLast())) == .cutOff)
        #expect(fault(file(Array(all.dropLast(2)) + [all[5]])) == .cutOff)
        #expect(fault(Data("title;country\n".utf8)) == .notABundle && fault(Data()) == .notABundle)
        #expect(fault(Data(repeating: 10, count: BundleFile.limit + 1)) == .tooLarge(most: 30))

        // Who counts all digests anew has not the seal; a seal of another bundle or another node fits nothing.
        var forged: [String] = []
        var digest: [UInt8] = []
        for line in changed.dropLast() {
            let json = Data(line.utf8.dropFirst(65))
            digest = BundleFile.next(digest, json)
            forged.append(FileDigest.hexadecimal(digest) + " " + String(decoding: json, as: UTF8.self))
        }
        #expect(fault(file(forged + [all[5]])) == .wrongSeal)
        let other = nodes.home.desk.seal(bundleEnding: digest)
        #expect(fault(file(forged + ["seal " + other.hexadecimal])) == .wrongSeal)
        #expect(fault(file(forged + ["seal 00"])) == .wrongSeal && fault(file(forged + ["seal xy"])) == .cutOff)
        // Any one byte of the file.
        var random = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            var bytes = Array(good)
            let place = Int.random(in: 0..<bytes.count - 1, using: &random)
            let byte = UInt8.random(in: 33..<127, using: &random)
            guard byte != bytes[place],
                String(decoding: [byte], as: UTF8.self).lowercased()
                    != String(decoding: [bytes[place]], as: UTF8.self).lowercased()
            else { continue }
            bytes[place] = byte
            #expect(fault(Data(bytes)) != nil, "byte \(place) became \(byte)")
        }
        try await nodes.strike()
    }

    @Test("bundles lost, doubled and in any order lead to the same papers", arguments: [1, 2, 3, 4] as [UInt64])
    func anyOrder(seed: UInt64) async throws {
        let nodes = try await TwoNodes()
        var random = Repeating(seed: seed)
        var files: [Data] = []
        var drafts: [PracticeDraftID] = []
        for step in 0..<6 {
            if drafts.isEmpty || Bool.random(using: &random) {
                drafts.append(try await nodes.write("Begun \(step)", by: "Writer \(step)"))
            } else if let draft = drafts.randomElement(using: &random) {
                try await nodes.change(draft, "Changed \(step)")
            }
            files.append(try await nodes.bundle())
        }
        let last = try #require(files.last)
        // Some are lost, some come twice; the last comes somewhere among them.
        var sent = files.dropLast().filter { _ in Bool.random(using: &random) }
        sent += sent.filter { _ in Bool.random(using: &random) }
        sent.append(last)
        for file in sent.shuffled(using: &random) { try await nodes.takeIn(file) }
        let there = try await nodes.away.desk.practiceDrafts(in: nodes.shop, for: nodes.facilitator)
        let here = try await nodes.home.desk.practiceDrafts(in: nodes.shop, for: nodes.taker)
        #expect(Set(here.map(\.id)) == Set(there.map(\.id)))
        for draft in there {
            let twin = try #require(here.first { $0.id == draft.id })
            #expect(twin.body.practice == draft.body.practice && twin.body.writer == draft.body.writer)
        }
        try await nodes.strike()
    }

    @Test("nobody takes in what is not hers to take, and nothing replaces another's papers")
    func obstacles() async throws {
        let nodes = try await TwoNodes()
        let draft = try await nodes.write("Reefs", by: "Ama")
        let (away, home) = (nodes.away.desk, nodes.home.desk)
        let bundle = try BundleFile.read(try await nodes.bundle())
        #expect(try await away.rehearse(bundle, by: nodes.facilitator).obstacle == .heldHere)
        await #expect(throws: DeskError.signInFirst) { try await home.takeIn(bundle, by: .visitor) }
        await #expect(throws: DeskError.notFound) {
            try await away.bundle(of: nodes.shop, for: try await person("another", .helpDesk, on: away))
        }
        try await home.takeIn(bundle, by: nodes.taker)
        let second = try await person("second", .helpDesk, on: home)
        #expect(try await home.takeIn(bundle, by: second).obstacle == .ofSomebodyElse)
        // A third node that says it were that write-shop, or has a draft of that identifier.
        let third = try await Stage()
        var forged = bundle
        forged.node = third.desk.nodeKey
        #expect(try await home.takeIn(forged, by: nodes.taker).obstacle == .otherKey)
        forged.shop = try #require(WriteShopID(own: "another-shop"))
        forged.drafts[0].version += 1
        forged.drafts[0].practice.title = LocalizedText("Stolen", in: .english)
        let report = try await home.takeIn(forged, by: nodes.taker)
        #expect(report.count(.foreign) == 1 && report.obstacle == nil && !report.changesSomething)
        #expect(try await home.practiceDraft(draft, for: .person(nodes.taker)).body.practice.title[.english] == "Reefs")
        // Signed nonsense is refused by name, paper by paper.
        var long = bundle
        long.drafts[0].version += 1
        long.drafts[0].practice.title = LocalizedText(String(repeating: "x", count: 5000), in: .english)
        #expect(try await home.takeIn(long, by: nodes.taker).count(.faulty) == 1)
        long.name = ""
        #expect(try await home.takeIn(long, by: nodes.taker).obstacle == .faulty)
        try await third.strike()
        try await nodes.strike()
    }

    @Test("what was handed in there comes as the practice it has become, and is handed in at home by who took it in")
    func handedIn() async throws {
        let nodes = try await TwoNodes()
        let (away, home) = (nodes.away.desk, nodes.home.desk)
        let draft = try await nodes.write("Reefs", by: "Ama")
        let filed = try await away.practiceDraft(draft, for: .link)
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
        var practice = filed.body.practice
        practice.summary = text("Short")
        practice.problem = text("Fewer fish")
        practice.whatWasDone = text("Closed")
        practice.results = text("More fish")
        practice.countries = [try #require(CountryCode("FJ"))]
        practice.subjects = [try #require(SubjectID("CBD-SUBJECT-MAR"))]
        // An institution of that node means nothing here.
        practice.organisations = [try #require(OrganisationID(own: "only-there"))]
        try await away.revise(draft, to: practice, from: filed.revision, by: .link)
        let made = try await away.handIn(draft, by: nodes.facilitator)
        var later = practice
        later.results = text("More fish, and larger ones")
        try await away.write(later, as: made, from: 1, by: nodes.facilitator)
        try await nodes.takeIn(try await nodes.bundle())
        let here = try await home.practiceDraft(draft, for: .person(nodes.taker))
        #expect(here.body.isOpen && here.body.practice.results[.english] == "More fish, and larger ones")
        #expect(here.body.practice.organisations.isEmpty && here.body.owner == nil && here.body.writer == "Ama")
        let id = try await home.handIn(draft, by: nodes.taker)
        #expect(try await home.record(id, for: nodes.taker).body.title[.english] == "Reefs")
        #expect(try await nodes.takeIn(try await nodes.bundle()).count(.same) == 1)
        try await nodes.strike()
    }
}

/// Random numbers that come again with their seed (SplitMix64).
private struct Repeating: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
