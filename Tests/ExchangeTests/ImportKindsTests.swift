import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Centres, partnerships and requests from files") struct ImportKindsTests {
    private func options(_ kind: PublicKind) -> Import.Options {
        Import.Options(kind: kind, fileName: "list.csv", source: "A network", consent: .byKeeper)
    }

    private func carryOut(
        _ text: String, _ kind: PublicKind, _ house: Publishing, by viewer: Viewer
    ) async throws -> ImportReport {
        let rehearsal = try await Import(house.stage.desk).rehearse(Data(text.utf8), options(kind), by: viewer)
        let report = try await Import(house.stage.desk).carryOut(Data(text.utf8), options(kind), by: viewer)
        #expect(rehearsal.remarks == report.remarks)
        return report
    }

    @Test func centresAreTakenInByAdministratorsWithTheirHoursAndUndone() async throws {
        let house = try await Publishing()
        let text = """
            name,organisation,country,mandate,countries,languages,hours
            West Africa,Centre de Suivi Écologique,SN,To serve,Benin; Togo,fr; en,"monday,friday 09:00-17:00 Africa/Dakar"
            Lakes,An institute of lakes,KE,To serve lakes,Kenya; Atlantis,en,
            Islands,A new house,WS,To serve islands,Samoa; Fiji,en,whenever
            Coasts,A house of coasts,WS,To serve coasts,Samoa; Fiji,en,
            """
        await #expect(throws: ImportError.kindNotTaken) {
            try await Import(house.stage.desk).rehearse(Data(text.utf8), options(.hub), by: house.cast.officer)
        }
        let report = try await carryOut(text, .hub, house, by: .office)
        #expect((report.made, report.refused, report.institutions) == (2, 2, 1))
        let refused = report.remarks.filter { $0.weight == .refused }
        #expect(refused.map(\.line) == [3, 4])
        #expect(refused.map(\.column) == ["countries", "hours"])
        #expect(refused.map(\.reason.code) == ["unknown-country", "unknown-choice"])
        let hubs = try await house.stage.desk.records(Hub.self, limit: 10).items
        let west = try #require(hubs.first { $0.body.name[.english] == "West Africa" })
        #expect(west.body.organisation == house.cast.institute)
        #expect(west.body.hours?.text == "monday,friday 09:00-17:00 Africa/Dakar")
        #expect(try await carryOut(text, .hub, house, by: .office).known == 2)
        try await house.stage.desk.undo(try #require(report.intake), by: .office)
        #expect(try await house.stage.desk.records(Hub.self, limit: 10).items.isEmpty)
        try await house.stage.strike()
    }

    @Test func partnershipsLeaveAndComeBackTheSame() async throws {
        let house = try await Publishing()
        let partnership = Partnership(
            form: .transboundaryArea, title: LocalizedText("Parc commun", in: .french),
            summary: LocalizedText("Deux pays gardent un parc.", in: .french),
            commitments: LocalizedText("Patrouilles communes", in: .french), organisations: [house.cast.institute],
            countries: [house.cast.benin, try country("TG")], subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))],
            targets: [try #require(FrameworkTarget(number: 3))], starts: CalendarDay("2020-01-01"),
            ends: CalendarDay("2030-12-31"), links: [Link(title: "", address: "https://parc.example/")])
        let id = try await house.stage.desk.write(partnership, by: .office)
        for ending in [TableFormat.csv, .json] {
            var pieces = Export(house.shelf, Selection(.partnership), house.publisher).pieces(ending)
                .makeAsyncIterator()
            var data = Data()
            while let piece = try await pieces.next() { data.append(contentsOf: piece.utf8) }
            let text = String(decoding: data, as: UTF8.self)
            #expect(try await carryOut(text, .partnership, house, by: house.cast.officer).known == 1)
            // What came of it is the same but for its name here.
            let renamed = text.replacing("Parc commun", with: "Parc \(ending)")
            let report = try await carryOut(renamed, .partnership, house, by: house.cast.officer)
            #expect(report.made == 1 && report.refused == 0)
            let all = try await house.stage.desk.records(Partnership.self, limit: 10).items
            var copy = try #require(all.first { $0.body.title[.french] == "Parc \(ending)" }).body
            copy.title = partnership.title
            #expect(copy == partnership)
            try await house.stage.desk.undo(try #require(report.intake), by: house.cast.officer)
        }
        #expect(try await house.stage.desk.records(Partnership.self, limit: 10).items.map(\.id) == [id])
        try await house.stage.strike()
    }

    @Test func requestsBecomeDraftsOfTheInstitutionThatAsksAndEndWhenUndone() async throws {
        let house = try await Publishing()
        let agency = house.cast.agency.rawValue
        let text = """
            title,organisation,country,problem,assistance,priorities,subjects,languages,urgency,budget
            Compter les lions,\(agency),Bénin,Personne ne les compte.,training.workshop,Plan national,PA,fr,,20 000
            Sans pays,\(agency),,Personne ne sait.,training.workshop,Plan,PA,fr,,
            Vite,\(agency),BJ,Il presse.,training.workshop,Plan,PA,fr,tomorrow,
            """.replacing(",PA,", with: ",CBD-SUBJECT-PA,")
        let report = try await carryOut(text, .request, house, by: house.cast.officer)
        #expect((report.made, report.refused) == (1, 2))
        #expect(report.remarks.filter { $0.weight == .refused }.map(\.column) == ["country", "urgency"])
        let drafts = try await house.stage.desk.requests(RequestFilter(), for: house.cast.requester).items
        let draft = try #require(drafts.first)
        #expect(draft.state == .drafted)
        #expect(draft.request.body.budget == Money(amount: 20_000, currency: "USD"))
        #expect(try await house.stage.desk.requests(RequestFilter(), for: .visitor).items.isEmpty)
        #expect(try await carryOut(text, .request, house, by: house.cast.officer).known == 1)
        try await house.stage.desk.undo(try #require(report.intake), by: house.cast.officer)
        let after = try await house.stage.desk.requests(RequestFilter(), for: house.cast.requester).items
        #expect(after.map(\.state) == [.withdrawn])
        try await house.stage.strike()
    }

    @Test func aFocalPointBringsWhatBelongsToHerCountryAndNothingElse() async throws {
        let house = try await Publishing()
        let (desk, focal) = (house.stage.desk, house.cast.focalPoint)
        #expect(Import.kinds(for: focal) == [.organisation, .provider, .opportunity, .need, .request])
        await #expect(throws: ImportError.kindNotTaken) {
            try await Import(desk).rehearse(Data("title,form\n".utf8), options(.resource), by: focal)
        }
        let institutions = """
            name,country
            Université des lagunes,Bénin
            University of lakes,Kenya
            Institut sans pays,
            """
        let made = try await carryOut(institutions, .organisation, house, by: focal)
        #expect((made.made, made.refused) == (1, 2))
        let refused = made.remarks.filter { $0.weight == .refused }
        #expect(refused.map(\.line) == [3, 4] && refused.map(\.column) == ["country", "country"])
        #expect(refused.map(\.reason.code) == ["other-country", "missing"])
        // What an institution offers is of the country the institution is in.
        let offers = """
            organisation,country,title,expertise,coverage,free,languages,subjects
            Université des lagunes,,Lagunes,Nous formons.,everywhere,training.workshop,fr,CBD-SUBJECT-PA
            Centre de Suivi Écologique,,Satellites,Nous suivons.,everywhere,training.workshop,fr,CBD-SUBJECT-PA
            """
        let provided = try await carryOut(offers, .provider, house, by: focal)
        #expect((provided.made, provided.refused) == (1, 1), "\(provided.remarks)")
        #expect(provided.remarks.filter { $0.weight == .refused }.map(\.reason.code) == ["other-country"])
        // It waits for review, as any other.
        #expect(try await desk.waitingForReview(.provider, for: house.cast.officer).items.count == 1)
        let needs = "statement,country,lack\nDes cartes,BJ,information\nMaps,SN,information\n"
        #expect(try await carryOut(needs, .need, house, by: focal).made == 1)
        let agency = house.cast.agency.rawValue
        let requests = """
            title,organisation,country,problem
            Compter les lions,\(agency),BJ,Personne ne les compte.
            Compter ailleurs,\(agency),SN,Personne ne les compte.
            Compter pour eux,\(house.cast.institute.rawValue),BJ,Personne ne les compte.
            """
        let asked = try await carryOut(requests, .request, house, by: focal)
        #expect((asked.made, asked.refused) == (1, 2))
        #expect(asked.remarks.filter { $0.weight == .refused }.map(\.column) == ["country", "organisation"])
        let drafts = try await desk.requests(RequestFilter(), for: house.cast.requester).items
        #expect(drafts.map(\.state) == [.drafted])

        // She sees and undoes her country's imports alone; the help desk sees all; another country's focal point none.
        let theirs = try await carryOut("name,country\nInstitut du fleuve,SN\n", .organisation, house, by: .office)
        let other = try await person("samoa", .focalPoint, country: try country("WS"), on: desk)
        #expect(try await desk.intakes(for: focal).total == 4)
        #expect(try await desk.intakes(for: house.cast.officer).total == 5)
        #expect(try await desk.intakes(for: other).total == 0)
        let hers = try #require(provided.intake)
        await #expect(throws: DeskError.notFound) { try await desk.undo(try #require(theirs.intake), by: focal) }
        await #expect(throws: DeskError.notFound) { try await desk.papers(of: hers, for: other) }
        await #expect(throws: DeskError.refused("takeIn")) { try await desk.intakes(for: house.cast.requester) }
        try await desk.undo(hers, by: focal)
        #expect(try await desk.waitingForReview(.provider, for: house.cast.officer).items.isEmpty)
        // The desk holds the rule itself, whoever reads the file.
        let stranger = Organisation(
            name: LocalizedText("Elsewhere", in: .english), type: .other, country: try country("KE"))
        let paper = try ChosenPaper(stranger, as: try desk.nextID(of: Organisation.self), by: focal.author)
        let intake = Intake(
            records: .organisation, fileName: "x", fileDigest: "", source: "x", consent: .published, lines: 1, made: 1,
            known: 0, refused: 0)
        await #expect(throws: DeskError.refused("takeIn")) {
            try await desk.takeIn(intake, as: try desk.nextID(of: Intake.self), [paper], by: focal)
        }
        try await house.stage.strike()
    }

    @Test func aCentresDeskTakesInRequestsOfItsOwnCountriesOnly() async throws {
        let house = try await Publishing()
        let hub = try await house.stage.desk.write(
            Hub(
                organisation: house.cast.institute, name: LocalizedText("Centre", in: .english),
                mandate: LocalizedText("To serve", in: .english), countries: [try country("TG")],
                languages: [LanguageCode(Language.french)]), by: .office)
        let person = try await person("centre", nil, on: house.stage.desk)
        let account = try #require(person.account)
        try await house.stage.desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
        let text = """
            title,organisation,country,problem
            Un,\(house.cast.agency.rawValue),Togo,Un problème
            Deux,\(house.cast.agency.rawValue),Bénin,Un problème
            """
        let viewer = try await house.stage.desk.viewer(account)
        let report = try await carryOut(text, .request, house, by: viewer)
        #expect((report.made, report.refused) == (1, 1))
        try await house.stage.strike()
    }
}
