import Cooperation
import Desk

/// Everything the compiled-in files hold, read once.
struct DemonstrationData {
    let organisations: [Record<Organisation>]
    let hubs: [Record<Hub>]
    let providers: [Record<ProviderProfile>]
    let opportunities: [Record<Opportunity>]
    let practices: [Record<Practice>]
    let partnerships: [Record<Partnership>]
    let projects: [Record<Project>]
    let resources: [Record<Resource>]
    let needs: [Record<Need>]
    /// What the help desk takes in as a list.
    let takenIn: [Record<Resource>]
    let stories: [Story]
    let accounts: AccountList

    init() throws(DemonstrationError) {
        organisations = try DataFile.organisations.lines(Record<Organisation>.self)
        hubs = try DataFile.hubs.lines(Record<Hub>.self)
        providers = try DataFile.providers.lines(Record<ProviderProfile>.self)
        opportunities = try DataFile.opportunities.lines(Record<Opportunity>.self)
        practices = try DataFile.practices.lines(Record<Practice>.self)
        resources = try DataFile.resources.lines(Record<Resource>.self)
        partnerships = try DataFile.partnerships.lines(Record<Partnership>.self)
        projects = try DataFile.projects.lines(Record<Project>.self)
        needs = try DataFile.needs.lines(Record<Need>.self)
        takenIn = try DataFile.takenIn.lines(Record<Resource>.self)
        stories = try DataFile.requests.lines(Story.self)
        accounts = try DataFile.accounts.decode(AccountList.self)
    }

    /// The records with the day each was filed before `today`, in the order of the files.
    func papers(before today: CalendarDay) throws(DeskError) -> [(day: CalendarDay, paper: ChosenPaper)] {
        try papers(organisations, today) + papers(hubs, today) + papers(providers, today)
            + papers(opportunities, today) + papers(practices, today) + papers(resources, today)
            + papers(partnerships, today) + papers(projects, today) + papers(needs, today)
    }

    private func papers<Body: Paper>(
        _ records: [Record<Body>], _ today: CalendarDay
    ) throws(DeskError) -> [(day: CalendarDay, paper: ChosenPaper)] {
        var papers: [(day: CalendarDay, paper: ChosenPaper)] = []
        for record in records {
            papers.append((today.adding(days: -record.daysAgo), try ChosenPaper(record.body, as: record.id)))
        }
        return papers
    }

    /// The institution behind each candidate for whom somebody speaks.
    var institutions: [Introduction.Candidate: OrganisationID] {
        let offers = providers.map { (Introduction.Candidate.provider($0.id), $0.body.organisation) }
        let calls = opportunities.map { (Introduction.Candidate.opportunity($0.id), $0.body.organisation) }
        return Dictionary(offers + calls) { first, _ in first }
    }

    /// Everybody the stories need.
    func people(passwordHash: String) throws(DeskError) -> People {
        var people = try People(accounts, passwordHash: passwordHash)
        let named = Dictionary(organisations.map { ($0.id, $0.body) }) { first, _ in first }
        let institutions = institutions
        func need(_ role: Role, of id: OrganisationID) throws(DeskError) {
            try people.need(People.Part(role: role, organisation: id), organisation: named[id])
        }
        for story in stories {
            try people.need(People.Part(role: .focalPoint, country: story.request.body.country))
            try need(.representative, of: story.request.body.organisation)
            for step in story.steps {
                if let candidate = step.candidate, let institution = institutions[candidate] {
                    try need(.representative, of: institution)
                }
                if step.step == .pledge, let donor = step.organisation { try need(.donor, of: donor) }
            }
        }
        return people
    }
}
