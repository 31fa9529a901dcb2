public import Vocabulary

/// A regional hub of the network, such as a subregional support centre of the Kunming-Montreal framework: requests,
/// webinars and outreach of its countries go through it (R7).
public struct Hub: Paper {
    public static let kind = PaperKind.hub

    public var organisation: OrganisationID
    public var name: LocalizedText
    public var mandate: LocalizedText
    public var countries: [CountryCode]
    public var languages: [LanguageCode]
    public var subjects: [SubjectID]
    public var links: [Link]
    /// When somebody is there; nil where it is not said.
    public var hours: OfficeHours?

    public init(
        organisation: OrganisationID, name: LocalizedText, mandate: LocalizedText, countries: [CountryCode],
        languages: [LanguageCode], subjects: [SubjectID] = [], links: [Link] = [], hours: OfficeHours? = nil
    ) {
        self.organisation = organisation
        self.name = name
        self.mandate = mandate
        self.countries = countries
        self.languages = languages
        self.subjects = subjects
        self.links = links
        self.hours = hours
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 250)
        check.text(mandate, "mandate", upTo: 3000)
        check.count(countries, "countries", 1...200)
        check.count(languages, "languages", 1...20)
        check.links(links, "links")
        return check.problems + (hours?.problems() ?? [])
    }
}
