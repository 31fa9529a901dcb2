internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The questions that narrow the matrix.
struct MatrixFilters {
    let visit: Visit
    let query: MatrixQuery
    let years: [Int]

    private var words: Words { visit.words }
    private var language: Language { visit.language }

    func html() -> HTML {
        let filter = query.filter
        return """
            \(select("region", "country.region", Region.allCases.map { ($0.rawValue, $0.label(in: language)) },
                filter.region?.rawValue))
            \(visit.countryFilter(filter.country, label: words("common.country")))
            \(select("group", "country.groups", CountryGroup.allCases.map { ($0.rawValue, $0.label(in: language)) },
                filter.group?.rawValue))
            \(visit.subjectFilter(filter.subject))
            \(select("target", "record.targets", FrameworkTarget.allCases.map { ($0.description, visit.name(of: $0)) },
                filter.target?.description))
            \(select("year", "matrix.year", years.map { (String($0), String($0)) }, filter.year.map(String.init)))
            \(select("state", "matrix.state", NeedState.allCases.map {
                ($0.rawValue, words(MessageKey("matrix.state-\($0.rawValue)")))
            }, filter.state?.rawValue))
            """
    }

    private func select(
        _ name: String, _ label: MessageKey, _ choices: [(String, String)], _ chosen: String?
    ) -> HTML {
        Field(words: words, name: name, label: words(label)).select(
            [Choice(value: "", label: words("record.any"))] + choices.map { Choice(value: $0.0, label: $0.1) },
            chosen: chosen)
    }
}
