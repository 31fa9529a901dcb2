public import Vocabulary

/// A good practice: what was done about a problem, what came of it, and what did not work.
public struct Practice: Paper {
    public static let kind = PaperKind.practice

    public var title: LocalizedText
    public var summary: LocalizedText
    /// Where it was, who lives there, what was tried before.
    public var context: LocalizedText
    public var problem: LocalizedText
    /// In short; the blocks tell it piece by piece.
    public var whatWasDone: LocalizedText
    /// At most eight.
    public var blocks: [Block]
    public var results: LocalizedText
    /// The first is the one by which it is known; at most six.
    public var figures: [ResultFigure]
    public var whatDidNotWork: LocalizedText
    /// What must be given to repeat it elsewhere.
    public var conditions: LocalizedText
    public var organisations: [OrganisationID]
    public var countries: [CountryCode]
    /// One to three (L1).
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var assistance: [AssistanceTypeID]
    public var year: Int?
    public var cost: Money?
    /// The request it grew out of.
    public var request: RequestID?
    /// The practice it was begun from.
    public var begunFrom: PracticeID?
    /// On this day somebody looks whether it still holds (L2).
    public var reviewOn: CalendarDay?
    public var links: [Link]

    public init(
        title: LocalizedText, summary: LocalizedText, problem: LocalizedText, whatWasDone: LocalizedText,
        results: LocalizedText, whatDidNotWork: LocalizedText = LocalizedText(),
        conditions: LocalizedText = LocalizedText(),
        organisations: [OrganisationID] = [], countries: [CountryCode], subjects: [SubjectID],
        targets: [FrameworkTarget] = [], assistance: [AssistanceTypeID] = [], year: Int? = nil, cost: Money? = nil,
        request: RequestID? = nil, reviewOn: CalendarDay? = nil, links: [Link] = [],
        context: LocalizedText = LocalizedText(), blocks: [Block] = [], figures: [ResultFigure] = [],
        begunFrom: PracticeID? = nil
    ) {
        self.title = title
        self.summary = summary
        self.context = context
        self.problem = problem
        self.whatWasDone = whatWasDone
        self.blocks = blocks
        self.results = results
        self.figures = figures
        self.whatDidNotWork = whatDidNotWork
        self.conditions = conditions
        self.organisations = organisations
        self.countries = countries
        self.subjects = subjects
        self.targets = targets
        self.assistance = assistance
        self.year = year
        self.cost = cost
        self.request = request
        self.begunFrom = begunFrom
        self.reviewOn = reviewOn
        self.links = links
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(summary, "summary", upTo: 2000)
        check.optionalText(context, "context", upTo: 8000)
        check.text(problem, "problem", upTo: 8000)
        check.text(whatWasDone, "whatWasDone", upTo: 8000)
        check.count(blocks, "blocks", 0...Practice.mostBlocks)
        for (index, block) in blocks.enumerated() { block.look(&check, "blocks.\(index)") }
        check.text(results, "results", upTo: 8000)
        check.count(figures, "figures", 0...Practice.mostFigures)
        for (index, figure) in figures.enumerated() { figure.look(&check, "figures.\(index)") }
        check.optionalText(whatDidNotWork, "whatDidNotWork", upTo: 8000)
        check.optionalText(conditions, "conditions", upTo: 8000)
        check.count(countries, "countries", 1...200)
        check.count(subjects, "subjects", 1...3)
        check.count(targets, "targets", 0...23)
        check.number(year, "year", 1992...2200)
        check.money(cost, "cost")
        check.links(links, "links")
        return check.problems
    }
}
