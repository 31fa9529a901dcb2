public import Cooperation
public import Foundation
public import TextAnalysis
public import Vocabulary

/// A record as it is told to others: what catalogues, feeds and bibliographies ask for, whatever its kind. It is made only
/// of what everybody may read.
public struct PublicRecord: Sendable {
    /// An institution behind it: who wrote, offers or asks.
    public struct Party: Hashable, Sendable {
        public var key: String
        public var name: LocalizedText
    }

    public var key: String
    public var kind: PublicKind
    public var title: LocalizedText
    public var summary: LocalizedText
    public var parties: [Party] = []
    /// Who pays for it.
    public var funders: [Party] = []
    /// What is said of an event alone.
    public var meeting: Meeting?
    /// Names of persons and bodies as the record itself gives them.
    public var authors: [String] = []
    public var publisher = ""
    public var countries: [CountryCode] = []
    public var isEverywhere = false
    public var subjects: [SubjectID] = []
    public var targets: [FrameworkTarget] = []
    public var assistance: [AssistanceTypeID] = []
    /// The languages of the work itself; those of the texts where it does not say.
    public var languages: [LanguageCode] = []
    public var links: [Link] = []
    public var year: Int?
    public var issued: CalendarDay?
    public var deadline: CalendarDay?
    public var starts: CalendarDay?
    public var ends: CalendarDay?
    public var doi: DOI?
    public var ror: RORIdentifier?
    /// The person behind an offer, by the name she gives there.
    public var expert: String?
    public var orcid: ORCIDIdentifier?
    public var acronym = ""
    public var city = ""
    public var rights = ""
    public var origin: Origin?
    /// The identifier of the request's state, the resource's form, the need's lack or the institution's type.
    public var type = ""
    /// Records it is about or came of, by identifier.
    public var related: [String] = []
    public var revision: Int
    /// When this revision was written.
    public var changed: Date

    init<Body: Paper>(_ filed: Filed<Body>, _ kind: PublicKind, title: LocalizedText, summary: LocalizedText) {
        key = filed.id.rawValue
        self.kind = kind
        self.title = title
        self.summary = summary
        revision = filed.revision
        changed = filed.at
    }

    /// The languages its texts are in, those people wrote before translations.
    public var textLanguages: [Language] {
        let written = title.languages.filter { title.versions[$0]?.origin == .written }
        return written + title.languages.filter { !written.contains($0) }
    }

    /// The best text for a language.
    public static func best(_ text: LocalizedText, in language: Language) -> String {
        text.best(for: [language])?.version.text ?? ""
    }
}

/// The institutions named in a batch of records.
typealias Parties = [OrganisationID: LocalizedText]

extension PublicRecord.Party {
    init?(_ id: OrganisationID, _ parties: Parties) {
        guard let name = parties[id] else { return nil }
        self.init(key: id.rawValue, name: name)
    }
}
