import Vocabulary

extension Practice {
    private enum Field: String, CodingKey {
        case title, summary, context, problem, whatWasDone, blocks, results, figures, whatDidNotWork, conditions
        case organisations, countries, subjects, targets, assistance, year, cost, request, begunFrom, reviewOn, links
    }

    /// Practices filed before a field was added do not have it.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Field.self)
        func text(_ field: Field) throws -> LocalizedText { try fields.decode(LocalizedText.self, forKey: field) }
        self.init(
            title: try text(.title), summary: try text(.summary), problem: try text(.problem),
            whatWasDone: try text(.whatWasDone), results: try text(.results),
            whatDidNotWork: try text(.whatDidNotWork), conditions: try text(.conditions),
            organisations: try fields.decode([OrganisationID].self, forKey: .organisations),
            countries: try fields.decode([CountryCode].self, forKey: .countries),
            subjects: try fields.decode([SubjectID].self, forKey: .subjects),
            targets: try fields.decode([FrameworkTarget].self, forKey: .targets),
            assistance: try fields.decode([AssistanceTypeID].self, forKey: .assistance),
            year: try fields.decodeIfPresent(Int.self, forKey: .year),
            cost: try fields.decodeIfPresent(Money.self, forKey: .cost),
            request: try fields.decodeIfPresent(RequestID.self, forKey: .request),
            reviewOn: try fields.decodeIfPresent(CalendarDay.self, forKey: .reviewOn),
            links: try fields.decode([Link].self, forKey: .links),
            context: try fields.decodeIfPresent(LocalizedText.self, forKey: .context) ?? LocalizedText(),
            blocks: try fields.decodeIfPresent([Block].self, forKey: .blocks) ?? [],
            figures: try fields.decodeIfPresent([ResultFigure].self, forKey: .figures) ?? [],
            begunFrom: try fields.decodeIfPresent(PracticeID.self, forKey: .begunFrom))
    }

    /// What is empty of the newer fields is left out, so that practices of before keep their bytes.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Field.self)
        try fields.encode(title, forKey: .title)
        try fields.encode(summary, forKey: .summary)
        if !context.isEmpty { try fields.encode(context, forKey: .context) }
        try fields.encode(problem, forKey: .problem)
        try fields.encode(whatWasDone, forKey: .whatWasDone)
        if !blocks.isEmpty { try fields.encode(blocks, forKey: .blocks) }
        try fields.encode(results, forKey: .results)
        if !figures.isEmpty { try fields.encode(figures, forKey: .figures) }
        try fields.encode(whatDidNotWork, forKey: .whatDidNotWork)
        try fields.encode(conditions, forKey: .conditions)
        try fields.encode(organisations, forKey: .organisations)
        try fields.encode(countries, forKey: .countries)
        try fields.encode(subjects, forKey: .subjects)
        try fields.encode(targets, forKey: .targets)
        try fields.encode(assistance, forKey: .assistance)
        try fields.encodeIfPresent(year, forKey: .year)
        try fields.encodeIfPresent(cost, forKey: .cost)
        try fields.encodeIfPresent(request, forKey: .request)
        try fields.encodeIfPresent(begunFrom, forKey: .begunFrom)
        try fields.encodeIfPresent(reviewOn, forKey: .reviewOn)
        try fields.encode(links, forKey: .links)
    }
}
