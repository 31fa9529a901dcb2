import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite struct ConfidentialTests {
    @Test func aConfidentialRequestDoesNotBetrayThatItExists() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let reader = try #require(cast.stranger.account)
        let (id, _) = try await cast.introduced(on: stage, visibility: .named([reader]))
        let other = try await person("another", nil, on: stage.desk)
        for viewer in [Viewer.visitor, other, cast.donor] {
            await #expect(throws: DeskError.notFound) { try await stage.desk.dossier(id, for: viewer) }
            #expect(try await stage.desk.requests(RequestFilter(), for: viewer).total == 0)
        }
        for viewer in [cast.requester, cast.focalPoint, cast.officer, cast.provider, cast.stranger] {
            #expect(try await stage.desk.dossier(id, for: viewer).dossier.id == id)
            #expect(try await stage.desk.requests(RequestFilter(), for: viewer).total == 1)
        }
        let figures = try await stage.desk.figures()
        #expect(figures.total == 0 && figures.byCountry.isEmpty)
        try await stage.strike()
    }

    @Test func visitorsSeeWhatWasSentOfARequestThatTheOfficeWrote() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.draft(try cast.request(title: "Envoyée"), by: .office)
        try await stage.desk.submit(id, by: cast.requester)
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint)
        // Public once, and being written anew.
        try await stage.desk.take(
            .objection, on: id, because: LocalizedText("Plus court", in: .french), by: cast.focalPoint)
        let revision = try await stage.desk.dossier(id, for: cast.requester).dossier.request.revision
        try await stage.desk.revise(id, to: try cast.request(title: "En cours"), from: revision, by: cast.requester)
        for viewer in [Viewer.visitor, cast.stranger, cast.focalPoint] {
            let card = try #require(try await stage.desk.requests(RequestFilter(), for: viewer).items.first)
            #expect(card.request.body.title[.french] == "Envoyée")
            #expect(try await stage.desk.dossier(id, for: viewer).dossier.request.body.title[.french] == "Envoyée")
        }
        let own = try #require(try await stage.desk.requests(RequestFilter(), for: cast.requester).items.first)
        #expect(own.request.body.title[.french] == "En cours")
        #expect(!Viewer.visitor.signed(.office) && Viewer.office.signed(.office))
        try await stage.strike()
    }

    @Test func notesOfTheDeskAndLettersStayInside() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let (id, _) = try await cast.introduced(on: stage)
        try await stage.desk.write(LocalizedText("Entre nous", in: .french), to: .desk, on: id, by: cast.officer)
        try await stage.desk.write(LocalizedText("Bonjour", in: .french), on: id, by: cast.requester)
        func texts(_ viewer: Viewer) async throws -> [String?] {
            try await stage.desk.dossier(id, for: viewer).dossier.messages.map { $0.body.text[.french] }
        }
        #expect(try await texts(cast.officer) == ["Entre nous", "Bonjour"])
        #expect(try await texts(cast.provider) == ["Bonjour"])
        #expect(try await texts(.visitor).isEmpty)
        let seen = try await stage.desk.dossier(id, for: .visitor).dossier
        #expect(seen.assessments.allSatisfy { $0.body.note.isEmpty && $0.body.findings.allSatisfy(\.note.isEmpty) })
        try await stage.strike()
    }

    /// The rule stands twice, in Swift and in SQL: they must agree for everybody, whatever state a request is in.
    @Test func theListsShowExactlyWhatTheDossiersDo() async throws {
        let stage = try await Stage(on: "2026-03-02")
        let cast = try await Cast(on: stage)
        let reader = try #require(cast.stranger.account)
        var requests: [RequestID] = []
        for visibility in [Request.Visibility.everybody, .named([reader]), .named([])] {
            requests.append(try await stage.desk.draft(try cast.request(visibility: visibility), by: cast.requester))
            requests.append(try await cast.submitted(on: stage, visibility: visibility))
            requests.append(try await cast.triaged(on: stage, visibility: visibility))
            requests.append(try await cast.introduced(on: stage, visibility: visibility).0)
            let withdrawn = try await stage.desk.draft(try cast.request(visibility: visibility), by: cast.requester)
            try await stage.desk.withdraw(withdrawn, by: cast.requester)
            requests.append(withdrawn)
        }
        let samoa = try country("WS")
        let hub = Hub(
            organisation: cast.institute, name: LocalizedText("Hub", in: .english),
            mandate: LocalizedText("Mandate", in: .english), countries: [cast.benin],
            languages: [LanguageCode(Language.french)])
        let hubID = try await stage.desk.write(hub, by: .office)
        let hubOfficer = try #require(try await person("hub", nil, on: stage.desk).account)
        try await stage.desk.appoint(Appointment(account: hubOfficer, role: .helpDesk, hub: hubID), by: .office)
        let viewers = [
            .visitor, cast.requester, cast.focalPoint, cast.officer, cast.provider, cast.stranger, cast.donor,
            try await stage.desk.viewer(hubOfficer),
            try await person("samoa", .focalPoint, country: samoa, on: stage.desk),
            try await person("admin", .administrator, on: stage.desk),
        ]
        var seen = 0
        for day in ["2026-03-03", "2026-04-20"] {
            try stage.clock.move(to: day)
            for viewer in viewers {
                let cards = try await stage.desk.requests(RequestFilter(), for: viewer, limit: 100).items
                let listed = Dictionary(uniqueKeysWithValues: cards.map { ($0.request.id, $0.state) })
                for request in requests {
                    let state = try? await stage.desk.dossier(request, for: viewer).state
                    #expect(listed[request] == state)
                    seen += state == nil ? 0 : 1
                }
            }
        }
        #expect(seen > 100)
        try await stage.strike()
    }
}
