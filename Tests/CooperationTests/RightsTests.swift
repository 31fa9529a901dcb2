import Testing
import Vocabulary

@testable import Cooperation

@Suite struct RightsTests {
    /// What each role may do and how far, written a second time by hand. What is not named is refused.
    static let table: [Role: [Deed: Rights.Reach]] = {
        let open: [Deed: Rights.Reach] = [.browse: .everywhere, .search: .everywhere, .readHistory: .everywhere]
        func role(_ more: [Deed: Rights.Reach]) -> [Deed: Rights.Reach] {
            open.merging([.seeOwnWork: .everywhere]) { $1 }.merging(more) { $1 }
        }
        return [
            .visitor: open,
            .member: role([
                .startRequest: .everywhere, .writeOrganisation: .everywhere, .writeAlert: .everywhere,
                .keepOwnAccount: .everywhere,
                .enquire: .everywhere,
            ]),
            .representative: role([
                .writeProvider: .ownOrganisation, .writeOpportunity: .ownOrganisation, .writePractice: .everywhere,
                .writePartnership: .ownOrganisation, .writeResource: .everywhere, .openWriteShop: .everywhere,
                .writeEvent: .ownOrganisation, .writeProject: .ownOrganisation,
            ]),
            .focalPoint: role([
                .writeNeed: .ownCountry, .seeCountryDesk: .ownCountry, .appointForCountry: .ownCountry,
                .setNonObjectionRule: .ownCountry, .writePartnership: .ownCountry, .decideNeeds: .ownCountry,
                .writeProject: .ownCountry, .openWriteShop: .everywhere, .takeIn: .ownCountry,
            ]),
            .authorisedUser: role([
                .writeNeed: .ownCountry, .seeCountryDesk: .ownCountry, .writePartnership: .ownCountry,
                .decideNeeds: .ownCountry, .writeProject: .ownCountry, .takeIn: .ownCountry,
            ]),
            .helpDesk: role([
                .seeQueue: .ownHub, .matchFreely: .ownHub, .writeNeed: .ownHub, .seeCountryDesk: .ownHub,
                .decideNeeds: .ownHub, .writeEvent: .ownHub, .writeProject: .everywhere,
                .writePractice: .everywhere, .writeProvider: .everywhere, .writeOpportunity: .everywhere,
                .review: .everywhere, .writePartnership: .everywhere,
                .takeIn: .everywhere, .writeResource: .everywhere, .writeSource: .everywhere,
                .keepWordings: .everywhere, .seeWorkload: .everywhere, .merge: .everywhere, .seeFunding: .everywhere,
                .seeLinks: .everywhere, .chooseBrightSpots: .everywhere, .openWriteShop: .everywhere,
                .engage: .everywhere,
            ]),
            .donor: role([
                .writeOpportunity: .ownOrganisation, .writeEvent: .ownOrganisation, .writeProject: .ownOrganisation,
                .seeFunding: .ownOrganisation,
            ]),
            .reviewer: role([
                .writePractice: .everywhere, .writeResource: .everywhere, .review: .everywhere, .seeLinks: .everywhere,
                .chooseBrightSpots: .everywhere, .openWriteShop: .everywhere,
            ]),
            .administrator: role([
                .appointAnybody: .everywhere, .appointForCountry: .everywhere, .setNonObjectionRule: .everywhere,
                .writeHub: .everywhere, .seeAccounts: .everywhere, .seeHealth: .everywhere, .backUp: .everywhere,
                .suspendAccounts: .everywhere, .seeAudit: .everywhere, .mendPost: .everywhere,
                .takeIn: .everywhere, .writeSource: .everywhere, .seeLinks: .everywhere, .openWriteShop: .everywhere,
                .engage: .everywhere, .keepTexts: .everywhere, .releaseFactors: .everywhere,
            ]),
        ]
    }()

    @Test(arguments: Role.allCases)
    func everyDeed(_ role: Role) {
        for deed in Deed.allCases {
            #expect(Rights.reach(of: role, for: deed) == RightsTests.table[role]?[deed], "\(role) \(deed)")
        }
    }

    @Test func aFocalPointHasHerOwnCountryOnly() throws {
        let benin = try #require(CountryCode("BJ"))
        let togo = try #require(CountryCode("TG"))
        let viewer = Viewer(account: try id("a"), grants: [.init(role: .focalPoint, country: benin)])
        #expect(viewer.may(.writeNeed, country: benin))
        #expect(!viewer.may(.writeNeed, country: togo))
        #expect(viewer.countries == [benin])
    }

    @Test func aHubsOfficerHasItsCountriesAndTheGlobalOneAll() throws {
        let benin = try #require(CountryCode("BJ"))
        let samoa = try #require(CountryCode("WS"))
        let hub = Viewer(
            account: try id("a"), grants: [.init(role: .helpDesk, hub: try id("sprep"), hubCountries: [samoa])])
        #expect(hub.servesAtDesk(for: samoa) && !hub.servesAtDesk(for: benin))
        #expect(hub.may(.writeNeed, country: samoa) && !hub.may(.writeNeed, country: benin))
        let global = Viewer(account: try id("b"), grants: [.init(role: .helpDesk)])
        #expect(global.servesAtDesk(for: benin) && global.may(.writeNeed, country: benin))
    }

    @Test func whoMayReadADossier() {
        let all = Set(Standing.allCases)
        let insiders: Set<Standing> = [.requester, .focalPoint, .helpDesk, .candidate, .namedReader]
        for standing in all {
            func mayRead(submitted: Bool, passed: Bool, confidential: Bool) -> Bool {
                Dossier.mayRead(
                    [standing], everSubmitted: submitted, everPassed: passed, isConfidential: confidential)
            }
            #expect(mayRead(submitted: false, passed: false, confidential: false) == (standing == .requester))
            #expect(mayRead(submitted: true, passed: false, confidential: false) == insiders.contains(standing))
            #expect(mayRead(submitted: true, passed: true, confidential: true) == insiders.contains(standing))
            #expect(mayRead(submitted: true, passed: true, confidential: false))
        }
    }

    @Test func howAPersonStandsToARequest() throws {
        let story = try Story()
        let country = story.dossier.request.body.country
        func standings(_ grants: Set<Viewer.Grant>, candidates: Set<OrganisationID> = []) throws -> Set<Standing> {
            story.dossier.standings(of: Viewer(account: try id("x"), grants: grants), candidates: candidates)
        }
        #expect(story.dossier.standings(of: .visitor, candidates: []) == [.visitor])
        #expect(try standings([]) == [.member])
        #expect(
            try standings([.init(role: .representative, organisation: try id("park-agency"))]) == [.member, .requester])
        #expect(try standings([.init(role: .focalPoint, country: country)]) == [.member, .focalPoint])
        #expect(try standings([.init(role: .helpDesk)]) == [.member, .helpDesk])
        let cse: OrganisationID = try id("cse")
        #expect(
            try standings([.init(role: .representative, organisation: cse)], candidates: [cse]) == [
                .member, .candidate,
            ])
        #expect(try standings([.init(role: .representative, organisation: cse)]) == [.member])
    }
}
