import Cooperation
import TextAnalysis
import Vocabulary

// How a line becomes a record of each kind. Institutions it names are looked up by who calls.
extension LineReader {
    mutating func organisation(_ origin: Origin) -> Organisation {
        let country = country("country")
        let type = choice("type", Lookups.organisationTypes) ?? .other
        let languages = choices("languages", Lookups.languages)
        let subjects = atMostThree("subjects")
        let ror = ror()
        let links = links("links")
        return Organisation(
            name: texts("name"), acronym: text("acronym"), type: type, country: country, city: text("city"),
            links: links, languages: languages, subjects: subjects, about: texts("about"), ror: ror, origin: origin)
    }

    mutating func provider(of organisation: OrganisationID, _ origin: Origin) -> ProviderProfile {
        let coverage = coverage("coverage")
        let subjects = atMostThree("subjects")
        let targets = choices("targets", Lookups.targets)
        let free = choices("free", Lookups.assistance)
        let atCost = choices("atCost", Lookups.assistance)
        let languages = choices("languages", Lookups.languages)
        let requestsPerYear = number("requestsPerYear")
        let fullUntil = day("fullUntil")
        let orcid = orcid()
        return ProviderProfile(
            organisation: organisation, title: texts("title"), coverage: coverage, subjects: subjects,
            targets: targets, free: Array(free.prefix(3)), atCost: Array(atCost.prefix(3)),
            expertise: texts("expertise"), pastCollaborations: texts("pastCollaborations"), languages: languages,
            requestsPerYear: requestsPerYear, fullUntil: fullUntil, links: links("links"), orcid: orcid,
            origin: origin)
    }

    mutating func opportunity(of organisation: OrganisationID) -> Opportunity {
        let countries = coverage("eligibleCountries")
        let types = choices("eligibleTypes", Lookups.organisationTypes)
        let eligibility = Opportunity.Eligibility(
            countries: countries, organisationTypes: types, words: texts("eligibility"))
        return Opportunity(
            organisation: organisation, title: texts("title"), description: texts("description"),
            types: choices("types", Lookups.assistance), subjects: choices("subjects", Lookups.subjects),
            targets: choices("targets", Lookups.targets), coverage: coverage("coverage"), eligibility: eligibility,
            howToApply: texts("howToApply"), deadline: day("deadline"), starts: day("starts"), ends: day("ends"),
            upTo: money("amount"), languages: choices("languages", Lookups.languages), links: links("links"))
    }

    mutating func practice(of organisations: [OrganisationID]) -> Practice {
        var blocks: [Practice.Block] = []
        for (language, text) in versions("blocks") { BlockText.read(text, in: language, into: &blocks) }
        var figures: [Practice.ResultFigure] = []
        for (language, text) in versions("figures") { FigureText.read(text, in: language, into: &figures) }
        return Practice(
            title: texts("title"), summary: texts("summary"), problem: texts("problem"),
            whatWasDone: texts("whatWasDone"), results: texts("results"), whatDidNotWork: texts("whatDidNotWork"),
            conditions: texts("conditions"), organisations: organisations,
            countries: choices("countries", Lookups.countries, isNeeded: true), subjects: atMostThree("subjects"),
            targets: choices("targets", Lookups.targets), assistance: choices("assistance", Lookups.assistance),
            year: number("year"), cost: money("cost"), links: links("links"), context: texts("context"),
            blocks: blocks, figures: figures)
    }

    /// A text in its languages, as written down.
    func versions(_ field: String) -> [(Language, String)] {
        let texts = texts(field)
        return texts.languages.compactMap { language in texts[language].map { (language, $0) } }
    }

    /// Nil where the country or the kind of lack is not said: the line is refused then.
    mutating func need() -> Need? {
        let country = country("country")
        let lack = named("lack", Need.Lack.self)
        let level = named("level", Need.Level.self)
        let priority = named("priority", Need.Priority.self)
        let subjects = choices("subjects", Lookups.subjects)
        let targets = choices("targets", Lookups.targets)
        let assistance = choices("assistance", Lookups.assistance)
        if country == nil, text("country").isEmpty { refuse("country", .problem(.missing, figures: [:])) }
        if lack == nil, text("lack").isEmpty { refuse("lack", .problem(.missing, figures: [:])) }
        guard let country, let lack else { return nil }
        return Need(
            country: country, statement: texts("statement"), lack: lack, level: level, priority: priority,
            subjects: subjects, targets: targets, assistance: assistance, source: text("source"))
    }

    mutating func resource(_ origin: Origin) -> Resource {
        let form = named("form", Resource.Form.self) ?? .other
        return Resource(
            title: texts("title"), summary: texts("summary"), form: form, authors: list("authors"),
            publisher: text("publisher"), issued: day("issued"), year: number("year"), links: links("links"),
            languages: choices("languages", Lookups.languages), subjects: atMostThree("subjects"),
            targets: choices("targets", Lookups.targets),
            countries: choices("countries", Lookups.countries, isNeeded: true), rights: text("rights"), doi: doi(),
            origin: origin)
    }

    mutating func hub(of organisation: OrganisationID) -> Hub {
        Hub(
            organisation: organisation, name: texts("name"), mandate: texts("mandate"),
            countries: choices("countries", Lookups.countries, isNeeded: true),
            languages: choices("languages", Lookups.languages), subjects: choices("subjects", Lookups.subjects),
            links: links("links"), hours: hours())
    }

    /// `monday,tuesday 09:00-17:00 Africa/Dakar`, as exports write them.
    private mutating func hours() -> OfficeHours? {
        let text = text("hours")
        guard !text.isEmpty else { return nil }
        if let hours = OfficeHours(text) { return hours }
        refuse("hours", .unknownChoice(String(text.prefix(80)), suggestions: []))
        return nil
    }

    mutating func partnership(of organisations: [OrganisationID]) -> Partnership {
        let form = named("form", Partnership.Form.self)
        if form == nil, text("form").isEmpty { refuse("form", .problem(.missing, figures: [:])) }
        return Partnership(
            form: form ?? .cooperation, title: texts("title"), summary: texts("summary"),
            commitments: texts("commitments"), organisations: organisations,
            countries: choices("countries", Lookups.countries, isNeeded: true),
            subjects: choices("subjects", Lookups.subjects), targets: choices("targets", Lookups.targets),
            starts: day("starts"), ends: day("ends"), links: links("links"))
    }

    /// A draft of the institution that asks: it may have gaps. Nil where the country is not said, or is none this person's
    /// desk serves: the line is refused then.
    mutating func request(of organisation: OrganisationID, by viewer: Viewer) -> Request? {
        let country = country("country")
        if country == nil, text("country").isEmpty { refuse("country", .problem(.missing, figures: [:])) }
        if let country, !viewer.servesAtDesk(for: country), !viewer.countries.contains(country) {
            refuse("country", .otherCountry(country))
        }
        let level = choice("level", Lookups.levels) ?? .national
        let urgency = named("urgency", Request.Urgency.self) ?? .ordinary
        guard let country, !isRefused else { return nil }
        return Request(
            country: country, organisation: organisation, title: texts("title"), problem: texts("problem"),
            assistance: choices("assistance", Lookups.assistance).prefix(3).map { Request.Wish(type: $0) },
            priorities: texts("priorities"), subjects: choices("subjects", Lookups.subjects),
            targets: choices("targets", Lookups.targets), level: level,
            otherCountries: choices("otherCountries", Lookups.countries, isNeeded: true),
            beneficiaries: choices("beneficiaries", Lookups.beneficiaries), starts: day("starts"), ends: day("ends"),
            objectives: texts("objectives"), results: texts("results"), budget: money("budget"), urgency: urgency,
            languages: choices("languages", Lookups.languages), links: links("links"))
    }

    /// A fourth theme is dropped, and said.
    private mutating func atMostThree(_ field: String) -> [SubjectID] {
        let all = choices(field, Lookups.subjects)
        if all.count > 3 { note(field, .problem(.tooMany, figures: ["most": 3, "count": all.count])) }
        return Array(all.prefix(3))
    }
}
