import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Exchange

@Suite("OAI-PMH")
struct OAITests {
    @Test("errors are those of the book")
    func errors() async throws {
        let house = try await Publishing()
        let cases: [(KeyValuePairs<String, String>, String)] = [
            ([:], "badVerb"), (["verb": "Nonsense"], "badVerb"), (["verb": "Identify", "verb": "Identify"], "badVerb"),
            (["verb": "Identify", "set": "x"], "badArgument"), (["verb": "GetRecord"], "badArgument"),
            (["verb": "ListRecords"], "badArgument"), (["verb": "ListRecords", "metadataPrefix": ""], "badArgument"),
            (["verb": "ListRecords", "metadataPrefix": "marc"], "cannotDisseminateFormat"),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "yesterday"], "badArgument"),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-02-30"], "badArgument"),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-01T25:00:00Z"], "badArgument"),
            (
                [
                    "verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-01-01",
                    "until": "2026-01-01T00:00:00Z",
                ],
                "badArgument"
            ),
            (
                ["verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-02-01", "until": "2026-01-01"],
                "badArgument"
            ),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "nothing"], "noRecordsMatch"),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:hub"], "noRecordsMatch"),
            (["verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "1999-01-01"], "noRecordsMatch"),
            (["verb": "ListRecords", "resumptionToken": "x"], "badResumptionToken"),
            (["verb": "ListSets", "resumptionToken": "x"], "badResumptionToken"),
            (["verb": "ListRecords", "resumptionToken": "x", "metadataPrefix": "oai_dc"], "badArgument"),
            (["verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:elsewhere:x"], "idDoesNotExist"),
            (["verb": "ListMetadataFormats", "identifier": "oai:bio-bridge.example:x"], "idDoesNotExist"),
        ]
        for (pairs, code) in cases {
            let root = try XMLTree.read(Data(try await house.ask(pairs).utf8))
            #expect(root.first("error")?.attributes["code"] == code, "\(pairs)")
            let echoes = code != "badVerb" && code != "badArgument"
            #expect((root.first("request")?.attributes["verb"] != nil) == echoes, "\(pairs)")
        }
        try await house.stage.strike()
    }

    @Test("days and seconds bound a list, both ends included")
    func ranges() async throws {
        let house = try await Publishing()
        house.stage.clock.wait(days: 3)
        try await house.fill(1)
        let list: (KeyValuePairs<String, String>) async throws -> Int = { pairs in
            try await house.harvest(pairs).identifiers.count
        }
        let all = try await list(["verb": "ListIdentifiers", "metadataPrefix": "oai_dc"])
        #expect(all == 5)
        let day = "2026-03-05"
        #expect(try await list(["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "from": day]) == 1)
        #expect(try await list(["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "until": day]) == all)
        #expect(
            try await list(["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "until": "2026-03-04"]) == all - 1)
        let moment = "2026-03-05T09:00:00Z"
        #expect(
            try await list(["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "from": moment, "until": moment])
                == 1)
        try await house.stage.strike()
    }

    @Test("a harvest is whole while records change, come and go")
    func changing() async throws {
        let house = try await Publishing()
        try await house.fill(250)
        let desk = house.stage.desk
        let before = try await desk.publications(PublicationFilter(), limit: 1000)
        var written = 0
        let result = try await house.harvest(["verb": "ListRecords", "metadataPrefix": "biobridge"]) { page in
            guard page <= 2 else { return }
            // One that was told already and one that was not are revised; one is new.
            for publication in [before[page], before[before.count - page]] {
                let id = OrganisationID(rawValue: publication.key) ?? house.cast.agency
                var filed = try await desk.record(id)
                filed.body.city = "Moved \(page)"
                try await desk.write(filed.body, as: id, from: filed.revision, by: .office)
            }
            try await house.fill(1, from: 1000 + page)
            written += 1
        }
        #expect(written == 2 && result.pages >= 3)
        let now = try await desk.publications(PublicationFilter(), limit: 1000)
        #expect(Set(result.identifiers) == Set(now.map(\.key)), "nothing is missed")
        // What was revised after it was told is told again.
        #expect(result.identifiers.count > now.count)
        try await house.stage.strike()
    }

    @Test("sets by kind and theme hold what they say")
    func sets() async throws {
        let house = try await Publishing()
        let providers = try await house.harvest(
            ["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "set": "kind:provider"])
        #expect(providers.identifiers == [house.cast.offer.rawValue])
        let theme = try await house.harvest(
            ["verb": "ListIdentifiers", "metadataPrefix": "oai_dc", "set": "theme:CBD-SUBJECT-PA"])
        #expect(theme.identifiers == [house.cast.offer.rawValue])
        try await house.stage.strike()
    }

    @Test("a request is told once its country lets it pass, and told as gone when it becomes confidential")
    func requests() async throws {
        let house = try await Publishing()
        let list: KeyValuePairs<String, String> = [
            "verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:request",
        ]
        let hidden = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        let id = try await house.cast.submitted(on: house.stage)
        await #expect(throws: HarvestError.refused("noRecordsMatch")) { try await house.harvest(list) }
        try await house.stage.desk.take(.endorsement, on: id, by: house.cast.focalPoint)
        #expect(try await house.harvest(list).identifiers == [id.rawValue])
        let answer = try await house.ask([
            "verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:bio-bridge.example:" + hidden.rawValue,
        ])
        #expect(answer.contains("idDoesNotExist"))
        try await house.stage.strike()
    }

    @Test("the list of publications is the same however it was come to")
    func rebuilt() async throws {
        let house = try await Publishing()
        try await house.fill(3)
        let (id, _) = try await house.cast.introduced(on: house.stage)
        _ = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        let agency = try await house.stage.desk.record(house.cast.agency)
        try await house.stage.desk.write(agency.body, as: agency.id, from: agency.revision, by: .office)
        let grown = try await house.stage.catalogue.publications(PublicationFilter(), limit: 1000)
        #expect(grown.contains { $0.key == id.rawValue })
        let folder = FileManager.default.temporaryDirectory.appending(path: "biobridge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let other = try Catalogue(folder: folder, head: try await house.stage.ledger.head(), node: "stage")
        try await other.apply(try await house.stage.ledger.entries(after: 0, limit: 10_000))
        let made = try await other.publications(PublicationFilter(), limit: 1000)
        #expect(made == grown)
        try other.close()
        try FileManager.default.removeItem(at: folder)
        try await house.stage.strike()
    }

    @Test("nonsense is answered as nonsense, and nothing ends")
    func fuzz() async throws {
        let house = try await Publishing()
        try await house.fill(2)
        var random = Dice(seed: 7)
        let names = ["verb", "metadataPrefix", "from", "until", "set", "identifier", "resumptionToken", "\u{0}", ""]
        let values = [
            "ListRecords", "ListIdentifiers", "GetRecord", "Identify", "oai_dc", "biobridge", "2026-03-02",
            "kind:provider",
            "9999-12-31T23:59:59Z", "0001-01-01", "-1", "", "\u{FFFF}\u{0}<&>\"", "%00",
            String(repeating: "x", count: 3000),
        ]
        let count = Int(ProcessInfo.processInfo.environment["BIOBRIDGE_FUZZ"] ?? "") ?? 300
        for _ in 0..<count {
            let pairs = (0..<random.below(5)).map { _ in
                (name: names[random.below(names.count)], value: values[random.below(values.count)])
            }
            let provider = OAIProvider(
                house.shelf, house.publisher, name: "<&>", base: "https://bio-bridge.example/oai")
            let answer = try await provider.answer(pairs)
            let root = try XMLTree.read(Data(answer.utf8))
            #expect(root.name == "OAI-PMH", "\(pairs)")
        }
        try await house.stage.strike()
    }
}

/// Chance that repeats itself (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
