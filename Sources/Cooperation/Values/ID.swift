/// The name of a paper for ever: its kind, a hyphen and a part of its own, as in `request-01hx3k…`. The type says of what
/// kind the paper is, so a request cannot stand where a provider is meant.
public struct ID<Body: Paper>: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: String

    /// Nil unless the text begins with the kind and a hyphen, and goes on with 1 to 64 of `a-z`, `0-9` and hyphens.
    public init?(rawValue: String) {
        let prefix = Body.kind.rawValue + "-"
        guard rawValue.hasPrefix(prefix) else { return nil }
        let own = rawValue.utf8.dropFirst(prefix.utf8.count)
        guard (1...64).contains(own.count),
            own.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.rawValue = rawValue
    }

    /// The part behind the kind, as addresses use it.
    public var own: String { String(rawValue.dropFirst(Body.kind.rawValue.count + 1)) }

    /// An identifier from its own part; nil if that part has other characters than `a-z`, `0-9` and hyphens.
    public init?(own: String) { self.init(rawValue: Body.kind.rawValue + "-" + own) }

    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = ID(rawValue: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Body.kind): \(text)")
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

extension ID: CustomStringConvertible {
    public var description: String { rawValue }
}

public typealias AccountID = ID<Account>
public typealias OrganisationID = ID<Organisation>
public typealias HubID = ID<Hub>
public typealias ProviderID = ID<ProviderProfile>
public typealias OpportunityID = ID<Opportunity>
public typealias PracticeID = ID<Practice>
public typealias NeedID = ID<Need>
public typealias RequestID = ID<Request>
public typealias AlertID = ID<Alert>
public typealias IntroductionID = ID<Introduction>
public typealias PositionID = ID<Position>
public typealias EventID = ID<Event>
public typealias ProjectID = ID<Project>
public typealias PartnershipID = ID<Partnership>
public typealias ReviewID = ID<Review>
public typealias DispatchID = ID<Dispatch>
public typealias BulletinID = ID<Bulletin>
public typealias NoticeID = ID<UpkeepNotice>
public typealias PromptID = ID<Prompt>
public typealias ResourceID = ID<Resource>
public typealias IntakeID = ID<Intake>
public typealias SourceID = ID<Source>
public typealias PassID = ID<Pass>
public typealias InvitationID = ID<Invitation>
public typealias TaskID = ID<DeskTask>
public typealias HoldID = ID<Hold>
public typealias WordingID = ID<Wording>
public typealias OutreachID = ID<Outreach>
public typealias ReferralID = ID<Referral>
public typealias EnquiryID = ID<Enquiry>
public typealias DocumentID = ID<NationalDocument>
public typealias ReadingID = ID<Reading>
public typealias PotentialNeedID = ID<PotentialNeed>
public typealias DecisionID = ID<Decision>
public typealias BrightSpotID = ID<BrightSpot>
public typealias PracticeDraftID = ID<PracticeDraft>
public typealias WriteShopID = ID<WriteShop>
