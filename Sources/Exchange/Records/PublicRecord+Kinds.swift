import Catalogue
import Cooperation
import Vocabulary

// How each kind of paper is told to others.
extension PublicRecord {
    init(_ filed: Filed<Organisation>) {
        let body = filed.body
        self.init(filed, .organisation, title: body.name, summary: body.about)
        countries = [body.country].compactMap { $0 }
        subjects = body.subjects
        languages = body.languages
        links = body.links
        ror = body.ror
        acronym = body.acronym
        city = body.city
        origin = body.origin
        type = body.type.rawValue
    }

    init(_ filed: Filed<ProviderProfile>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .provider, title: body.title, summary: body.expertise)
        self.parties = [Party(body.organisation, parties)].compactMap { $0 }
        cover(body.coverage)
        subjects = body.subjects
        targets = body.targets
        assistance = body.free + body.atCost.filter { !body.free.contains($0) }
        languages = body.languages
        links = body.links
        origin = body.origin
        expert = body.expert?.name
        orcid = body.orcid
        related = [body.organisation.rawValue]
    }

    init(_ filed: Filed<Opportunity>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .opportunity, title: body.title, summary: body.description)
        self.parties = [Party(body.organisation, parties)].compactMap { $0 }
        cover(body.coverage)
        subjects = body.subjects
        targets = body.targets
        assistance = body.types
        languages = body.languages
        links = body.links
        deadline = body.deadline
        starts = body.starts
        ends = body.ends
        related = [body.organisation.rawValue]
    }

    init(_ filed: Filed<Event>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .event, title: body.title, summary: body.summary)
        self.parties = [Party(body.organisation, parties)].compactMap { $0 }
        cover(body.coverage)
        subjects = body.subjects
        targets = body.targets
        languages = body.languages
        links = body.links
        starts = body.starts
        ends = body.ends
        type = body.form.rawValue
        origin = body.origin
        meeting = Meeting(body)
        related = [body.organisation.rawValue] + [body.hub?.rawValue].compactMap { $0 }
    }

    init(_ filed: Filed<Project>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .project, title: body.title, summary: body.problem)
        self.parties = body.organisations.compactMap { Party($0, parties) }
        funders = body.donors.compactMap { Party($0, parties) }
        countries = body.countries
        subjects = body.subjects
        targets = body.targets
        links = body.links
        starts = body.starts
        ends = body.ends
        type = body.stage.rawValue
        origin = body.origin
        related = (body.organisations + body.donors).map(\.rawValue) + body.practices.map(\.rawValue)
    }

    init(_ filed: Filed<Practice>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .practice, title: body.title, summary: body.summary)
        self.parties = body.organisations.compactMap { Party($0, parties) }
        countries = body.countries
        subjects = body.subjects
        targets = body.targets
        assistance = body.assistance
        links = body.links
        year = body.year
        related = body.organisations.map(\.rawValue)
    }

    init(_ filed: Filed<Hub>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .hub, title: body.name, summary: body.mandate)
        self.parties = [Party(body.organisation, parties)].compactMap { $0 }
        countries = body.countries
        subjects = body.subjects
        languages = body.languages
        links = body.links
        related = [body.organisation.rawValue]
    }

    init(_ filed: Filed<Need>) {
        let body = filed.body
        self.init(filed, .need, title: body.statement, summary: LocalizedText())
        countries = [body.country]
        subjects = body.subjects
        targets = body.targets
        assistance = body.assistance
        type = body.lack.rawValue
    }

    /// A request as visitors see it. A request it names may be confidential: related records are not told.
    init(_ card: DossierCard, _ parties: Parties) {
        let body = card.request.body
        self.init(card.request, .request, title: body.title, summary: body.problem)
        self.parties = [Party(body.organisation, parties)].compactMap { $0 }
        countries = [body.country] + body.otherCountries.filter { $0 != body.country }
        subjects = body.subjects
        targets = body.targets
        assistance = body.assistance.map(\.type)
        languages = body.languages
        links = body.links
        starts = body.starts
        ends = body.ends
        type = card.state.rawValue
        related = [body.organisation.rawValue]
        changed = max(card.since, card.request.at)
    }

    init(_ filed: Filed<Resource>) {
        let body = filed.body
        self.init(filed, .resource, title: body.title, summary: body.summary)
        authors = body.authors
        publisher = body.publisher
        countries = body.countries
        subjects = body.subjects
        targets = body.targets
        languages = body.languages
        links = body.links
        year = body.year
        issued = body.issued
        doi = body.doi
        rights = body.rights
        origin = body.origin
        type = body.form.rawValue
    }

    init(_ filed: Filed<Partnership>, _ parties: Parties) {
        let body = filed.body
        self.init(filed, .partnership, title: body.title, summary: body.summary)
        self.parties = body.organisations.compactMap { Party($0, parties) }
        countries = body.countries
        subjects = body.subjects
        targets = body.targets
        links = body.links
        starts = body.starts
        ends = body.ends
        type = body.form.rawValue
        related = body.organisations.map(\.rawValue)
    }

    private mutating func cover(_ coverage: Coverage) {
        switch coverage {
        case .everywhere: isEverywhere = true
        case .countries(let list): countries = list.sorted()
        }
    }
}
