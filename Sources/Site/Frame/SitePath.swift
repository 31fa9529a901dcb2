internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The address of one page: a place and the record it is about. Every link of the site is printed from one of these.
struct SitePath: Hashable, Sendable {
    let route: SiteRoute
    /// The part for `:id`.
    private let own: String?
    private var query: [Pair]

    private struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }

    init(_ route: SiteRoute) {
        self.route = route
        own = nil
        query = []
    }

    private init(_ route: SiteRoute, _ own: String) {
        self.route = route
        self.own = own
        query = []
    }

    static func request(_ id: RequestID, _ route: SiteRoute = .request) -> SitePath { SitePath(route, id.own) }
    static func helpCase(_ id: RequestID) -> SitePath { SitePath(.helpCase, id.own) }
    static func need(_ id: NeedID, _ route: SiteRoute = .need) -> SitePath { SitePath(route, id.own) }
    static func document(_ id: DocumentID, _ route: SiteRoute = .document) -> SitePath { SitePath(route, id.own) }
    static func decision(_ id: DecisionID) -> SitePath { SitePath(.decisionUndoing, id.own) }
    static func potential(_ id: PotentialNeedID) -> SitePath { SitePath(.potential, id.own) }
    static func provider(_ id: ProviderID, _ route: SiteRoute = .provider) -> SitePath { SitePath(route, id.own) }
    static func opportunity(_ id: OpportunityID, _ route: SiteRoute = .opportunity) -> SitePath {
        SitePath(route, id.own)
    }
    static func practice(_ id: PracticeID, _ route: SiteRoute = .practice) -> SitePath { SitePath(route, id.own) }
    static func practiceDraft(_ id: PracticeDraftID, _ route: SiteRoute = .practiceDraft) -> SitePath {
        SitePath(route, id.own)
    }
    /// - Parameter pass: what the link holds; see `DraftPass`.
    static func draftByLink(_ pass: String) -> SitePath { SitePath(.draftByLink, pass) }
    static func writeShop(_ id: WriteShopID, _ route: SiteRoute = .writeShop) -> SitePath { SitePath(route, id.own) }
    static func brightSpot(_ id: BrightSpotID) -> SitePath { SitePath(.brightSpotEnd, id.own) }
    static func hub(_ id: HubID, _ route: SiteRoute = .hub) -> SitePath { SitePath(route, id.own) }
    static func hubDesk(_ id: HubID) -> SitePath { SitePath(.hubDesk, id.own) }
    static func partnership(_ id: PartnershipID, _ route: SiteRoute = .partnership) -> SitePath {
        SitePath(route, id.own)
    }
    static func event(_ id: EventID, _ route: SiteRoute = .event) -> SitePath { SitePath(route, id.own) }
    static func project(_ id: ProjectID, _ route: SiteRoute = .project) -> SitePath { SitePath(route, id.own) }
    static func organisation(_ id: OrganisationID, _ route: SiteRoute = .organisation) -> SitePath {
        SitePath(route, id.own)
    }

    /// The page of a record that is kept.
    static func kept(_ record: Kept) -> SitePath {
        switch record {
        case .provider(let id): .provider(id)
        case .practice(let id): .practice(id)
        case .resource(let id): .resource(id)
        }
    }

    static func review(of record: Kept) -> SitePath {
        switch record {
        case .provider(let id): .provider(id, .providerReview)
        case .practice(let id): .practice(id, .practiceReview)
        case .resource(let id): .resource(id, .resourceReview)
        }
    }

    static func confirmation(of record: Kept) -> SitePath {
        switch record {
        case .provider(let id): .provider(id, .providerConfirmation)
        case .practice(let id): .practice(id, .practiceConfirmation)
        case .resource(let id): .resource(id, .resourceConfirmation)
        }
    }

    /// - Parameter pass: what a letter's link holds; see `NewsPass`.
    static func newsLetters(_ pass: String) -> SitePath { SitePath(.newsLetters, pass) }
    /// - Parameter pass: what a letter's link holds; see `KeeperPass`.
    static func keeping(_ pass: String) -> SitePath { SitePath(.keeping, pass) }
    static func resource(_ id: ResourceID, _ route: SiteRoute = .resource) -> SitePath { SitePath(route, id.own) }
    static func intake(_ id: IntakeID, _ route: SiteRoute = .intake) -> SitePath { SitePath(route, id.own) }
    static func importReport(_ name: String) -> SitePath { SitePath(.importReport, name) }
    static func source(_ id: SourceID, _ route: SiteRoute = .sourceRest) -> SitePath { SitePath(route, id.own) }
    static func file(_ name: String) -> SitePath { SitePath(.file, name) }
    static func country(_ code: CountryCode, _ route: SiteRoute = .country) -> SitePath {
        SitePath(route, code.description.lowercased())
    }
    static func account(_ id: AccountID, _ route: SiteRoute = .personAccount) -> SitePath { SitePath(route, id.own) }
    static func invitation(_ id: InvitationID) -> SitePath { SitePath(.invitation, id.own) }
    static func prospect(_ id: InvitationID) -> SitePath { SitePath(.prospect, id.own) }
    static func link(_ token: String) -> SitePath { SitePath(.link, PercentEncoding.encode(token)) }
    static func theme(_ id: SubjectID) -> SitePath { SitePath(.theme, id.description.lowercased()) }
    static func target(_ target: FrameworkTarget) -> SitePath { SitePath(.target, target.description.lowercased()) }
    static func target(_ target: AichiTarget) -> SitePath { SitePath(.target, target.description.lowercased()) }

    static func text(_ key: MessageKey) -> SitePath { SitePath(.text, PercentEncoding.encode(key.name)) }
    static func wording(_ id: WordingID) -> SitePath { SitePath(.wording, id.own) }
    static func components(_ part: Specimens.Part) -> SitePath {
        part == .drawings ? SitePath(.components) : SitePath(.componentPart, part.rawValue)
    }
    static func enquiry(_ id: EnquiryID) -> SitePath { SitePath(.enquiry, id.own) }
    /// Where a letter to an institution or a focal point is written.
    static func enquiry(to addressee: Enquiry.Addressee) -> SitePath {
        switch addressee {
        case .institution(let id): .organisation(id, .newEnquiry)
        case .focalPoint(let country): .country(country, .newCountryEnquiry)
        }
    }
    /// Where its links lead, by its whole identifier.
    static func recordLinks(_ key: String) -> SitePath { SitePath(.recordLinks, key) }
    /// The history of a record, by its whole identifier.
    static func history(_ key: String) -> SitePath { SitePath(.history, key) }

    static func candidate(_ candidate: Introduction.Candidate) -> SitePath {
        switch candidate {
        case .provider(let id): .provider(id)
        case .opportunity(let id): .opportunity(id)
        case .practice(let id): .practice(id)
        case .resource(let id): .resource(id)
        }
    }

    /// The same page with a query; empty values are left out.
    func with(_ name: String, _ value: String?) -> SitePath {
        var path = self
        path.query.removeAll { $0.name == name }
        if let value, !value.isEmpty { path.query.append(Pair(name: name, value: value)) }
        return path
    }

    func with(_ name: String, _ values: [String]) -> SitePath {
        var path = with(name, nil)
        path.query += values.map { Pair(name: name, value: $0) }
        return path
    }

    /// What this list shows, all pages of it, as a file with this ending.
    func file(_ ending: String) -> SitePath {
        var path = SitePath.file(route.rawValue + "." + ending)
        path.query = query
        return path
    }

    /// What stands before and after the record in the address of each route: split once, for pages with hundreds of links.
    private static let parts: [SiteRoute: (before: String, after: String)] = Dictionary(
        uniqueKeysWithValues: SiteRoute.allCases.map { route in
            guard let range = route.rawValue.firstRange(of: ":id") else { return (route, (route.rawValue, "")) }
            return (
                route,
                (String(route.rawValue[..<range.lowerBound]), String(route.rawValue[range.upperBound...]))
            )
        })

    /// The address as a link has it.
    func address(in language: Language) -> String {
        let (before, after) = Self.parts[route] ?? (route.rawValue, "")
        let place = before + (own ?? "") + after
        let path = place.isEmpty ? "/" + language.code : "/" + language.code + "/" + place
        let pairs = query.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }
}
