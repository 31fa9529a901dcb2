internal import Cooperation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The form of a record: its questions in sections, filled from what was typed, whether that came from a browser or from the
/// paper.
struct RecordFormView<Body: Writable> {
    let visit: Visit
    let form: Form
    let problems: FormProblems
    /// The record that is revised; nil for a new one.
    let id: ID<Body>?
    /// Those the person may write for.
    let institutions: [Filed<Organisation>]
    let notice: String?
    /// Where it is sent, where that is not the place of a record.
    var target: SitePath?
    /// The buttons that end it, where they are not those of a record.
    var ending: HTML?
    /// What stands above it.
    var above = HTML()

    private var words: Words { visit.words }
    private var kind: String { Body.kind.rawValue }

    var title: String { words(MessageKey("writing.\(id == nil ? "new" : "edit")-\(kind)")) }

    func html() -> HTML {
        """
        <h1>\(title)</h1>
        \(above)
        \(notice.map { Notice(tone: .act, body: "<p>\($0)</p>").html() })
        \(problems.summary(words).html())
        <div class="beside"><div>\(visit.form(to: place, key: form.key, content))</div><aside>\(aside)</aside></div>
        """
    }

    private var place: SitePath { target ?? id.map { Body.path($0, Body.editPlace()) } ?? SitePath(Body.newPlace()) }

    private var content: HTML {
        """
        \(if: hasParts, firstButton)
        <input type="hidden" name="base" value="\(form.typed("base"))">
        \(if: !form.typed("request").isEmpty, "<input type=\"hidden\" name=\"request\" value=\"\(form.typed("request"))\">")
        \(if: !form.typed("begunFrom").isEmpty, "<input type=\"hidden\" name=\"begunFrom\" value=\"\(form.typed("begunFrom"))\">")
        \(Body.sections(visit).map(section))
        \(ending ?? buttons(submitButton(words("writing.save"), .act), keep, back))
        """
    }

    /// What the key Enter presses in a line is the first button of a form: that must be the one that saves, not one that
    /// takes a part out.
    private var firstButton: HTML {
        "<button class=\"hidden\" tabindex=\"-1\" aria-hidden=\"true\">\(words("writing.save"))</button>"
    }

    private var hasParts: Bool {
        Body.questions(visit).contains { if case .parts = $0.kind { true } else { false } }
    }

    /// For who is not ready: what she has written is kept, and nobody else sees it.
    private var keep: HTML {
        guard id == nil, Body.canBeKept else { return HTML() }
        return submitButton(words("shop.keep"), name: "keep", value: "1")
    }

    private var back: HTML {
        let path = id.map { Body.path($0) } ?? SitePath(.work)
        return visit.link(words("writing.cancel"), path).button(.plain)
    }

    private var aside: HTML {
        let about = MessageKey("writing.about-\(kind)")
        return words.has(about) ? "<h2>\(words("writing.before"))</h2><p>\(words(about))</p>" : HTML()
    }

    private func section(_ section: QuestionSection) -> HTML {
        let title = words(MessageKey("writing.section-\(section.name)"))
        let body = section.questions.map { question($0) }.joined()
        guard section.isFolded else { return "<h2>\(title)</h2>\(body)" }
        let isOpen = section.questions.contains { question in
            problems[question.name] != nil || !form.all(question.name).allSatisfy(\.isEmpty)
                || !form.places(of: question.name).isEmpty
        }
        return fold(title, isOpen: isOpen, body)
    }

    /// - Parameter asked: as the catalogues know the question, where the field has another name.
    private func field(_ name: String, asked: String? = nil, isOptional: Bool = false) -> Field {
        let asked = asked ?? name
        func key(_ part: String) -> MessageKey {
            let own = MessageKey("writing.\(part)-\(kind)-\(asked)")
            return words.has(own) ? own : MessageKey("writing.\(part)-\(asked)")
        }
        let hint = key("hint")
        return Field(
            words: words, name: name, label: words(key("q")), hint: words.has(hint) ? words(hint) : nil,
            problem: problems[name], isOptional: isOptional)
    }

    private func question(_ question: Question, named: String? = nil, asked: String? = nil) -> HTML {
        let name = named ?? question.name
        let field = field(name, asked: asked, isOptional: question.isOptional)
        let typed = form.typed(name)
        let chosen = Set(form.all(name))
        switch question.kind {
        case .line: return field.text(typed)
        case .passage(let lines, let most): return field.area(typed, lines: lines, mostWords: most)
        case .number: return field.text(typed, isShort: true)
        case .day: return field.text(typed, kind: .date, isShort: true)
        case .money:
            let currency = self.field(name + "-currency", isOptional: true)
            return field.text(typed, isShort: true) + currency.text(form.typed(name + "-currency"), isShort: true)
        case .links: return field.area(typed, lines: 3)
        case .institution: return field.radios(ownInstitutions, chosen: typed.isEmpty ? only : typed)
        case .institutions where ownInstitutions.isEmpty: return HTML()
        case .institutions: return field.checkboxes(ownInstitutions, chosen: chosen)
        case .country: return field.select(countries, chosen: typed)
        case .countries: return field.area(typed, lines: 3)
        case .coverage:
            let choices = ["everywhere", "countries"].map {
                Choice(value: $0, label: words(MessageKey("writing.coverage-\($0)")))
            }
            let places = self.field(name + "-countries", isOptional: true)
            return field.radios(choices, chosen: typed.isEmpty ? "everywhere" : typed)
                + places.area(form.typed(name + "-countries"), lines: 3)
        case .choices(let choices, let isSingle):
            return isSingle ? field.radios(choices, chosen: typed) : field.checkboxes(choices, chosen: chosen)
        case .subjects: return folded(field, subjects, chosen)
        case .targets: return folded(field, targets, chosen)
        case .assistance: return folded(field, assistance, chosen)
        case .languages: return folded(field, languages(chosen), chosen)
        case .parts(let questions, let most): return parts(field, questions, most: most)
        }
    }

    /// The parts of a question one below the other, each with a button that takes it out, and one that adds another. The
    /// buttons send the form, which comes back with everything that was typed, at the place they speak of.
    private func parts(_ field: Field, _ questions: [Question], most: Int) -> HTML {
        let name = field.name
        let found = form.places(of: name)
        let places = found.isEmpty ? [1] : found
        let next = "\(visit.address(place))#\(name)-\((places.last ?? 1) + 1)"
        let add: HTML = """
            <button name="part" value="\(name)" formaction="\(next)" class="button">\(words(MessageKey("writing.add-\(name)")))</button>
            """
        return """
            <fieldset class="field" id="\(name)"><legend>\(field.label)\(field.optional)</legend>\(field.explanation)
            \(places.enumerated().map { order, place in part(name, place, order + 1, questions, isOnly: found.count < 2) })
            \(if: places.count < most, buttons(add))</fieldset>
            """
    }

    private func part(_ name: String, _ number: Int, _ order: Int, _ questions: [Question], isOnly: Bool) -> HTML {
        let origin = PartField.name(name, number, PartField.origin)
        let label = words(MessageKey("writing.part-\(name)"), ["number": words.number(order)])
        let remove: HTML = """
            <button name="part" value="\(name)-\(number)" formaction="\(visit.address(place))#\(name)" class="button plain">\
            \(words(MessageKey("writing.remove-\(name)"), ["number": words.number(order)]))</button>
            """
        return """
            <fieldset class="card" id="\(name)-\(number)"><legend>\(label)</legend>
            <input type="hidden" name="\(origin)" value="\(form.typed(origin))">
            \(questions.map { question($0, named: PartField.name(name, number, $0.name), asked: "\(name)-\($0.name)") })
            \(if: !isOnly, buttons(remove))</fieldset>
            """
    }

    /// A long list of boxes, folded until something in it is chosen or wrong.
    private func folded(_ field: Field, _ choices: [Choice], _ chosen: Set<String>) -> HTML {
        fold(field.label, isOpen: !chosen.isEmpty || field.problem != nil, field.checkboxes(choices, chosen: chosen))
    }

    private var ownInstitutions: [Choice] {
        institutions.map { Choice(value: $0.id.rawValue, label: visit.plain($0.body.name)) }
    }

    private var only: String? { institutions.count == 1 ? institutions.first?.id.rawValue : nil }

    private var countries: [Choice] {
        [Choice(value: "", label: words("request.choose"))]
            + Vocabulary.standard.countries(orderedIn: visit.language).map {
                Choice(value: $0.code.description, label: $0.name(in: visit.language))
            }
    }

    private var subjects: [Choice] {
        words.sorted(Vocabulary.standard.subjects) { $0.label(in: visit.language) }.map {
            Choice(value: $0.id.description, label: $0.label(in: visit.language))
        }
    }

    private var targets: [Choice] {
        FrameworkTarget.allCases.map { Choice(value: $0.description, label: visit.name(of: $0)) }
    }

    private var assistance: [Choice] {
        Vocabulary.standard.assistanceTypes.map { type in
            let own = type.id.label(in: visit.language)
            let parent = type.id.parent.map { $0.label(in: visit.language) }
            return Choice(value: type.id.description, label: parent.map { "\($0) – \(own)" } ?? own)
        }
    }

    private func languages(_ chosen: Set<String>) -> [Choice] {
        DraftFormView.workLanguages(chosen).map { Choice(value: $0.description, label: visit.name(of: $0)) }
    }
}
