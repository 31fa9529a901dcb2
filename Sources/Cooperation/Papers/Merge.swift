/// Two records are one and the same: the merged one leads on to the other. Both stay as they are; a revision undoes it.
public struct Merge: Paper {
    public static let kind = PaperKind.merge

    /// What can be merged: a request with a request, an institution with an institution.
    public enum Subject: Hashable, Sendable {
        case request(RequestID)
        case organisation(OrganisationID)

        public var name: String {
            switch self {
            case .request(let id): id.rawValue
            case .organisation(let id): id.rawValue
            }
        }

        public init?(name: String) {
            if let id = RequestID(rawValue: name) {
                self = .request(id)
            } else if let id = OrganisationID(rawValue: name) {
                self = .organisation(id)
            } else {
                return nil
            }
        }
    }

    public var merged: Subject
    /// The one that stays.
    public var into: Subject
    public var reason: LocalizedText
    public var isUndone: Bool

    public init(merged: Subject, into: Subject, reason: LocalizedText, isUndone: Bool = false) {
        self.merged = merged
        self.into = into
        self.reason = reason
        self.isUndone = isUndone
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(reason, "reason", upTo: 1000)
        switch (merged, into) {
        case (.request(let one), .request(let other)): if one == other { check.wrong("into", .notAChoice) }
        case (.organisation(let one), .organisation(let other)): if one == other { check.wrong("into", .notAChoice) }
        default: check.wrong("into", .notAChoice)
        }
        return check.problems
    }
}

extension Merge.Subject: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let subject = Merge.Subject(name: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "nothing to merge: \(text)")
        }
        self = subject
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
