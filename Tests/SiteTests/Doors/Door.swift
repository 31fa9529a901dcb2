import Cooperation
import Desk
import Rehearsal
import Testing
import Vocabulary

@testable import Site

/// One place of the site, and who may look in (GET) and who may send a form to it (POST).
struct Door: Sendable {
    /// What stands for `:id` in the address, and how far its request must have come.
    enum Place: Sendable {
        case one
        case request(Scene.Point)
        /// The own part of another record's identifier.
        case record(@Sendable (Scene) -> String)
    }

    let place: Place
    /// Nil: the place has no page.
    let get: Set<Who>?
    /// Nil: no form goes there.
    let post: Set<Who>?
    /// The address itself is the proof, as that of a link in a letter: a form that goes there needs no token.
    let isProof: Bool
    /// Behind the address, as in `?candidate=…`.
    var query: @Sendable (Scene) -> String
    /// What the form holds, where an empty one says nothing about rights.
    var fields: @Sendable (Knock) async throws -> [(String, String)]

    init(
        _ place: Place = .one, get: Set<Who>? = nil, post: Set<Who>? = nil, isProof: Bool = false,
        query: @escaping @Sendable (Scene) -> String = { _ in "" },
        fields: @escaping @Sendable (Knock) async throws -> [(String, String)] = { _ in [] }
    ) {
        self.place = place
        self.get = get
        self.post = post
        self.isProof = isProof
        self.query = query
        self.fields = fields
    }
}

/// One attempt to send a form.
struct Knock: Sendable {
    let scene: Scene
    let who: Who
    /// What stands for `:id`.
    let own: String?

    /// The introduction in the request.
    func introduction() async throws -> String {
        let id = try #require(own.flatMap { Cooperation.RequestID(own: $0) })
        let view = try await scene.desk.dossier(id, for: scene.cast.officer)
        return try #require(view.dossier.introductions.first).id.rawValue
    }
}

extension Door {
    /// The table of rights of the whole site (T4). Every route stands here once; `DoorTests` knocks at each with everybody.
    ///
    /// **A new route?** Add one line: the record its `:id` names, who may `get` it, who may `post` to it. `nil` (left out)
    /// means that the method is not there. Whoever is not named must be refused: a visitor is led to the page to sign in,
    /// somebody signed in reads "you may not" (403), or "there is no such page" (404) where it must not be known that the
    /// record exists. Whoever is named must get the page (200), or come as far as the form's own problems (422) or past them
    /// (303). Where a step is legal only at one point of a request's way, name the point.
    static let all: [SiteRoute: Door] = [
        .home: Door(get: .everybody),
        .about: Door(get: .everybody),
        .figures: Door(get: .everybody),
        .figuresFile: Door(get: .everybody),
        .search: Door(get: .everybody),
        .components: Door(get: .everybody),
        .componentPart: Door(.record { _ in "forms" }, get: .everybody),
        .signIn: Door(
            get: .everybody, post: .everybody, fields: { knock in [("email", "\(knock.who)@example.com")] }),
        .signOut: Door(post: .everybody),

        .join: Door(get: .everybody, post: .everybody),
        .forgotten: Door(get: .everybody, post: .everybody),
        // Who has given no password is led back to the page to sign in.
        .signInCode: Door(get: .nobody, post: .nobody),
        .link: Door(.record { $0.link }, get: .everybody, post: .everybody),

        .account: Door(get: .members, post: .members),
        .accountPassword: Door(get: .members, post: .members),
        .accountEmail: Door(
            get: .members, post: .members, fields: { knock in [("email", "new-\(knock.who)@example.com")] }),
        .secondFactor: Door(get: .members, post: .members),
        .secondFactorOff: Door(get: .members, post: .members),
        .factorCode: Door(post: .nobody),
        .recoveryCodes: Door(post: .members),
        .sessions: Door(post: .members),
        .ownAppointment: Door(
            post: [.administrator], fields: { knock in [("appointment", try await knock.scene.appointment())] }),
        .ownData: Door(get: .members),
        .erasure: Door(get: .members, post: .members),

        .administration: Door(get: [.administrator]),
        .accounts: Door(get: [.administrator]),
        .personAccount: Door(.record { $0.account }, get: [.administrator]),
        .personAppointments: Door(
            .record { $0.account }, post: [.administrator], fields: { _ in [("role", "reviewer")] }),
        .personRelease: Door(
            .record { $0.account }, post: [.administrator], fields: { _ in [("proof", "She came to the office.")] }),
        .personSuspension: Door(.record { $0.account }, post: [.administrator]),
        .invitations: Door(get: [.administrator], post: [.administrator]),
        .deadlines: Door(get: [.administrator]),
        .lists: Door(get: [.administrator]),
        .texts: Door(get: [.administrator]),
        .textsFile: Door(get: [.administrator]),
        .text: Door(
            .record { _ in "home.lead" }, get: [.administrator], post: [.administrator], fields: { _ in [("in", "fr")] }
        ),
        .jobs: Door(get: [.administrator]),
        .letters: Door(
            get: [.administrator], post: [.administrator],
            fields: { knock in [("dispatch", try await knock.scene.dispatch())] }),
        .health: Door(get: [.administrator], post: [.administrator]),
        .audit: Door(get: [.administrator]),
        .invitation: Door(.record { $0.invitation.own }, post: [.administrator, .focalPoint]),
        .countryRule: Door(
            .record { _ in "bj" }, get: [.administrator, .focalPoint], post: [.administrator, .focalPoint]),
        .countryPeople: Door(
            get: [.focalPoint, .foreignFocalPoint], post: [.focalPoint, .administrator],
            fields: { _ in
                [("name", "Ama"), ("email", "ama@example.org"), ("role", "authorisedUser"), ("country", "BJ")]
            }),

        .requests: Door(get: .everybody),
        .needs: Door(get: .everybody),
        .providers: Door(get: .everybody),
        .opportunities: Door(get: .everybody),
        .practices: Door(get: .everybody),
        .hubs: Door(get: .everybody),
        .organisations: Door(get: .everybody),
        .countries: Door(get: .everybody),
        .partnerships: Door(get: .everybody),
        .projects: Door(get: .everybody),
        .project: Door(.record { $0.project.own }, get: .everybody),
        .events: Door(get: .everybody),
        .event: Door(.record { $0.event.own }, get: .everybody),
        .balance: Door(get: .everybody),
        .balanceFile: Door(get: .everybody),
        .engagement: Door(get: .desks),
        .engagementFile: Door(get: .desks),
        .engaging: Door(get: .desks, post: .desks, fields: { knock in try Scene.asking("\(knock.who)@example.net") }),
        .prospect: Door(.record { $0.prospect.own }, post: .desks),
        .newHub: Door(get: .members, post: .members),
        .editHub: Door(.record { $0.hub.own }, get: [.administrator], post: [.administrator]),
        .hubDesk: Door(.record { $0.hub.own }, get: .officers),
        .hubCoverage: Door(get: .everybody),
        .hubCoverageFile: Door(get: .everybody),
        .need: Door(.record { $0.need.own }, get: .everybody),
        .partnership: Door(.record { $0.partnership.own }, get: .everybody),
        .provider: Door(.record { $0.cast.offer.own }, get: .everybody),
        .opportunity: Door(.record { $0.opportunity.own }, get: .everybody),
        .practice: Door(.record { $0.practice.own }, get: .everybody),
        .hub: Door(.record { $0.hub.own }, get: .everybody),
        .organisation: Door(.record { $0.cast.agency.own }, get: .everybody),
        .country: Door(.record { _ in "bj" }, get: .everybody),

        .themes: Door(get: .everybody),
        .targets: Door(get: .everybody),
        .theme: Door(.record { _ in "cbd-subject-pa" }, get: .everybody),
        .target: Door(.record { _ in FrameworkTarget(number: 4)?.description.lowercased() ?? "" }, get: .everybody),

        .data: Door(get: .everybody),
        .file: Door(.record { _ in "practices.csv" }, get: .everybody),
        .resources: Door(get: .everybody),
        .resource: Door(.record { $0.resource.own }, get: .everybody),
        .imports: Door(get: .bringers, post: .bringers),
        .importing: Door(post: .bringers),
        // The report of a file that somebody checked is hers alone, and for an hour.
        .importReport: Door(.record { _ in "nobody-s" }, get: .nobody),
        .intake: Door(.record { $0.intake.own }, get: .desks),
        .intakeUndo: Door(.record { $0.intake.own }, post: .desks),
        .sources: Door(get: .desks, post: .desks),
        .practiceDraft: Door(.record { $0.practiceDraft.own }, get: [.provider], post: [.provider]),
        .practiceDraftHandIn: Door(.record { $0.practiceDraft.own }, post: [.provider]),
        .practiceDraftNotes: Door(.record { $0.shopDraft.own }, post: [.officer]),
        .draftByLink: Door(
            .record { DraftPass($0.shopDraft, key: $0.house.site.settings.key).text }, get: .everybody,
            post: .everybody),
        .joinWriteShop: Door(get: .everybody, post: .everybody),
        .writeShops: Door(get: .writeShops, post: .writeShops),
        .writeShop: Door(.record { $0.writeShop.own }, get: [.officer]),
        .writeShopClosing: Door(.record { $0.writeShop.own }, post: [.officer]),
        .writeShopFile: Door(.record { $0.writeShop.own }, get: [.officer]),
        .writeShopBundle: Door(.record { $0.writeShop.own }, get: [.officer]),
        .bundles: Door(get: .writeShops, post: .writeShops),
        .bundleTakingIn: Door(post: .writeShops),
        .brightSpots: Door(get: .everybody),
        .practiceBrightSpot: Door(.record { $0.practice.own }, post: .reviewers),
        .brightSpotEnd: Door(.record { $0.brightSpot.own }, post: .reviewers),
        .recordLinks: Door(
            .record { $0.resource.rawValue }, get: .desks.union([.reviewer, .provider]),
            post: .desks.union([.reviewer, .provider])),
        .deadLinks: Door(get: .desks.union([.reviewer])),
        .sourceRest: Door(.record { $0.source.own }, post: .desks),
        // Who may write comes as far as the form's problems; the right itself is looked at when the record is filed.
        .newProvider: Door(get: .members, post: .members),
        .newOpportunity: Door(get: .members, post: .members),
        .newPractice: Door(get: .members, post: .members),
        .newResource: Door(get: .members, post: .members),
        .newPartnership: Door(get: .members, post: .members),
        .newProject: Door(get: .members, post: .members),
        .newEvent: Door(get: .members, post: .members),
        .newOrganisation: Door(get: .members, post: .members),
        .editProvider: Door(.record { $0.cast.offer.own }, get: [.provider], post: [.provider]),
        .editOpportunity: Door(.record { $0.opportunity.own }, get: [.donor], post: [.donor]),
        .editPractice: Door(.record { $0.practice.own }, get: [.provider], post: [.provider]),
        .editResource: Door(.record { $0.resource.own }, get: [.provider], post: [.provider]),
        .editProject: Door(.record { $0.project.own }, get: [.provider], post: [.provider]),
        .editEvent: Door(.record { $0.event.own }, get: [.provider], post: [.provider]),
        .editPartnership: Door(.record { $0.partnership.own }, get: [.provider], post: [.provider]),
        .editOrganisation: Door(.record { $0.cast.agency.own }, get: [.requester], post: [.requester]),

        .reviews: Door(get: .everybody),
        .providerReview: Door(
            .record { $0.cast.offer.own }, get: .reviewers, post: .reviewers, fields: { _ in [("revision", "1")] }),
        .practiceReview: Door(
            .record { $0.practice.own }, get: .reviewers, post: .reviewers, fields: { _ in [("revision", "1")] }),
        .providerConfirmation: Door(.record { $0.cast.offer.own }, post: [.provider]),
        .practiceConfirmation: Door(.record { $0.practice.own }, post: [.provider]),
        .resourceReview: Door(
            .record { $0.resource.own }, get: .reviewers, post: .reviewers, fields: { _ in [("revision", "1")] }),
        .resourceConfirmation: Door(.record { $0.resource.own }, post: [.provider]),
        .newNeed: Door(
            get: .deciders, post: .deciders, fields: { _ in [("step", "what")] }),
        .editNeed: Door(
            .record { $0.need.own }, get: .ofBenin, post: .ofBenin,
            fields: { _ in [("step", "what")] }),
        .needEnding: Door(.record { $0.need.own }, post: .ofBenin),
        .needRequest: Door(.record { $0.need.own }, post: .members),
        .needTemplate: Door(get: .everybody, post: .deciders),
        .needTemplateFile: Door(get: .everybody),
        .matrix: Door(get: .everybody),
        .matrixFile: Door(get: .everybody),
        .matrixWorkbook: Door(get: .everybody),
        .matrixDrawing: Door(get: .everybody),
        .matrixCell: Door(get: .everybody),
        .matrixComparison: Door(get: .everybody),
        // A document is its own country's and the help desk's; others must not know that it is there.
        .documents: Door(get: .deciders, post: .deciders),
        .document: Door(.record { $0.document.own }, get: .ofBenin),
        .documentFile: Door(.record { $0.document.own }, get: .ofBenin),
        .documentChanges: Door(.record { $0.document.own }, get: .ofBenin),
        .documentReading: Door(.record { $0.document.own }, post: .ofBenin),
        .documentDecisions: Door(.record { $0.document.own }, post: .ofBenin),
        .decisionUndoing: Door(.record { $0.decision.own }, post: .ofBenin),
        .potential: Door(
            .record { $0.potential.own }, get: .ofBenin, post: .ofBenin),

        .gaps: Door(get: .everybody),
        .gapsFile: Door(get: .everybody),
        .providerNeeds: Door(.record { $0.cast.offer.own }, get: .officers.union([.provider])),
        .opportunityRequests: Door(.record { $0.opportunity.own }, get: .officers.union([.donor])),
        .alertsSeen: Door(post: .members),
        .newsLetters: Door(
            .record { scene in
                scene.cast.provider.account.map { NewsPass($0, key: scene.house.site.settings.key).text } ?? ""
            }, get: .everybody, post: .everybody, isProof: true),
        .keeping: Door(
            .record { scene in
                guard let account = scene.cast.provider.account, let until = CalendarDay("2028-03-02") else {
                    return ""
                }
                let record = Kept.provider(scene.cast.offer)
                return KeeperPass(account, record, until, key: scene.house.site.settings.key).text
            }, get: .everybody, post: .everybody, isProof: true),
        .alerts: Door(
            post: [.provider],
            fields: { knock in
                [("subject", knock.scene.cast.offer.rawValue), ("threshold-" + knock.scene.cast.offer.rawValue, "40")]
            }),

        .work: Door(get: .members),
        .newRequest: Door(
            get: .everybody, post: .members, fields: { _ in [("problem", "Il manque."), ("country", "BJ")] }),
        .paperForm: Door(get: .everybody),
        .requestOnPaper: Door(.request(.submitted), get: [.requester, .focalPoint, .authorisedUser, .officer]),
        .requestText: Door(.request(.submitted), get: [.requester, .focalPoint, .authorisedUser, .officer]),
        .countryDesk: Door(get: .countries),
        .queue: Door(get: .officers),

        // A request that its country has not let pass is its own parties' only.
        .request: Door(.request(.submitted), get: [.requester, .focalPoint, .authorisedUser, .officer]),
        .editRequest: Door(
            .request(.drafted), get: [.requester], post: [.requester],
            fields: { _ in [("problem", "Il manque."), ("country", "BJ")] }),
        .submission: Door(.request(.drafted), post: [.requester]),
        .withdrawal: Door(.request(.submitted), post: [.requester]),
        .position: Door(.request(.submitted), post: .country, fields: { _ in [("stance", "endorsement")] }),
        .questionAnswer: Door(.request(.questioned), post: [.requester]),
        .message: Door(.request(.introduced), post: [.requester, .focalPoint, .authorisedUser, .officer, .provider]),
        .helpCase: Door(.request(.triaged), get: [.officer]),
        .whyNot: Door(
            .request(.triaged), get: [.officer], query: { "?candidate=" + $0.cast.offer.rawValue }),
        .assessment: Door(
            .request(.endorsed), post: [.officer],
            fields: { _ in
                [("lane", "project")] + Assessment.Criterion.allCases.map { ("verdict-\($0.rawValue)", "yes") }
            }),
        .refusal: Door(.request(.endorsed), post: [.officer]),
        .answer: Door(.request(.triaged), post: [.officer]),
        .newIntroduction: Door(
            .request(.triaged), get: [.officer], query: { "?candidate=" + $0.cast.offer.rawValue }),
        .introduction: Door(
            .request(.triaged), post: [.officer],
            fields: { knock in [("candidate", knock.scene.cast.offer.rawValue), ("letter", "Bonjour")] }),
        .note: Door(.request(.triaged), post: [.officer]),
        .charge: Door(.request(.triaged), post: [.officer]),
        .hold: Door(
            .request(.triaged), post: [.officer],
            fields: { _ in [("awaits", "others"), ("until", "2026-03-20"), ("hold-reason", "Un avis")] }),
        .task: Door(.request(.triaged), post: [.officer]),
        .nudge: Door(
            .request(.introduced), post: [.officer],
            fields: { knock in [("asked", "requester"), ("introduction", try await knock.introduction())] }),
        .referral: Door(
            .request(.triaged), post: .nobody, fields: { _ in [("referral-reason", "Il manque un expert")] }),
        .silent: Door(get: .officers),
        .workload: Door(get: .officers),
        .wordings: Door(get: .officers, post: .officers),
        .wording: Door(.record { $0.wording.own }, get: .officers, post: .officers),
        .merges: Door(get: .officers, post: .officers),
        .feedback: Door(
            .request(.underWay), post: [.requester, .provider],
            fields: { knock in [("points", "4"), ("introduction", try await knock.introduction())] }),
        .requestHistory: Door(.request(.submitted), get: [.requester, .focalPoint, .authorisedUser, .officer]),
        .history: Door(.record { $0.cast.agency.rawValue }, get: .everybody),
        // Who comes without the signed word of a letter finds nothing: see `ByLetterTests`.
        .byLetter: Door(get: .nobody, post: .nobody),
        .enquiries: Door(get: .members),
        .enquiry: Door(.record { $0.enquiry.own }, get: [.stranger, .provider], post: [.stranger, .provider]),
        .newEnquiry: Door(.record { $0.cast.institute.own }, get: .members, post: .members),
        .newCountryEnquiry: Door(.record { _ in "bj" }, get: .members, post: .members),
        .capacity: Door(
            .record { $0.cast.offer.own }, post: [.provider], fields: { _ in [("full-until", "2026-06-01")] }),
        .profile: Door(.record { $0.cast.offer.own }, get: .everybody),
        .funding: Door(get: .officers.union([.donor])),
        .plan: Door(.request(.matched), post: [.requester, .provider, .officer]),
        .pledge: Door(
            .request(.planned), post: [.provider, .donor],
            fields: { knock in
                [("pledging", (knock.who == .provider ? knock.scene.cast.institute : knock.scene.cast.fund).rawValue)]
            }),
        .report: Door(.request(.matched), post: [.requester, .provider], fields: { _ in [("stage", "progress")] }),
        .closing: Door(.request(.matched), post: [.requester, .officer], fields: { _ in [("outcome", "fulfilled")] }),
        .reply: Door(
            .request(.introduced), post: [.requester, .provider],
            fields: { knock in
                [("stance", "accepts"), ("introduction", try await knock.introduction())]
            }),
        .offerOfHelp: Door(
            .record { $0.cast.offer.own }, post: [.provider],
            fields: { knock in [("request", try await knock.scene.request(.triaged).rawValue)] }),
    ]
}
