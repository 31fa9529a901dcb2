internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

extension DraftFormView {
    /// What helps but need not be known at the beginning, in three folds.
    var optionalParts: HTML {
        """
        <h2>\(words("request.section-more"))</h2><p class="hint">\(words("request.section-more-hint"))</p>
        \(part("request.more-results", ["objectives", "results", "beneficiaries"], results))
        \(part("request.more-frame", ["otherCountries", "starts", "ends", "amount", "currency"], frame))
        \(part("request.more-context", ["existingInitiatives", "sentElsewhere", "coFinancing", "links"], context))
        """
    }

    private func part(_ title: MessageKey, _ names: [String], _ body: HTML) -> HTML {
        fold(words(title), isOpen: names.contains { problems[$0] != nil }, body)
    }

    private var results: HTML {
        let beneficiaries = BeneficiaryType.allCases.map {
            Choice(value: $0.rawValue, label: $0.label(in: visit.language))
        }
        return """
            \(area("objectives", mostWords: 800, isOptional: true))
            \(area("results", mostWords: 800, isOptional: true))
            \(field("beneficiaries", isOptional: true).checkboxes(beneficiaries, chosen: chosen("beneficiaries")))
            """
    }

    private var frame: HTML {
        """
        \(area("otherCountries", lines: 3, isOptional: true))
        \(field("starts", isOptional: true).text(form.typed("starts"), kind: .date, isShort: true))
        \(field("ends", isOptional: true).text(form.typed("ends"), kind: .date, isShort: true))
        \(field("amount", isOptional: true).text(form.typed("amount"), isShort: true))
        \(field("currency", isOptional: true).text(form.typed("currency"), isShort: true))
        """
    }

    private var context: HTML {
        """
        \(area("existingInitiatives", mostWords: 400, isOptional: true))
        \(area("sentElsewhere", mostWords: 400, isOptional: true))
        \(area("coFinancing", mostWords: 400, isOptional: true))
        \(area("links", lines: 3, isOptional: true))
        """
    }

    static func name(of group: SubjectGroup) -> String { "subjects-\(group.rawValue)" }

    /// The language the request was written in: that of the first text there is.
    static func language(_ request: Cooperation.Request) -> Language? {
        for text in [request.problem, request.title, request.priorities, request.objectives] {
            if let language = text.best(for: [])?.language { return language }
        }
        return nil
    }

    /// An empty form with what most people choose.
    static func blank(_ visit: Visit, country: String) -> Form {
        let country = CountryCode(country)?.description ?? visit.viewer.countries.sorted().first?.description ?? ""
        return Form(fields: [
            "country": [country], "level": [ApplicationLevel.national.rawValue],
            "urgency": [Cooperation.Request.Urgency.ordinary.rawValue], "languages": [visit.language.code],
            "visibility": ["everybody"], "currency": ["USD"],
        ])
    }

    /// The form as it would have been typed to make this request.
    static func form(of filed: Filed<Cooperation.Request>, _ visit: Visit) -> Form {
        let request = filed.body
        let language = language(request) ?? visit.language
        var fields: [String: [String]] = [
            "base": [String(filed.revision)], "country": [request.country.description],
            "organisation": [request.organisation.rawValue], "targets": request.targets.map(\.description),
            "level": [request.level.rawValue], "beneficiaries": request.beneficiaries.map(\.rawValue),
            "urgency": [request.urgency.rawValue], "products": request.products.map(\.rawValue),
            "languages": request.languages.map(\.description),
            "otherCountries": [
                request.otherCountries.map { $0.country.name(in: visit.language) }.joined(separator: "\n")
            ],
            "starts": [request.starts?.description ?? ""], "ends": [request.ends?.description ?? ""],
            "amount": [request.budget.map { String($0.amount) } ?? ""],
            "currency": [request.budget?.currency ?? "USD"],
            "links": [
                request.links.map { $0.title.isEmpty ? $0.address : "\($0.title) \($0.address)" }.joined(
                    separator: "\n")
            ],
        ]
        let texts: [(String, LocalizedText)] = [
            ("title", request.title), ("problem", request.problem), ("priorities", request.priorities),
            ("objectives", request.objectives), ("results", request.results),
            ("existingInitiatives", request.existingInitiatives), ("sentElsewhere", request.sentElsewhere),
            ("coFinancing", request.coFinancing),
        ]
        for (name, text) in texts { fields[name] = [text[language] ?? visit.plain(text)] }
        for (index, wish) in request.assistance.enumerated() {
            fields["assistance-\(index + 1)"] = [wish.type.description]
            fields["how-\(index + 1)"] = [wish.how[language] ?? visit.plain(wish.how)]
        }
        for subject in request.subjects {
            fields[name(of: subject.subject.group), default: []].append(subject.description)
        }
        fields["visibility"] = ["everybody"]
        if case .named(let readers) = request.visibility {
            fields["visibility"] = ["named"]
            fields["kept-readers"] = readers.map(\.rawValue)
        }
        return Form(fields: fields)
    }

    /// The languages offered as languages of work: the six, those official in at least three places, and those chosen.
    static func workLanguages(_ chosen: Set<String>) -> [LanguageCode] {
        var counts: [LanguageCode: Int] = [:]
        for language in Vocabulary.standard.countries.flatMap(\.languages) { counts[language, default: 0] += 1 }
        let six = Language.allCases.map { LanguageCode($0) }
        let shared = counts.filter { $0.value >= 3 }.keys.sorted().filter { !six.contains($0) }
        let own = chosen.compactMap { LanguageCode($0) }.sorted().filter { !six.contains($0) && !shared.contains($0) }
        return six + shared + own
    }
}
