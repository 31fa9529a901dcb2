public import Vocabulary

/// A tool, a guidance, a course, a recording: something of the library that was made elsewhere and is kept there.
public struct Resource: Paper {
    public static let kind = PaperKind.resource

    public enum Form: String, Codable, CaseIterable, Sendable {
        case tool, guidance, course, recording, publication, dataset, other

        /// The kind of help it is by itself, without anybody behind it; nil where its form does not tell.
        public var assistance: AssistanceTypeID? {
            switch self {
            case .tool: AssistanceTypeID("tools.software")
            case .guidance: AssistanceTypeID("tools.guidance")
            case .course: AssistanceTypeID("training.course")
            case .recording: AssistanceTypeID("training")
            case .publication: AssistanceTypeID("information")
            case .dataset: AssistanceTypeID("information.data")
            case .other: nil
            }
        }
    }

    public var title: LocalizedText
    public var summary: LocalizedText
    public var form: Form
    /// Names as they are published, in their order.
    public var authors: [String]
    /// Who published it, as it is written there.
    public var publisher: String
    /// The day it was published, where it is known so exactly.
    public var issued: CalendarDay?
    /// The year it was published.
    public var year: Int?
    /// The first is where it is.
    public var links: [Link]
    /// The languages it is in.
    public var languages: [LanguageCode]
    /// At most three.
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    /// Places it is about; empty: no place in particular.
    public var countries: [CountryCode]
    /// What one may do with it, in the words of its source.
    public var rights: String
    public var doi: DOI?
    /// Nil: written down here.
    public var origin: Origin?
    /// On this day somebody looks whether it still holds.
    public var reviewOn: CalendarDay?

    public init(
        title: LocalizedText, summary: LocalizedText = LocalizedText(), form: Form, authors: [String] = [],
        publisher: String = "", issued: CalendarDay? = nil, year: Int? = nil, links: [Link],
        languages: [LanguageCode] = [], subjects: [SubjectID] = [], targets: [FrameworkTarget] = [],
        countries: [CountryCode] = [], rights: String = "", doi: DOI? = nil, origin: Origin? = nil,
        reviewOn: CalendarDay? = nil
    ) {
        self.title = title
        self.summary = summary
        self.form = form
        self.authors = authors
        self.publisher = publisher
        self.issued = issued
        self.year = year
        self.links = links
        self.languages = languages
        self.subjects = subjects
        self.targets = targets
        self.countries = countries
        self.rights = rights
        self.doi = doi
        self.origin = origin
        self.reviewOn = reviewOn
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 500)
        check.optionalText(summary, "summary", upTo: 8000)
        check.count(authors, "authors", 0...100)
        for (index, author) in authors.enumerated() { check.text(author, "authors.\(index)", upTo: 250) }
        check.optionalText(publisher, "publisher", upTo: 250)
        check.number(year, "year", 1500...2200)
        check.count(links, "links", 1...20)
        check.links(links, "links")
        check.count(languages, "languages", 0...20)
        check.count(subjects, "subjects", 0...3)
        check.count(targets, "targets", 0...23)
        check.count(countries, "countries", 0...200)
        check.optionalText(rights, "rights", upTo: 1000)
        return check.problems
    }
}
