import Catalogue
import Cooperation
import Desk
import Exchange
import Foundation
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("The network's own pages: centres, whom to look for, balance") struct NetworkPagesTests {
    @Test("a centre hands over from the page of the case, its dashboard shows it, and it comes back")
    func handOver() async throws {
        let house = try await House()
        let cast = house.cast
        let hub = try await house.stage.desk.write(
            Hub(
                organisation: cast.institute, name: LocalizedText("Centre d’Afrique", in: .french),
                mandate: LocalizedText("Aider", in: .french), countries: [cast.benin],
                languages: [LanguageCode(Language.french)], hours: OfficeHours("monday 08:00-12:00 Africa/Dakar")),
            by: .office)
        let person = try await person("centre", nil, on: house.stage.desk)
        try await house.stage.desk.appoint(
            Appointment(account: try #require(person.account), role: .helpDesk, hub: hub), by: .office)
        let id = try await cast.triaged(on: house.stage)
        let centre = try await house.browser(of: "centre")
        #expect(try await centre.get("/fr/work").text.contains("/fr/desk/hubs/\(hub.own)"))
        let before = try await centre.get("/fr/desk/hubs/\(hub.own)")
        #expect(before.text.contains("En attente de ce centre") && before.text.contains("Suivi de la faune"))
        // Monday, nine in the morning in Dakar.
        #expect(before.text.contains("Ouvert maintenant") && before.text.contains("centre"))
        let page = try await centre.get("/fr/desk/cases/\(id.own)")
        let place = "/fr/requests/\(id.own)/referral"
        let empty = try await centre.send(page, to: place, [("referral-reason", " ")])
        #expect(empty.status == 422)
        let done = try await centre.carryOut(
            page, to: place, [("referral-reason", "Personne ne connaît les lamantins.")])
        #expect(done.text.contains("au service d’assistance mondial"))
        #expect(done.text.contains("Personne ne connaît les lamantins.") && done.text.contains("Centre d’Afrique"))
        #expect(done.forms(to: "/fr/requests/\(id.own)/introductions").isEmpty)
        let after = try await centre.get("/fr/desk/hubs/\(hub.own)")
        #expect(after.text.contains("Transmises au service d’assistance mondial"))
        let officer = try await house.browser(of: "officer")
        #expect(try await officer.get("/fr/desk?part=referred").text.contains("Transmise par un centre"))
        let global = try await officer.get("/fr/desk/cases/\(id.own)")
        _ = try await officer.carryOut(global, to: place, [("referral-reason", "Voici un expert.")])
        #expect(try await centre.get("/fr/requests/\(id.own)").text.contains("Voici un expert."))
        // Who only reads knows that it was handed over.
        let outside = try await house.browser().get("/fr/requests/\(id.own)")
        #expect(outside.text.contains("Transmise au service d’assistance mondial"))
        #expect(!outside.text.contains("lamantins"))
        try await house.strike()
    }

    @Test("an administrator names a centre in a form, with its hours; wrong hours come back as typed")
    func nameACentre() async throws {
        let house = try await House()
        let person = try await person("boss", nil, on: house.stage.desk)
        try await house.stage.desk.appoint(
            Appointment(account: try #require(person.account), role: .administrator), by: .office)
        let boss = try await house.browser(of: "boss")
        let address = "/fr/hubs/new?organisation=\(house.cast.institute.rawValue)"
        let page = try await boss.get(address)
        let fields = [
            ("organisation", house.cast.institute.rawValue), ("name", "Centre du Sahel"), ("mandate", "Aider"),
            ("countries", "Bénin\nTogo"), ("languages", "fr"), ("hours.days", "monday"), ("hours.opens", "9h"),
            ("hours.closes", "17:00"), ("hours.timeZone", "Africa/Porto-Novo"),
        ]
        let wrong = try await boss.send(page, to: "/fr/hubs/new", fields)
        #expect(wrong.status == 422 && wrong.text.contains("9h"))
        let right = fields.map { $0.0 == "hours.opens" ? ($0.0, "09:00") : $0 }
        let made = try await boss.carryOut(page, to: "/fr/hubs/new", right)
        #expect(made.text.contains("Centre du Sahel") && made.text.contains("09:00–17:00 (Africa/Porto-Novo)"))
        let provider = try await house.browser(of: "provider")
        let refused = try await provider.send(
            try await provider.get("/fr/hubs/new"), to: "/fr/hubs/new", right)
        #expect(refused.status == 403)
        try await house.strike()
    }

    @Test("somebody is asked from the list of whom to look for, says no by the link, and the list says why")
    func engagement() async throws {
        let house = try await House()
        let cast = house.cast
        var need = Need(country: cast.benin, statement: LocalizedText("Des lagunes", in: .french), lack: .capacity)
        need.subjects = [try #require(SubjectID("CBD-SUBJECT-MAR"))]
        for number in 1...2 {
            need.statement = LocalizedText("Des lagunes \(number)", in: .french)
            _ = try await house.stage.desk.write(need, by: cast.focalPoint)
        }
        let officer = try await house.browser(of: "officer")
        let list = try await officer.get("/fr/desk/engagement")
        let link = try #require(list.text.firstMatch(of: /href="(\/fr\/desk\/engagement\/invitations\?[^"]*MAR[^"]*)"/))
        let form = try await officer.get(String(link.1).replacing("&amp;", with: "&"))
        let place = "/fr/desk/engagement/invitations"
        let fields = [
            ("subject", "CBD-SUBJECT-MAR"), ("region", "africa"), ("institution", "Institut des lagunes"),
            ("type", OrganisationType.academic.rawValue), ("country", "TG"), ("name", "Ines"),
            ("email", "ines@example.org"), ("language", "fr"),
        ]
        let wrong = try await officer.send(form, to: place, fields.map { $0.0 == "email" ? ($0.0, "ines") : $0 })
        #expect(wrong.status == 422 && wrong.text.contains("Institut des lagunes"))
        let sent = try await officer.carryOut(form, to: place, fields)
        #expect(sent.text.contains("Institut des lagunes") && sent.text.contains("En attente de réponse"))
        let letter = try #require(
            try await house.stage.desk.accountLettersToSend(limit: 100).letters.last { $0.email == "ines@example.org" })
        let path = "/fr/links/\(try #require(letter.token))"
        let visitor = house.browser()
        let asked = try await visitor.get(path)
        #expect(asked.text.contains("Institut des lagunes"))
        let no = try await visitor.carryOut(asked, to: path, marked: "decline", [("reason", "Nous fermons.")])
        #expect(no.status == 200)
        let answered = try await officer.get("/fr/desk/engagement")
        #expect(answered.text.contains("A refusé") && answered.text.contains("Nous fermons."))
        let file = try await officer.client.get("/fr/desk/engagement.csv")
        #expect(file.text.contains("CBD-SUBJECT-MAR") && !file.text.contains("ines@example.org"))
        try await house.strike()
    }

    @Test("the balance is drawn and told in every language", arguments: Language.allCases)
    func balance(language: Language) async throws {
        let house = try await House()
        let page = try await house.browser().get("/\(language.code)/providers/balance")
        #expect(page.status == 200)
        #expect(page.text.components(separatedBy: "class=\"bars\"").count >= 4)
        let file = try await house.browser().client.get("/\(language.code)/providers/balance.csv")
        #expect(file.text.contains("africa") && file.text.contains("CBD-SUBJECT-PA"))
        try await house.strike()
    }

    @Test("identifiers are checked as they are typed, and lead to their pages; a list's source and ground are shown")
    func identifiers() async throws {
        let house = try await House()
        let cast = house.cast
        let provider = try await house.browser(of: "provider")
        let place = "/fr/organisations/\(cast.institute.own)/edit"
        let page = try await provider.get(place)
        let fields = [("name", "Centre de Suivi Écologique"), ("type", "academic"), ("country", "SN")]
        let wrong = try await provider.send(page, to: place, fields + [("ror", "https://ror.org/05gq02988")])
        #expect(wrong.status == 422 && wrong.text.contains("05gq02988"))
        let right = try await provider.carryOut(page, to: place, fields + [("ror", "05gq02987")])
        #expect(right.text.contains("https://ror.org/05gq02987"))
        let data = try await provider.client.get("/fr/files/\(cast.institute.rawValue).jsonld")
        #expect(data.text.contains("https://ror.org/05gq02987"))
        let list = "name,country,ror\nInstitut du lac,TG,02mhbdp94\n"
        let options = Import.Options(
            kind: .organisation, fileName: "list.csv", source: "A network", address: "https://network.example/",
            consent: .byKeeper)
        let report = try await Import(house.stage.desk).carryOut(Data(list.utf8), options, by: cast.officer)
        #expect(report.made == 1)
        let all = try await house.stage.desk.records(Organisation.self, limit: 20).items
        let lake = try #require(all.first { $0.body.name.best(for: [.french])?.version.text == "Institut du lac" })
        let shown = try await house.browser().get("/fr/organisations/\(lake.id.own)")
        #expect(shown.text.contains("https://network.example/") && shown.text.contains("A network"))
        #expect(shown.text.contains(Words(.french)("intake.consent-byKeeper")))
        try await house.strike()
    }
}
