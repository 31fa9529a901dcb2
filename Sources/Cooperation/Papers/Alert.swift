public import Foundation
public import Vocabulary

/// A person's standing wish: tell me when something fits. Only she writes it, and only she sees it.
public struct Alert: Paper {
    public static let kind = PaperKind.alert

    /// What new records are held against.
    public enum Subject: Hashable, Sendable {
        /// What an institution offers: new needs that it could answer.
        case provider(ProviderID)
        /// The open requests and needs of a country: new offers that could answer one of them.
        case country(CountryCode)
        /// One request: new offers that could answer it.
        case request(RequestID)

        public var name: String {
            switch self {
            case .provider(let id): id.rawValue
            case .country(let code): Self.countryPrefix + code.description.lowercased()
            case .request(let id): id.rawValue
            }
        }

        public init?(name: String) {
            if let id = ProviderID(rawValue: name) {
                self = .provider(id)
            } else if let id = RequestID(rawValue: name) {
                self = .request(id)
            } else if name.hasPrefix(Self.countryPrefix),
                let code = CountryCode(String(name.dropFirst(Self.countryPrefix.count)).uppercased())
            {
                self = .country(code)
            } else {
                return nil
            }
        }

        private static let countryPrefix = "country-"
    }

    public var account: AccountID
    public var subject: Subject
    /// Told is what scores so many points or more; 1 to 100.
    public var threshold: Int
    /// False once she wants to hear no more.
    public var isOn: Bool
    /// She wants letters about it, too, not only the list on her page.
    public var byMail: Bool
    /// What changed up to this moment she has seen.
    public var seen: Date

    public init(
        account: AccountID, subject: Subject, threshold: Int, isOn: Bool = true, byMail: Bool = false, seen: Date
    ) {
        self.account = account
        self.subject = subject
        self.threshold = threshold
        self.isOn = isOn
        self.byMail = byMail
        self.seen = seen
    }

    /// Who set a wish before there were letters did not ask for any.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        account = try values.decode(AccountID.self, forKey: .account)
        subject = try values.decode(Subject.self, forKey: .subject)
        threshold = try values.decode(Int.self, forKey: .threshold)
        isOn = try values.decode(Bool.self, forKey: .isOn)
        byMail = try values.decodeIfPresent(Bool.self, forKey: .byMail) ?? false
        seen = try values.decode(Date.self, forKey: .seen)
    }

    public static let thresholds = 1...100

    public func problems() -> [Problem] {
        var check = Check()
        check.number(threshold, "threshold", Self.thresholds)
        return check.problems
    }
}

extension Alert.Subject: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let subject = Alert.Subject(name: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "nothing to watch: \(text)")
        }
        self = subject
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
