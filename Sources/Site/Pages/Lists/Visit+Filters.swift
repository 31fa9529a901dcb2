internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The questions that narrow lists.
extension Visit {
    func countryFilter(_ chosen: CountryCode?, label: String) -> HTML {
        let countries = words.sorted(Vocabulary.standard.countries) { $0.name(in: language) }
        return Field(words: words, name: "country", label: label).select(
            [anything] + countries.map { Choice(value: $0.code.description, label: $0.name(in: language)) },
            chosen: chosen?.description)
    }

    func subjectFilter(_ chosen: SubjectID?) -> HTML {
        let subjects = words.sorted(Vocabulary.standard.subjects) { $0.label(in: language) }
        return Field(words: words, name: "subject", label: words("record.subject")).select(
            [anything] + subjects.map { Choice(value: $0.id.description, label: $0.label(in: language)) },
            chosen: chosen?.description)
    }

    func regionFilter(_ chosen: Region?) -> HTML {
        Field(words: words, name: "region", label: words("country.region")).select(
            [anything] + Region.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: language)) },
            chosen: chosen?.rawValue)
    }

    func targetFilter(_ chosen: FrameworkTarget?) -> HTML {
        Field(words: words, name: "target", label: words("topic.target-kind")).select(
            [anything] + FrameworkTarget.allCases.map { Choice(value: $0.description, label: name(of: $0)) },
            chosen: chosen?.description)
    }

    func assistanceFilter(_ chosen: AssistanceTypeID?) -> HTML {
        var types = Vocabulary.standard.topAssistanceTypes.map(\.id)
        if let chosen, !types.contains(chosen) { types.append(chosen) }
        return Field(words: words, name: "assistance", label: words("record.assistance")).select(
            [anything] + types.map { Choice(value: $0.description, label: $0.label(in: language)) },
            chosen: chosen?.description)
    }

    func directionFilter(_ chosen: CooperationDirection?) -> HTML {
        Field(words: words, name: "direction", label: words("partnership.direction")).select(
            [anything] + CooperationDirection.allCases.map { Choice(value: $0.rawValue, label: words($0.message)) },
            chosen: chosen?.rawValue)
    }

    private var anything: Choice { Choice(value: "", label: words("record.any")) }
}
