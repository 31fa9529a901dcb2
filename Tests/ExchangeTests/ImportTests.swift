import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis

@testable import Exchange

@Suite("Lists from elsewhere")
struct ImportTests {
    private func options(_ kind: PublicKind = .organisation) -> Import.Options {
        Import.Options(kind: kind, fileName: "list.csv", source: "A network", consent: .published)
    }

    private func organisations(_ house: Publishing) async throws -> Int {
        try await house.stage.desk.records(Organisation.self, RecordFilter(), limit: 1).total
    }

    @Test("a messy list: a true report, no double, and all of it undone")
    func messy() async throws {
        let count = Int(ProcessInfo.processInfo.environment["BIOBRIDGE_IMPORT"] ?? "") ?? 1200
        let list = try MessyList(count, seed: 42)
        let house = try await Publishing()
        let before = try await organisations(house)
        let importer = Import(house.stage.desk)
        let rehearsal = try await importer.rehearse(list.data, options(), by: house.cast.officer)
        #expect(try await organisations(house) == before, "a rehearsal files nothing")
        let start = ContinuousClock.now
        let report = try await importer.carryOut(list.data, options(), by: house.cast.officer)
        print("imported \(report.lines) lines in \(ContinuousClock.now - start)")
        #expect(report.lines == list.lines)
        #expect(report.made == list.distinct)
        #expect(report.known == list.doubled)
        #expect(report.refused == list.refused.values.reduce(0, +))
        #expect(report.made == rehearsal.made && report.remarks == rehearsal.remarks)
        for (code, wanted) in list.refused {
            let lines = Set(report.remarks.filter { $0.weight == .refused && $0.reason.code == code }.map(\.line))
            #expect(lines.count == wanted, "\(code)")
        }
        let long = try #require(report.remarks.first { $0.reason.code == "tooLong" })
        #expect(long.column == "Institution name" && long.cell.hasPrefix("A"))
        #expect(report.unknownColumns == ["Favourite colour"])
        #expect(try await organisations(house) == before + list.distinct)
        // Letters came through.
        let found = try await house.stage.desk.records(Organisation.self, RecordFilter(), limit: 10_000).items
        let names = Set(found.compactMap { $0.body.name.best(for: [])?.version.text })
        #expect(names.count == found.count)
        #expect(!names.contains { $0.contains("Ã") })
        #expect(names.contains { $0.contains("Água Verde") })
        // Again: everything is known.
        let again = try await importer.carryOut(list.data, options(), by: house.cast.officer)
        #expect(again.made == 0 && again.known == list.distinct + list.doubled)
        // Undone: what was there before is there still, and nothing else.
        let id = try #require(report.intake)
        let undoing = ContinuousClock.now
        try await house.stage.desk.undo(id, by: house.cast.officer)
        print("undone in \(ContinuousClock.now - undoing)")
        #expect(try await organisations(house) == before)
        let intake = try await house.stage.desk.intake(id, for: house.cast.officer)
        #expect(intake.body.isUndone && intake.body.kept == 0)
        #expect(try await house.stage.desk.record(house.cast.agency).revision == 1)
        try await house.stage.desk.undo(id, by: house.cast.officer)
        #expect(try await house.stage.desk.intake(id, for: house.cast.officer).revision == 2)
        try await house.stage.strike()
    }

    @Test("undoing leaves what somebody has built on or changed")
    func kept() async throws {
        let house = try await Publishing()
        let desk = house.stage.desk
        let text = "name,country\nUsed Institute,BJ\nChanged Institute,BJ\nLonely Institute,BJ\n"
        let report = try await Import(desk).carryOut(Data(text.utf8), options(), by: house.cast.officer)
        let id = try #require(report.intake)
        let papers = try await desk.papers(of: id, for: house.cast.officer)
        #expect(papers.count == 3 && report.made == 3)
        let used = try #require(OrganisationID(rawValue: papers[0].key))
        let changed = try #require(OrganisationID(rawValue: papers[1].key))
        try await desk.appoint(
            Appointment(account: try #require(house.cast.stranger.account), role: .representative, organisation: used),
            by: .office)
        var filed = try await desk.record(changed)
        filed.body.city = "Cotonou"
        try await desk.write(filed.body, as: changed, from: 1, by: .office)
        try await desk.undo(id, by: house.cast.officer)
        #expect(try await desk.record(used).revision == 1)
        #expect(try await desk.record(changed).body.city == "Cotonou")
        await #expect(throws: DeskError.self) {
            _ = try await desk.record(try #require(OrganisationID(rawValue: papers[2].key)))
        }
        #expect(try await desk.intake(id, for: house.cast.officer).body.kept == 2)
        let gone = try #require(try await desk.publication(papers[2].key))
        #expect(gone.isGone)
        try await house.stage.strike()
    }

    @Test("what is here is found by identifier, name, short spelling and web address; near doubles are held back")
    func matching() async throws {
        let house = try await Publishing()
        let first = """
            name,country,ror,website
            Université d'Abomey-Calavi (UAC),BJ,https://ror.org/05gq02987,https://www.uac.example
            National Herbarium of Kenya,KE,,https://herbarium.example
            """
        let importer = Import(house.stage.desk)
        #expect(try await importer.carryOut(Data(first.utf8), options(), by: house.cast.officer).made == 2)
        let second = """
            name,country,ror,website
            UNIVERSITE D ABOMEY CALAVI,Bénin,,
            Another name altogether,BJ,05gq02987,
            "Kenya National Herbarium, The",Kenya,,
            National Herbarum of Kenya,KE,,
            National Herbarium of Kenya,UG,,
            Kenya Herbarium,KE,,http://herbarium.example/
            Faculty of Letters of Nairobi,KE,,https://herbarium.example/letters
            """
        let report = try await importer.rehearse(Data(second.utf8), options(), by: house.cast.officer)
        let byLine = Dictionary(report.remarks.map { ($0.line, $0.reason.code) }) { first, _ in first }
        #expect(byLine[2] == "already-here" && byLine[3] == "already-here" && byLine[4] == "already-here")
        #expect(byLine[5] == "looks-like")
        #expect(byLine[6] == nil && byLine[8] == nil)
        #expect(byLine[7] == "already-here")
        #expect(report.made == 2 && report.known == 4 && report.refused == 1)
        try await house.stage.strike()
    }

    @Test("providers bring their institution, or find it")
    func providers() async throws {
        let house = try await Publishing()
        let text = """
            organisation,country,title.fr,subjects,free,expertise.fr,languages
            Centre de Suivi Écologique,SN,Cartes de feux,CBD-SUBJECT-PA,training.workshop,Nous cartographions,français
            Institut nouveau,TG,Semences,Agricultural Biodiversity,expertise,Nous gardons,fr
            Nowhere to be found,,Rien,CBD-SUBJECT-PA,expertise,Rien,fr
            """
        let report = try await Import(house.stage.desk).carryOut(
            Data(text.utf8), options(.provider), by: .office)
        #expect(report.made == 2 && report.institutions == 1 && report.refused == 1)
        let found = try await house.stage.desk.records(ProviderProfile.self, RecordFilter(), limit: 10).items
        let fires = try #require(found.first { $0.body.title[.french] == "Cartes de feux" })
        #expect(fires.body.organisation == house.cast.institute && fires.body.origin?.name == "A network")
        let again = try await Import(house.stage.desk).rehearse(Data(text.utf8), options(.provider), by: .office)
        #expect(again.made == 0 && again.known == 2)
        try await house.stage.strike()
    }

    @Test("what was exported is read again, and all of it is known", arguments: [PublicKind.organisation, .provider])
    func roundTrip(kind: PublicKind) async throws {
        let house = try await Publishing()
        for format in [TableFormat.csv, .json] {
            var text = ""
            for try await piece in Export(house.shelf, Selection(kind), house.publisher).pieces(format) {
                text += piece
            }
            let report = try await Import(house.stage.desk).rehearse(
                Data(text.utf8), options(kind), by: house.cast.officer)
            #expect(report.lines > 0 && report.known == report.lines, "\(format): \(report.remarks)")
        }
        let book = try await Export(house.shelf, Selection(kind), house.publisher).workbook(
            title: "x", notes: [], isRightToLeft: false)
        let report = try await Import(house.stage.desk).rehearse(book, options(kind), by: house.cast.officer)
        #expect(report.lines > 0 && report.known == report.lines, "\(report.remarks)")
        try await house.stage.strike()
    }

    @Test("neither strangers nor providers take in lists")
    func rights() async throws {
        let house = try await Publishing()
        let text = Data("name,country\nA,BJ\n".utf8)
        for viewer in [house.cast.stranger, house.cast.provider, .visitor] {
            await #expect(throws: DeskError.self) {
                try await Import(house.stage.desk).carryOut(text, options(), by: viewer)
            }
        }
        await #expect(throws: ImportError.columnMissing("name", found: ["x", "country"])) {
            try await Import(house.stage.desk).rehearse(
                Data("x,country\nA,BJ\n".utf8), options(), by: house.cast.officer)
        }
        try await house.stage.strike()
    }

    @Test("whatever a file holds, it is read or refused, and nothing ends")
    func fuzz() async throws {
        let house = try await Publishing()
        var random = Dice(seed: 11)
        let count = Int(ProcessInfo.processInfo.environment["BIOBRIDGE_FUZZ"] ?? "") ?? 300
        let book = try await Export(house.shelf, Selection(.organisation), house.publisher).workbook(
            title: "x", notes: [], isRightToLeft: false)
        let seeds = [
            try MessyList(8, seed: 3).data, book, Data(#"[{"name": "A", "country": "BJ"}]"#.utf8),
            Data("name\tcountry\nA\tBJ\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
        ]
        for round in 0..<count {
            var bytes = [UInt8](seeds[round % seeds.count].prefix(60_000))
            for _ in 0...random.below(8) where !bytes.isEmpty {
                let place = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[place] = UInt8(random.below(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.below(50)))
                case 2: bytes.insert(contentsOf: Array("\"\r\n;,\u{0}".utf8), at: place)
                default: bytes = Array(bytes.prefix(place))
                }
            }
            let kind = Import.kinds[random.below(Import.kinds.count)]
            do {
                let report = try await Import(house.stage.desk).rehearse(
                    Data(bytes), options(kind), by: house.cast.officer)
                #expect(report.made + report.known + report.refused == report.lines)
            } catch is ImportError {}
        }
        try await house.stage.strike()
    }
}
