import Cooperation
public import TextAnalysis
import Vocabulary

/// A record in the fifteen elements of Dublin Core (ISO 15836-1), each value with its language where it has one.
public struct DublinCore: Sendable {
    public struct Statement: Hashable, Sendable {
        /// As in `title`.
        public var element: String
        public var value: String
        public var language: Language?
    }

    public private(set) var statements: [Statement] = []

    /// - Parameter languages: in which subjects and places are named; texts of people are told in all they have.
    public init(_ record: PublicRecord, _ publisher: Publisher, names languages: [Language] = Language.allCases) {
        say("title", record.title)
        for author in record.authors { say("creator", author) }
        if record.authors.isEmpty { for party in record.parties { say("creator", party.name) } }
        for subject in record.subjects {
            for language in languages { say("subject", subject.label(in: language), language) }
        }
        say("description", record.summary)
        say("publisher", record.publisher)
        if let issued = record.issued {
            say("date", issued.description)
        } else {
            say("date", record.year.map(String.init) ?? Moments.seconds(record.changed))
        }
        say("type", Self.type(of: record))
        say("identifier", publisher.lasting(record.key))
        if let doi = record.doi { say("identifier", doi.address) }
        if let ror = record.ror { say("identifier", ror.address) }
        for link in record.links { say("relation", link.address) }
        for key in record.related { say("relation", publisher.lasting(key)) }
        if let origin = record.origin { say("source", origin.address.isEmpty ? origin.name : origin.address) }
        for language in record.languages { say("language", language.description) }
        if record.languages.isEmpty { for language in record.textLanguages { say("language", language.code) } }
        for country in record.countries {
            for language in languages { say("coverage", country.country.name(in: language), language) }
        }
        say("rights", record.rights)
    }

    private mutating func say(_ element: String, _ value: String, _ language: Language? = nil) {
        guard !value.isEmpty else { return }
        statements.append(Statement(element: element, value: value, language: language))
    }

    private mutating func say(_ element: String, _ text: LocalizedText) {
        for language in text.languages { say(element, text[language] ?? "", language) }
    }

    /// A word of the DCMI Type Vocabulary where one fits, else the kind itself.
    private static func type(of record: PublicRecord) -> String {
        switch (record.kind, record.type) {
        case (.resource, "tool"): "Software"
        case (.resource, "dataset"): "Dataset"
        case (.resource, "recording"): "MovingImage"
        case (.resource, "course"): "Event"
        case (.practice, _), (.resource, _): "Text"
        case (.provider, _): "Service"
        case (.opportunity, _), (.event, _): "Event"
        default: record.kind.rawValue
        }
    }
}
