internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form of a need in steps. What was answered in other steps travels along in hidden fields, so nothing is lost, whatever
/// happens between two of them.
struct NeedFormView {
    let visit: Visit
    let form: Form
    let step: NeedStep
    let problems: FormProblems
    /// The need that is revised; nil for a new one.
    let id: NeedID?
    /// The countries this person may say needs of; nil for all.
    let countries: Set<CountryCode>?
    var notice: String?

    private var words: Words { visit.words }
    private var path: SitePath { id.map { .need($0, .editNeed) } ?? SitePath(.newNeed) }

    func html() -> HTML {
        let title = words(id == nil ? "need.new" : "need.edit")
        return """
            <h1>\(title)</h1>
            \(notice.map { Notice(tone: .act, body: "<p>\($0)</p>").html() })
            \(problems.summary(words).html())
            \(if: id == nil && step == .what, "<p class=\"lead\">\(words("need.lead"))</p>")
            \(line)
            <div class="beside"><div>\(visit.form(to: path, key: form.key, content))</div><aside>\(aside)</aside></div>
            """
    }

    private var line: HTML {
        StepLine(
            words: words,
            steps: NeedStep.allCases.map { other in
                StepLine.Step(
                    name: words(MessageKey("need.step-\(other.name)")),
                    state: other == step ? .now : other.number < step.number ? .done : .next)
            }
        ).html()
    }

    private var content: HTML {
        """
        <h2>\(words(MessageKey("need.ask-\(step.name)")))</h2>
        <input type="hidden" name="\(NeedStep.fieldName)" value="\(step.name)">
        <input type="hidden" name="base" value="\(form.typed("base"))">
        \(carried)\(questions)
        \(buttons(
            submitButton(words(step == .review ? "need.save" : "need.next"), .act, name: "go", value: "next"),
            step.before == nil ? HTML() : submitButton(words("need.back"), name: "go", value: "back")))
        """
    }

    /// The answers of the other steps.
    private var carried: HTML {
        NeedStep.allCases.filter { $0 != step }.flatMap(\.fields).flatMap { name in
            form.fields[name, default: []].map {
                "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML
            }
        }.joined()
    }

    private func field(_ name: String, isOptional: Bool = false) -> Field {
        Field(
            words: words, name: name, label: words(MessageKey("need.q-\(name)")),
            hint: words(MessageKey("need.h-\(name)")), problem: problems[name], isOptional: isOptional)
    }

    private func area(_ name: String, lines: Int, isOptional: Bool = false) -> HTML {
        field(name, isOptional: isOptional).area(form.typed(name), lines: lines)
    }

    private func chosen(_ name: String) -> Set<String> { Set(form.all(name)) }

    private func choices<Value: CaseIterable & RawRepresentable>(
        _: Value.Type, _ key: (String) -> MessageKey
    ) -> [Choice] where Value.RawValue == String {
        Value.allCases.map { value in
            let name = key(value.rawValue)
            let hint = MessageKey(name.name + "-hint")
            return Choice(value: value.rawValue, label: words(name), hint: words.has(hint) ? words(hint) : nil)
        }
    }

    private var questions: HTML {
        switch step {
        case .what: what
        case .place: place
        case .why: why
        case .belongs: belongs
        case .review: NeedReviewView(visit: visit, form: form, problems: problems).html()
        }
    }

    private var what: HTML {
        let all = Vocabulary.standard.countries(orderedIn: visit.language).filter { country in
            countries.map { $0.contains(country.code) } ?? true
        }
        let none = all.count == 1 ? [] : [Choice(value: "", label: words("request.choose"))]
        return """
            \(field("country").select(
                none + all.map { Choice(value: $0.code.description, label: $0.name(in: visit.language)) },
                chosen: form.typed("country")))
            \(area("statement", lines: 5))
            \(fold(words("need.example"), "<p>\(words("need.example-good"))</p><p>\(words("need.example-bad"))</p>"))
            \(field("lack").radios(choices(Need.Lack.self) { "record.lack-\($0)" }, chosen: form.typed("lack")))
            \(area("purpose", lines: 3, isOptional: true))
            """
    }

    private var place: HTML {
        let holders = BeneficiaryType.allCases.map {
            Choice(value: $0.rawValue, label: $0.label(in: visit.language))
        }
        return """
            \(field("level").radios(
                choices(Need.Level.self) { "need.level-\($0)" }, chosen: form.typed("level")))
            \(field("conventions").checkboxes(
                choices(RioConvention.self) { "need.convention-\($0)" }, chosen: chosen("conventions")))
            \(field("priority").radios(choices(Need.Priority.self) { "need.priority-\($0)" },
                chosen: form.typed("priority")))
            \(field("holders", isOptional: true).checkboxes(holders, chosen: chosen("holders")))
            \(field("due", isOptional: true).text(form.typed("due"), kind: .date, isShort: true))
            """
    }

    private var why: HTML {
        """
        \(area("causes", lines: 5))
        \(area("remedy", lines: 4, isOptional: true))
        \(field("assistance").checkboxes(
            Vocabulary.standard.topAssistanceTypes.map { type in
                Choice(
                    value: type.id.description, label: type.labels[visit.language],
                    hint: type.definition[visit.language])
            } + finer, chosen: chosen("assistance")))
        """
    }

    /// Narrower types that were chosen elsewhere, in a workbook or by the machine, so that they are not lost here.
    private var finer: [Choice] {
        chosen("assistance").compactMap { AssistanceTypeID($0) }.filter { $0.level > 1 }.sorted().map {
            Choice(value: $0.description, label: $0.label(in: visit.language))
        }
    }

    private var belongs: HTML {
        let headings = NeedHeading.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: visit.language)) }
        let targets = FrameworkTarget.allCases.map { Choice(value: $0.description, label: visit.name(of: $0)) }
        return """
            \(field("heading", isOptional: true).select(
                [Choice(value: "", label: words("need.no-heading"))] + headings, chosen: form.typed("heading")))
            <h3>\(words("need.q-subjects"))</h3><p class="hint">\(words("need.h-subjects"))</p>
            \(SubjectGroup.allCases.map(subjects))
            \(fold(
                words("request.show-targets"), isOpen: !chosen("targets").isEmpty || problems["targets"] != nil,
                field("targets", isOptional: true).checkboxes(targets, chosen: chosen("targets"))))
            \(field("year", isOptional: true).text(form.typed("year"), kind: .number, isShort: true))
            \(field("source", isOptional: true).text(form.typed("source")))
            """
    }

    private func subjects(_ group: SubjectGroup) -> HTML {
        let chosen = chosen("subjects")
        let label = group.label(in: visit.language)
        let choices = group.subjects.map { Choice(value: $0.id.description, label: $0.label(in: visit.language)) }
        let isOpen = choices.contains { chosen.contains($0.value) }
        let boxes = choices.enumerated().map { position, choice in
            // One name for all groups: an identifier of its own for each box.
            let id = "subjects-\(group.rawValue)-\(position + 1)"
            return """
                <div class="choice"><input type="checkbox" id="\(id)" name="subjects" value="\(choice.value)"\
                \(attribute: "checked", if: chosen.contains(choice.value))><label for="\(id)">\(choice.label)</label></div>
                """ as HTML
        }
        return fold(
            label, isOpen: isOpen,
            "<fieldset class=\"field\"><legend class=\"hidden\">\(label)</legend>\(boxes)</fieldset>")
    }

    private var aside: HTML {
        """
        <h2>\(words("request.definitions"))</h2>
        <p><b>\(words("request.definition-need"))</b> \(Definition.need.texts[visit.language])</p>
        <p><b>\(words("request.definition-technology"))</b> \(Definition.technology.texts[visit.language])</p>
        <h2>\(words("need.offline"))</h2><p>\(words("need.offline-body"))</p>
        <p>\(visit.link(words("need.template"), SitePath(.needTemplate)).html())</p>
        """
    }
}
