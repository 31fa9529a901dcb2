public import Vocabulary

/// A cooperation that is under way or was carried out elsewhere: who needed what, who did what about it with whom and with
/// whose money, and what came of it (C7). What began as a request here is no such paper: its dossier tells the same.
public struct Project: Paper {
    public static let kind = PaperKind.project

    public enum Stage: String, Codable, CaseIterable, Sendable {
        case underWay, finished
        /// Ended before it had done what it set out to do.
        case stopped
    }

    public var stage: Stage
    public var title: LocalizedText
    /// What was needed, and by whom.
    public var problem: LocalizedText
    public var whatWasDone: LocalizedText
    /// Empty while nothing has come of it yet.
    public var results: LocalizedText
    /// At most six, the first is the one by which it is known.
    public var figures: [Practice.ResultFigure]
    public var whatDidNotWork: LocalizedText
    /// The countries in which it works, or whose institutions take part.
    public var countries: [CountryCode]
    /// The first leads.
    public var organisations: [OrganisationID]
    /// Names of partners that are not in the directory, as they are written there.
    public var otherPartners: [String]
    /// Who pays.
    public var donors: [OrganisationID]
    /// At most three.
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var starts: CalendarDay?
    public var ends: CalendarDay?
    public var funding: Money?
    /// Good practices drawn from it.
    public var practices: [PracticeID]
    /// The first one is the source of what stands here.
    public var links: [Link]
    /// Nil: written down here.
    public var origin: Origin?

    public init(
        stage: Stage, title: LocalizedText, problem: LocalizedText, whatWasDone: LocalizedText,
        results: LocalizedText = LocalizedText(), figures: [Practice.ResultFigure] = [],
        whatDidNotWork: LocalizedText = LocalizedText(), countries: [CountryCode],
        organisations: [OrganisationID] = [], otherPartners: [String] = [], donors: [OrganisationID] = [],
        subjects: [SubjectID], targets: [FrameworkTarget] = [], starts: CalendarDay? = nil, ends: CalendarDay? = nil,
        funding: Money? = nil, practices: [PracticeID] = [], links: [Link] = [], origin: Origin? = nil
    ) {
        self.stage = stage
        self.title = title
        self.problem = problem
        self.whatWasDone = whatWasDone
        self.results = results
        self.figures = figures
        self.whatDidNotWork = whatDidNotWork
        self.countries = countries
        self.organisations = organisations
        self.otherPartners = otherPartners
        self.donors = donors
        self.subjects = subjects
        self.targets = targets
        self.starts = starts
        self.ends = ends
        self.funding = funding
        self.practices = practices
        self.links = links
        self.origin = origin
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(problem, "problem", upTo: 8000)
        check.text(whatWasDone, "whatWasDone", upTo: 8000)
        if stage == .finished {
            check.text(results, "results", upTo: 8000)
        } else {
            check.optionalText(results, "results", upTo: 8000)
        }
        check.count(figures, "figures", 0...Practice.mostFigures)
        for (index, figure) in figures.enumerated() { figure.look(&check, "figures.\(index)") }
        check.optionalText(whatDidNotWork, "whatDidNotWork", upTo: 8000)
        check.count(countries, "countries", 1...200)
        check.count(organisations, "organisations", 0...100)
        check.count(otherPartners, "otherPartners", 0...50)
        for (index, name) in otherPartners.enumerated() { check.text(name, "otherPartners.\(index)", upTo: 250) }
        if organisations.isEmpty, otherPartners.isEmpty { check.wrong("otherPartners", .missing) }
        check.count(donors, "donors", 0...20)
        check.count(subjects, "subjects", 1...3)
        check.count(targets, "targets", 0...23)
        check.order(starts, ends, "ends")
        check.money(funding, "funding")
        check.count(practices, "practices", 0...20)
        check.links(links, "links")
        return check.problems
    }

    /// What kind of cooperation it is by the countries that take part.
    public var direction: CooperationDirection? { CooperationDirection(of: countries) }
}
