public import Vocabulary

/// An institution: who asks, who offers, who gives.
public struct Organisation: Paper {
    public static let kind = PaperKind.organisation

    public var name: LocalizedText
    public var acronym: String
    public var type: OrganisationType
    /// The seat; nil for bodies of several countries whose seat says little.
    public var country: CountryCode?
    public var city: String
    public var links: [Link]
    public var languages: [LanguageCode]
    /// At most three.
    public var subjects: [SubjectID]
    /// In a few sentences, what it does.
    public var about: LocalizedText
    /// Its identifier in the Research Organization Registry.
    public var ror: RORIdentifier?
    /// Nil: written down here.
    public var origin: Origin?

    public init(
        name: LocalizedText, acronym: String = "", type: OrganisationType, country: CountryCode?, city: String = "",
        links: [Link] = [], languages: [LanguageCode] = [], subjects: [SubjectID] = [],
        about: LocalizedText = LocalizedText(), ror: RORIdentifier? = nil, origin: Origin? = nil
    ) {
        self.name = name
        self.acronym = acronym
        self.type = type
        self.country = country
        self.city = city
        self.links = links
        self.languages = languages
        self.subjects = subjects
        self.about = about
        self.ror = ror
        self.origin = origin
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 250)
        check.optionalText(acronym, "acronym", upTo: 40)
        check.optionalText(city, "city", upTo: 120)
        check.count(subjects, "subjects", 0...3)
        check.count(languages, "languages", 0...20)
        check.optionalText(about, "about", upTo: 3000)
        check.links(links, "links")
        return check.problems
    }
}
