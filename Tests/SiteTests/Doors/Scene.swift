import Catalogue
import Cooperation
import Desk
import Foundation
import Ledger
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebSupport

@testable import Site

/// A house with somebody of every role in it, and requests at every point of their way.
struct Scene {
    /// How far a request has come.
    enum Point: Sendable {
        case drafted, submitted, questioned, endorsed, triaged, introduced, matched, planned, underWay
    }

    let house: House
    let viewers: [Who: Viewer]
    let hub: HubID
    let opportunity: OpportunityID
    let practice: PracticeID
    let need: NeedID
    let partnership: PartnershipID
    let project: ProjectID
    let event: EventID
    let resource: ResourceID
    let brightSpot: BrightSpotID
    let practiceDraft: PracticeDraftID
    let writeShop: WriteShopID
    /// Of somebody without an account, in that write-shop.
    let shopDraft: PracticeDraftID
    let intake: IntakeID
    let source: SourceID
    /// An invitation of the focal point of Benin.
    let invitation: InvitationID
    /// An invitation to the roster.
    let prospect: InvitationID
    /// Somebody who has an account and does not knock.
    let colleague: Viewer
    /// The token of a link to register.
    let link: String
    let wording: WordingID
    /// Of the stranger, to the institute.
    let enquiry: EnquiryID
    /// Of Benin, read, with one of its needs decided about and one that waits.
    let document: DocumentID
    let potential: PotentialNeedID
    let decision: DecisionID

    var cast: Cast { house.cast }
    var desk: Desk { house.stage.desk }

    init(isDemonstration: Bool = true) async throws {
        house = try await House(
            isDemonstration: isDemonstration, trustedProxies: 1,
            look: { LinkRound.Finding(address: $0, outcome: .alive) })
        let (cast, desk) = (house.cast, house.stage.desk)
        let samoa = try country("WS")
        let wanted = try cast.request()
        hub = try await desk.write(
            Hub(
                organisation: cast.institute, name: LocalizedText("Pacific centre", in: .english),
                mandate: LocalizedText("To serve the islands", in: .english), countries: [samoa],
                languages: [LanguageCode(Language.english)]), by: .office)
        opportunity = try await desk.write(
            Opportunity(
                organisation: cast.fund, title: LocalizedText("A call", in: .english),
                description: LocalizedText("Money for parks", in: .english), types: wanted.assistance.map(\.type),
                subjects: wanted.subjects, howToApply: LocalizedText("Write to us", in: .english)),
            by: cast.donor)
        practice = try await desk.write(
            Practice(
                title: LocalizedText("Un parc mieux gardé", in: .french),
                summary: LocalizedText("Résumé", in: .french), problem: LocalizedText("Problème", in: .french),
                whatWasDone: LocalizedText("Fait", in: .french), results: LocalizedText("Résultat", in: .french),
                countries: [cast.benin], subjects: wanted.subjects), by: cast.provider)
        try await desk.review(try admission(of: .practice(practice)), by: cast.officer)
        partnership = try await desk.write(
            Partnership(
                form: .cooperation, title: LocalizedText("Comptages communs", in: .french),
                summary: LocalizedText("Deux pays comptent.", in: .french), organisations: [cast.institute],
                countries: [cast.benin, samoa], subjects: wanted.subjects), by: cast.provider)
        project = try await desk.write(
            Project(
                stage: .finished, title: LocalizedText("Un parc, deux pays", in: .french),
                problem: LocalizedText("Personne ne comptait.", in: .french),
                whatWasDone: LocalizedText("Des comptages communs.", in: .french),
                results: LocalizedText("On sait combien.", in: .french),
                figures: [
                    Practice.ResultFigure(
                        what: LocalizedText("Éléphants comptés", in: .french), before: "aucun", after: "540")
                ], whatDidNotWork: LocalizedText("La saison des pluies.", in: .french), countries: [cast.benin, samoa],
                organisations: [cast.institute], otherPartners: ["Un club"], donors: [cast.fund],
                subjects: wanted.subjects, starts: CalendarDay("2020-01-01"), ends: CalendarDay("2022-12-31"),
                practices: [practice]), by: cast.provider)
        event = try await desk.write(
            Event(
                form: .training, organisation: cast.institute, title: LocalizedText("Compter ensemble", in: .french),
                summary: LocalizedText("Trois jours sur le terrain.", in: .french), subjects: wanted.subjects,
                languages: [LanguageCode(Language.french)], way: .both, country: cast.benin, city: "Natitingou",
                venue: LocalizedText("Maison du parc", in: .french), online: "https://room.example/x",
                starts: desk.today.adding(days: 40), ends: desk.today.adding(days: 42), zone: "Africa/Porto-Novo",
                registerBy: desk.today.adding(days: 10), registration: "https://register.example/x",
                support: LocalizedText("Le voyage est payé.", in: .french),
                outcome: LocalizedText("Rien encore.", in: .french)), by: cast.provider)
        need = try await desk.write(
            Need(country: cast.benin, statement: LocalizedText("Des cartes", in: .french), lack: .information),
            by: cast.focalPoint)
        resource = try await desk.write(
            Resource(
                title: LocalizedText("A tool", in: .english), form: .tool,
                links: [Link(title: "", address: "https://tools.example/")]), by: cast.provider)
        try await desk.review(try admission(of: .resource(resource)), by: cast.officer)
        brightSpot = try await desk.choose(
            BrightSpot(
                practice: practice, reason: LocalizedText("Clair", in: .french), from: desk.today,
                until: desk.today.adding(days: 30)), by: cast.officer)
        practiceDraft = try await desk.keep(.empty, by: cast.provider)
        writeShop = try await desk.open(writeShop: "Cotonou", on: desk.today, group: "", by: cast.officer)
        let code = try await desk.writeShop(writeShop, for: cast.officer).body.code
        shopDraft = try await desk.join(code: code, writer: "Ama", by: .visitor)
        intake = try await desk.takeIn(
            Intake(
                records: .organisation, fileName: "list.csv", fileDigest: "", source: "A list", consent: .published,
                lines: 0, made: 0, known: 0, refused: 0), as: try desk.nextID(of: Intake.self), [], by: .office)
        source = try await desk.write(
            Source(name: "A library", way: .oai, address: "https://library.example/oai"), by: .office)
        colleague = try await person("colleague", nil, on: desk)
        // She has a second factor.
        let factor = Factor(account: try #require(colleague.account), confirmed: desk.now)
        try await house.stage.ledger.commit([
            Draft(
                paper: PaperID("factor-colleague"), kind: PaperKind.factor.rawValue, author: factor.account.rawValue,
                base: 0, body: try factor.encoded())
        ])
        try await desk.catchUp()
        invitation = try await desk.invite(
            Invitation(
                name: "Yao", email: "yao@example.org", language: .french, role: .authorisedUser, country: cast.benin),
            by: cast.focalPoint)
        prospect = try await desk.engage(
            Invitation(
                name: "Ines", email: "ines@example.org", language: .spanish, role: .representative,
                engagement: Engagement(
                    region: .africa, subject: try #require(wanted.subjects.first), institution: "An institute",
                    type: .academic, country: cast.benin)), by: cast.officer)
        try await desk.askToJoin(name: "Efua", email: "efua@example.org", language: .english)
        link = try #require(
            try await desk.accountLettersToSend(limit: 1000).letters.first { $0.email == "efua@example.org" }?.token)
        wording = try await desk.write(
            Wording(name: LocalizedText("Merci", in: .french), text: LocalizedText("Merci.", in: .french)),
            by: cast.officer)
        enquiry = try await desk.enquire(
            LocalizedText("Bonjour", in: .french), to: .institution(cast.institute), by: cast.stranger)
        document = try await desk.send(
            Data("Rangers need training!!!\nThere is no law on parks!!!".utf8), named: "plan.txt",
            as: NationalDocument(
                country: cast.benin, title: LocalizedText("Plan", in: .english), sort: .plan,
                file: StoredFile(name: "plan.txt", digest: "", bytes: 0)), by: cast.focalPoint)
        try await desk.readNextDocument()
        let found = try await desk.work(on: document, for: cast.focalPoint).items.map(\.potential.id)
        potential = try #require(found.last)
        try await desk.decline([try #require(found.first)], in: document, because: .noNeed, by: cast.focalPoint)
        decision = try #require(try await desk.work(on: document, for: cast.focalPoint).decisions.first).id
        let own = try await desk.write(
            Organisation(name: LocalizedText("Elsewhere", in: .english), type: .academic, country: samoa), by: .office)
        let hubOfficer = try await person("pacific-desk", nil, on: desk)
        if let account = hubOfficer.account {
            try await desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
        }
        viewers = [
            .visitor: .visitor, .stranger: cast.stranger, .requester: cast.requester, .provider: cast.provider,
            .donor: cast.donor, .focalPoint: cast.focalPoint, .officer: cast.officer,
            .outsider: try await person("outsider", .representative, organisation: own, on: desk),
            .authorisedUser: try await person("authorised-user", .authorisedUser, country: cast.benin, on: desk),
            .foreignFocalPoint: try await person("samoa", .focalPoint, country: samoa, on: desk),
            .hubOfficer: hubOfficer, .reviewer: try await person("reviewer", .reviewer, on: desk),
            .administrator: try await person("administrator", .administrator, on: desk),
        ]
    }

    /// The form by which somebody is asked to join the roster.
    static func asking(_ email: String) throws -> [(String, String)] {
        let subject = try #require(Vocabulary.standard.subjects.first)
        return [
            ("region", Region.africa.rawValue), ("subject", subject.id.description),
            ("type", OrganisationType.academic.rawValue), ("country", "BJ"), ("institution", "An institute"),
            ("name", "Ines"), ("email", email), ("language", "es"),
        ]
    }

    /// An account other than those who knock.
    var account: String { colleague.account?.own ?? "" }

    /// A new role of somebody else.
    func appointment() async throws -> String {
        let account = try #require(colleague.account)
        let hubs: [HubID?] = [hub, nil]
        for hub in hubs {
            let role = Appointment(account: account, role: .helpDesk, hub: hub)
            if let id = try? await desk.appoint(role, by: .office) { return id.rawValue }
        }
        return try #require(try await house.stage.catalogue.appointments(of: account).last).id.rawValue
    }

    /// A letter that was refused.
    func dispatch() async throws -> String {
        try await desk.askToReset(email: "stranger@example.org")
        let letter = try #require(try await desk.accountLettersToSend(limit: 1000).letters.last)
        let dispatch = try #require(try await desk.begin(letter))
        try await desk.finish(dispatch, with: .refused("smtp.550"))
        return dispatch.id.rawValue
    }

    func browser(of who: Who) async throws -> Browser {
        who == .visitor ? house.browser() : try await house.browser(of: who.name)
    }

    /// A new request that has come so far.
    func request(_ point: Point, visibility: Request.Visibility = .everybody) async throws -> RequestID {
        switch point {
        case .drafted: return try await desk.draft(try cast.request(visibility: visibility), by: cast.requester)
        case .submitted: return try await cast.submitted(on: house.stage, visibility: visibility)
        case .questioned:
            let id = try await request(.submitted, visibility: visibility)
            try await desk.take(.question, on: id, because: LocalizedText("Où ?", in: .french), by: cast.focalPoint)
            return id
        case .endorsed:
            let id = try await request(.submitted, visibility: visibility)
            try await desk.take(.endorsement, on: id, by: cast.focalPoint)
            return id
        case .triaged: return try await cast.triaged(on: house.stage, visibility: visibility)
        case .introduced: return try await cast.introduced(on: house.stage, visibility: visibility).0
        case .matched:
            let (id, introduction) = try await cast.introduced(on: house.stage, visibility: visibility)
            try await desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
            try await desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
            return id
        case .planned:
            let id = try await request(.matched, visibility: visibility)
            try await desk.plan(Plan(request: id, text: LocalizedText("Un plan", in: .french)), by: cast.provider)
            return id
        case .underWay:
            let id = try await request(.planned, visibility: visibility)
            try await desk.report(
                Report(request: id, stage: .progress, text: LocalizedText("Bien", in: .french)), by: cast.provider)
            return id
        }
    }
}
