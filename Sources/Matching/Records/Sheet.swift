import Cooperation
import SearchIndex
import TextAnalysis
import Vocabulary

/// What is taken from a paper into the index, kind by kind.
struct Sheet {
    var texts = Texts()
    var facets: [FacetID: [UInt32]] = [:]
    var numbers: [NumberID: Double] = [Layout.deadline: Layout.always]

    init(kind: PaperKind) {
        facets[Layout.kind] = [Code.of(kind)]
        facets[Layout.covers] = [Code.everywhere]
        facets[Layout.eligible] = [Code.everywhere]
    }

    mutating func fill(_ paper: Filed<ProviderProfile>, _ organisation: Organisation?, _ standing: ProviderStanding) {
        let profile = paper.body
        texts.title(profile.title)
        texts.body(profile.expertise, profile.pastCollaborations)
        add(organisation)
        themes(profile.subjects, profile.targets)
        assistance(profile.free, atCost: profile.atCost)
        coverage(profile.coverage, seat: organisation?.country)
        facets[Layout.workingLanguage] = profile.languages.map { Code.of($0) }
        day(paper)
        numbers[Layout.fullUntil] = profile.fullUntil.map { Double($0.ordinal) }
        numbers[Layout.perYear] = profile.requestsPerYear.map(Double.init)
        facets[Layout.worked] = standing.worked.map { Code.of($0) }.sorted()
        numbers[Layout.helped] = Double(standing.helped)
        numbers[Layout.takenOn] = Double(standing.takenOn)
        if standing.introduced > 0 {
            numbers[Layout.answered] = Double(min(standing.answered, standing.introduced)) / Double(standing.introduced)
        }
    }

    mutating func fill(_ paper: Filed<Opportunity>, _ organisation: Organisation?) {
        let opportunity = paper.body
        texts.title(opportunity.title)
        texts.body(opportunity.description, opportunity.eligibility.words, opportunity.howToApply)
        add(organisation)
        themes(opportunity.subjects, opportunity.targets)
        assistance(opportunity.types, atCost: [])
        coverage(opportunity.coverage, seat: organisation?.country)
        facets[Layout.eligible] = Code.of(opportunity.eligibility.countries)
        facets[Layout.workingLanguage] = opportunity.languages.map { Code.of($0) }
        day(paper)
        numbers[Layout.deadline] = opportunity.deadline.map { Double($0.ordinal) } ?? Layout.always
    }

    mutating func fill(_ paper: Filed<Event>, _ organisation: Organisation?) {
        let event = paper.body
        texts.title(event.title)
        texts.body(event.summary, event.outcome)
        texts.plainName(event.city)
        add(organisation)
        themes(event.subjects, event.targets)
        coverage(event.coverage, seat: event.country)
        facets[Layout.workingLanguage] = event.languages.map { Code.of($0) }
        day(paper)
        numbers[Layout.deadline] = Double(event.ends.ordinal)
    }

    mutating func fill(_ paper: Filed<Project>) {
        let project = paper.body
        texts.title(project.title)
        texts.body(project.problem, project.whatWasDone, project.results, project.whatDidNotWork)
        for figure in project.figures { texts.body(figure.what) }
        for partner in project.otherPartners.prefix(10) { texts.plainName(partner) }
        themes(project.subjects, project.targets)
        facets[Layout.place] = project.countries.map { Code.of($0) }
        day(paper)
    }

    mutating func fill(_ paper: Filed<Practice>, _ confirmed: Freshness?) {
        let practice = paper.body
        texts.title(practice.title)
        texts.body(practice.summary, practice.problem, practice.whatWasDone, practice.results)
        texts.body(practice.whatDidNotWork, practice.conditions, practice.context)
        for block in practice.blocks { texts.body(block.title, block.done, block.enabling, block.lessons) }
        for figure in practice.figures { texts.body(figure.what) }
        themes(practice.subjects, practice.targets)
        assistance(practice.assistance, atCost: [])
        facets[Layout.place] = practice.countries.map { Code.of($0) }
        day(paper, confirmed)
    }

    mutating func fill(_ paper: Filed<Resource>, _ confirmed: Freshness?) {
        let resource = paper.body
        texts.title(resource.title)
        texts.body(resource.summary)
        texts.plainName(resource.publisher)
        for author in resource.authors.prefix(10) { texts.plainName(author) }
        themes(resource.subjects, resource.targets)
        assistance([resource.form.assistance].compactMap(\.self), atCost: [])
        facets[Layout.place] = resource.countries.map { Code.of($0) }
        facets[Layout.workingLanguage] = resource.languages.map { Code.of($0) }
        day(paper, confirmed)
    }

    mutating func fill(_ paper: Filed<Request>, _ organisation: Organisation?, isOpen: Bool) {
        let request = paper.body
        texts.title(request.title)
        texts.body(request.problem, request.objectives, request.results, request.priorities)
        for wish in request.assistance { texts.body(wish.how) }
        add(organisation)
        themes(request.subjects, request.targets)
        assistance(request.assistance.map(\.type), atCost: [])
        facets[Layout.place] = ([request.country] + request.otherCountries).map { Code.of($0) }
        languages(request.languages, of: request.country)
        if !isOpen { numbers[Layout.deadline] = 0 }
        day(paper)
    }

    mutating func fill(_ paper: Filed<Need>) {
        let need = paper.body
        texts.title(need.statement)
        texts.plainName(need.source)
        themes(need.subjects, need.targets)
        assistance(need.assistance, atCost: [])
        facets[Layout.place] = [Code.of(need.country)]
        languages([], of: need.country)
        day(paper)
    }

    mutating func fill(_ paper: Filed<Hub>) {
        let hub = paper.body
        texts.title(hub.name)
        texts.body(hub.mandate)
        themes(hub.subjects, [])
        facets[Layout.place] = hub.countries.map { Code.of($0) }
        facets[Layout.covers] = facets[Layout.place]
        facets[Layout.workingLanguage] = hub.languages.map { Code.of($0) }
        day(paper)
    }

    mutating func fill(_ paper: Filed<Organisation>) {
        let organisation = paper.body
        texts.title(organisation.name)
        texts.body(organisation.about)
        texts.plainName(organisation.acronym)
        texts.plainName(organisation.city)
        themes(organisation.subjects, [])
        if let country = organisation.country { facets[Layout.place] = [Code.of(country)] }
        facets[Layout.workingLanguage] = organisation.languages.map { Code.of($0) }
        day(paper)
    }

    // MARK: What several kinds share

    private mutating func add(_ organisation: Organisation?) {
        guard let organisation else { return }
        texts.names(organisation.name)
        texts.plainName(organisation.acronym)
        texts.plainName(organisation.city)
    }

    private mutating func themes(_ subjects: [SubjectID], _ targets: [FrameworkTarget]) {
        facets[Layout.subject] = subjects.map { Code.of($0) }
        facets[Layout.target] = targets.map { Code.of($0) }
    }

    private mutating func assistance(_ free: [AssistanceTypeID], atCost: [AssistanceTypeID]) {
        let chosen = Set(free + atCost)
        var all = chosen
        for type in chosen {
            var above = type.parent
            while let parent = above {
                all.insert(parent)
                above = parent.parent
            }
        }
        facets[Layout.assistance] = all.map { Code.of($0) }
        facets[Layout.assistanceChosen] = chosen.map { Code.of($0) }
        facets[Layout.assistanceAtCost] = Set(atCost).subtracting(free).map { Code.of($0) }
    }

    private mutating func languages(_ spoken: [LanguageCode], of country: CountryCode) {
        facets[Layout.workingLanguage] = Wanted.languages(spoken: spoken, in: country).map { Code.of($0) }
    }

    /// It stands where its seat is; without a seat, where it is for.
    private mutating func coverage(_ coverage: Coverage, seat: CountryCode?) {
        facets[Layout.covers] = Code.of(coverage)
        if let seat {
            facets[Layout.place] = [Code.of(seat)]
        } else if case .countries(let list) = coverage {
            facets[Layout.place] = list.sorted().map { Code.of($0) }
        }
    }

    /// A confirmation is as good as a revision; what nobody stands by any more is marked.
    private mutating func day(_ paper: Filed<some Paper>, _ confirmed: Freshness?) {
        guard let confirmed else { return day(paper) }
        numbers[Layout.updated] = Double(CalendarDay(confirmed.lastWord).ordinal)
        if confirmed.isLapsed { numbers[Layout.lapsed] = 1 }
    }

    private mutating func day(_ paper: Filed<some Paper>) {
        numbers[Layout.updated] = Double(CalendarDay(paper.at).ordinal)
    }
}
