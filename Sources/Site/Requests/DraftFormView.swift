internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form of a request: three plain questions, then the rest in sections, the optional parts folded. It is filled from
/// what was typed, whether that came from a browser or from the papers.
struct DraftFormView {
    let visit: Visit
    let form: Form
    let problems: FormProblems
    /// The request that is revised; nil for a new one.
    let id: RequestID?
    let institutions: [Filed<Organisation>]
    /// Readers named before.
    let readers: [AccountID: String]
    let notice: String?
    /// The parts shown; more than one where another has problems.
    var parts: [DraftPart] = DraftPart.allCases
    /// The request as it was filed, to tell which parts are complete.
    var request: Cooperation.Request?
    /// Drafts begun earlier, for who begins another.
    var drafts: [DossierCard] = []
    /// What is still unclear in it, and what may answer it already.
    var help: DraftHelp?

    var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words(id == nil ? "request.new" : "request.edit"))</h1>
        \(notice.map { Notice(tone: .act, body: "<p>\($0)</p>").html() })
        \(problems.summary(words).html())
        \(if: id == nil, "<p class=\"lead\">\(words("request.new-lead"))</p>")
        \(if: !drafts.isEmpty, earlier)
        \(DraftSteps(visit: visit, id: id, current: parts.first, request: request).html())
        <div class="beside"><div id="draft" data-restore="\(words("draft.restore"))" data-forget="\(words("draft.forget"))" data-found="\(words("draft.found"))">
        \(visit.form(to: id.map { .request($0, .editRequest) } ?? SitePath(.newRequest), key: form.key, content))
        </div><aside>\(DraftHelpView(visit: visit, help: help).html())\(aside)</aside></div>
        """
    }

    private var earlier: HTML {
        Notice(
            title: words("draft.earlier", count: drafts.count),
            body: """
                <ul>\(drafts.map { card in
                    "<li><a href=\"\(visit.address(.request(card.request.id, .editRequest)))\">\(visit.title(of: card.request.body))</a></li>" as HTML
                })</ul>
                """
        ).html()
    }

    private var content: HTML {
        """
        <input type="hidden" name="base" value="\(form.typed("base"))">
        \(if: parts.count < DraftPart.allCases.count, """
            <input type="hidden" name="\(DraftPart.fieldName)" value="\(parts.first?.rawValue ?? "")">
            """)
        \(parts.map(content))
        <p>\(words("request.save-note"))</p>
        \(buttons(
            submitButton(words("request.save"), .act),
            submitButton(words("draft.later"), name: DraftThen.fieldName, value: DraftThen.later.rawValue),
            submitButton(words("draft.check"), name: DraftThen.fieldName, value: DraftThen.check.rawValue)))
        """
    }

    private func content(_ part: DraftPart) -> HTML {
        switch part {
        case .need:
            section("request.section-short", threeQuestions) + section("request.section-who", institution)
        case .about: section("request.section-what", about)
        case .how: section("request.section-how", how)
        case .more: optionalParts
        case .readers: section("request.section-readers", visibility)
        }
    }

    private func section(_ title: MessageKey, _ body: HTML) -> HTML { "<h2>\(words(title))</h2>\(body)" }

    func field(_ name: String, as key: String? = nil, isOptional: Bool = false) -> Field {
        let key = key ?? name
        let hint = MessageKey("request.hint-\(key)")
        return Field(
            words: words, name: name, label: words(MessageKey("request.q-\(key)")),
            hint: words.has(hint) ? words(hint) : nil, problem: problems[name], isOptional: isOptional)
    }

    func area(_ name: String, lines: Int = 5, mostWords: Int? = nil, isOptional: Bool = false) -> HTML {
        field(name, isOptional: isOptional).area(form.typed(name), lines: lines, mostWords: mostWords)
    }

    func chosen(_ name: String) -> Set<String> { Set(form.all(name)) }

    private var threeQuestions: HTML {
        """
        \(area("problem", lines: 8, mostWords: 1000))
        \(fold(words("request.example"), "<p>\(words("request.example-problem"))</p>"))
        \(wish(1))
        \(fold(
            words("request.more-help"), isOpen: !form.typed("assistance-2").isEmpty || problems["assistance-2"] != nil,
            wish(2) + wish(3)))
        \(field("country").select(countries(words("request.choose")), chosen: form.typed("country")))
        """
    }

    private func wish(_ line: Int) -> HTML {
        let none = [Choice(value: "", label: words("request.choose"))]
        let types = Vocabulary.standard.assistanceTypes.map { type in
            let own = type.id.label(in: visit.language)
            let parent = type.id.parent.map { $0.label(in: visit.language) }
            return Choice(value: type.id.description, label: parent.map { "\($0) – \(own)" } ?? own)
        }
        return field("assistance-\(line)", as: "assistance").select(
            none + types, chosen: form.typed("assistance-\(line)"))
            + field("how-\(line)", as: "how", isOptional: true).area(
                form.typed("how-\(line)"), lines: 3, mostWords: 200)
    }

    func countries(_ none: String) -> [Choice] {
        [Choice(value: "", label: none)]
            + Vocabulary.standard.countries(orderedIn: visit.language).map {
                Choice(value: $0.code.description, label: $0.name(in: visit.language))
            }
    }

    private var institution: HTML {
        let own = institutions.map { Choice(value: $0.id.rawValue, label: visit.plain($0.body.name)) }
        let other = Choice(value: DraftReading.newInstitution, label: words("request.other-institution"))
        let types = OrganisationType.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: visit.language)) }
        let isOpen =
            own.isEmpty || form.typed("organisation") == DraftReading.newInstitution
            || problems["institution-name"] != nil || problems["institution-type"] != nil
        let made = """
            \(field("institution-name").text(form.typed("institution-name"), autocomplete: "organization"))
            \(field("institution-type").select(
                [Choice(value: "", label: words("request.choose"))] + types, chosen: form.typed("institution-type")))
            \(field("institution-country", isOptional: true).select(
                countries(words("request.same-country")), chosen: form.typed("institution-country")))
            """ as HTML
        if own.isEmpty { return "<p class=\"hint\">\(words("request.no-institution"))</p>\(made)" }
        let chosen = form.typed("organisation")
        return field("organisation").radios(own + [other], chosen: chosen.isEmpty ? own.first?.value : chosen)
            + fold(words("request.other-institution"), isOpen: isOpen, made)
    }

    private var about: HTML {
        let targets = FrameworkTarget.allCases.map { Choice(value: $0.description, label: visit.name(of: $0)) }
        let levels = ApplicationLevel.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: visit.language)) }
        return """
            \(field("title").text(form.typed("title")))
            <h3>\(words("request.q-subjects"))</h3><p class="hint">\(words("request.hint-subjects"))</p>
            \(SubjectGroup.allCases.map(subjects))
            <h3>\(words("request.q-targets"))</h3>
            \(fold(
                words("request.show-targets"), isOpen: !chosen("targets").isEmpty || problems["targets"] != nil,
                field("targets").checkboxes(targets, chosen: chosen("targets"))))
            \(area("priorities", mostWords: 400))
            \(field("level").radios(levels, chosen: form.typed("level")))
            """
    }

    private func subjects(_ group: SubjectGroup) -> HTML {
        let name = Self.name(of: group)
        let label = group.label(in: visit.language)
        let choices = group.subjects.map { Choice(value: $0.id.description, label: $0.label(in: visit.language)) }
        return fold(
            label, isOpen: !chosen(name).isEmpty || problems[name] != nil,
            Field(words: words, name: name, label: label, problem: problems[name])
                .checkboxes(choices, chosen: chosen(name)))
    }

    private var how: HTML {
        let urgencies = Cooperation.Request.Urgency.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("request.urgency-\($0.rawValue)")))
        }
        let products = Cooperation.Request.Product.allCases.map {
            Choice(
                value: $0.rawValue, label: words(MessageKey("request.product-\($0.rawValue)")),
                hint: words(MessageKey("request.product-\($0.rawValue)-hint")))
        }
        let languages = Self.workLanguages(chosen("languages")).map {
            Choice(value: $0.description, label: visit.name(of: $0))
        }
        return """
            \(field("urgency").radios(urgencies, chosen: form.typed("urgency")))
            \(field("languages").checkboxes(languages, chosen: chosen("languages")))
            \(field("products", isOptional: true).checkboxes(products, chosen: chosen("products")))
            """
    }

    private var visibility: HTML {
        let choices = [
            Choice(value: "everybody", label: words("request.visible-all"), hint: words("request.visible-all-hint")),
            Choice(value: "named", label: words("request.visible-named"), hint: words("request.visible-named-hint")),
        ]
        let kept = readers.sorted { $0.value < $1.value }.map { Choice(value: $0.key.rawValue, label: $0.value) }
        return """
            \(field("visibility").radios(choices, chosen: form.typed("visibility")))
            \(if: !kept.isEmpty, field("kept-readers").checkboxes(kept, chosen: chosen("kept-readers")))
            \(area("readers", lines: 3, isOptional: true))
            """
    }

    private var aside: HTML {
        """
        <h2>\(words("request.what-follows"))</h2><p>\(words("request.what-follows-body"))</p>
        <p>\(words("request.no-promise"))</p>
        <h2>\(words("request.definitions"))</h2>
        <p><b>\(words("request.definition-need"))</b> \(Definition.need.texts[visit.language])</p>
        <p><b>\(words("request.definition-technology"))</b> \(Definition.technology.texts[visit.language])</p>
        \(fold(words("request.definitions-help"), typesOfHelp))
        <p>\(visit.link(words("draft.empty-form"), SitePath(.paperForm)).html())</p>
        """
    }

    private var typesOfHelp: HTML {
        facts(
            Vocabulary.standard.assistanceTypes.map { type in
                (type.labels[visit.language], HTML(text: type.definition[visit.language]))
            })
    }
}
