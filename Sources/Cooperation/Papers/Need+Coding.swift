import Vocabulary

extension Need {
    private enum Field: String, CodingKey {
        case country, statement, purpose, lack, heading, level, conventions, priority, causes, remedy, subjects,
            targets,
            assistance, holders, year, due, source, passages, request, ended
    }

    /// Needs filed before a field was added do not have it.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        self.init(
            country: try fields.decode(CountryCode.self, forKey: .country),
            statement: try fields.decode(LocalizedText.self, forKey: .statement),
            lack: try fields.decode(Lack.self, forKey: .lack))
        func optional<Value: Decodable>(_ field: Field) throws -> Value? {
            try fields.decodeIfPresent(Value.self, forKey: field)
        }
        purpose = try optional(.purpose) ?? purpose
        heading = try optional(.heading)
        level = try optional(.level)
        conventions = try optional(.conventions) ?? []
        priority = try optional(.priority)
        causes = try optional(.causes) ?? causes
        remedy = try optional(.remedy) ?? remedy
        subjects = try optional(.subjects) ?? []
        targets = try optional(.targets) ?? []
        assistance = try optional(.assistance) ?? []
        holders = try optional(.holders) ?? []
        year = try optional(.year)
        due = try optional(.due)
        source = try optional(.source) ?? ""
        passages = try optional(.passages) ?? []
        request = try optional(.request)
        ended = try optional(.ended)
    }

    /// What is empty is left out, so that needs of before keep their bytes when they are written again.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        func listed<Item: Encodable>(_ items: [Item], _ field: Field) throws {
            if !items.isEmpty { try fields.encode(items, forKey: field) }
        }
        func said(_ text: LocalizedText, _ field: Field) throws {
            if !text.isEmpty { try fields.encode(text, forKey: field) }
        }
        try fields.encode(country, forKey: .country)
        try fields.encode(statement, forKey: .statement)
        try fields.encode(lack, forKey: .lack)
        try said(purpose, .purpose)
        try fields.encodeIfPresent(heading, forKey: .heading)
        try fields.encodeIfPresent(level, forKey: .level)
        try listed(conventions, .conventions)
        try fields.encodeIfPresent(priority, forKey: .priority)
        try said(causes, .causes)
        try said(remedy, .remedy)
        try fields.encode(subjects, forKey: .subjects)
        try fields.encode(targets, forKey: .targets)
        try fields.encode(assistance, forKey: .assistance)
        try listed(holders, .holders)
        try fields.encodeIfPresent(year, forKey: .year)
        try fields.encodeIfPresent(due, forKey: .due)
        try fields.encode(source, forKey: .source)
        try listed(passages, .passages)
        try fields.encodeIfPresent(request, forKey: .request)
        try fields.encodeIfPresent(ended, forKey: .ended)
    }
}
