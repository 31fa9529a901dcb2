public import Cooperation
public import TextAnalysis
public import Vocabulary

/// An account one can sign in with in a demonstration. It stands for a role, not for a person.
public struct DemonstrationAccount: Decodable, Sendable, Identifiable {
    public let id: AccountID
    /// What it stands for, in each interface language: the sign-in page of a demonstration shows it.
    public let names: Labels
    /// In `example.org`, which belongs to nobody (RFC 2606).
    public let email: String
    public let language: Language
    public let role: Role
    public let organisation: OrganisationID?
    public let country: CountryCode?
    public let hub: HubID?

    private enum CodingKeys: String, CodingKey {
        case id = "key"
        case names = "name"
        case email, language, role, organisation, country, hub
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let key = try container.decode(String.self, forKey: .id)
        guard let id = AccountID(own: key) else {
            throw DecodingError.dataCorruptedError(
                forKey: .id, in: container, debugDescription: "not a part of an identifier: \(key)")
        }
        self.id = id
        names = try container.decode(Labels.self, forKey: .names)
        email = try container.decode(String.self, forKey: .email)
        language = try container.decode(Language.self, forKey: .language)
        role = try container.decode(Role.self, forKey: .role)
        organisation = try container.decodeIfPresent(OrganisationID.self, forKey: .organisation)
        country = try container.decodeIfPresent(CountryCode.self, forKey: .country)
        hub = try container.decodeIfPresent(HubID.self, forKey: .hub)
    }

    var account: Account { Account(name: names[language], email: email, language: language) }

    var appointment: Appointment {
        Appointment(account: id, role: role, organisation: organisation, country: country, hub: hub)
    }
}

/// The content of `accounts.json`.
struct AccountList: Decodable {
    /// The one password of all accounts one can sign in with.
    let password: String
    let accounts: [DemonstrationAccount]
    /// How the focal points are called with whom nobody signs in; a country's name is put for `{country}`.
    let focalPoint: Labels
}
