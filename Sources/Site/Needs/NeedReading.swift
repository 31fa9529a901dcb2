internal import Cooperation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The form of a need, read: the need it makes and everything that is wrong with it, by the form's own field names.
struct NeedReading: Sendable {
    private(set) var need: Need
    private(set) var problems: [Problem] = []

    /// - Parameter base: the need as it was, where one is revised.
    init(_ form: Form, base: Need?, _ visit: Visit) throws {
        let country = CountryCode(form.typed("country")) ?? base?.country
        let lack = Need.Lack(rawValue: form.typed("lack"))
        guard let any = Vocabulary.standard.countries.first?.code else { throw WebProblem(.unexpected) }
        need = base ?? Need(country: country ?? any, statement: LocalizedText(), lack: lack ?? .capacity)
        need.country = country ?? any
        need.lack = lack ?? need.lack
        if country == nil { wrong("country", form.typed("country").isEmpty ? .missing : .notAChoice) }
        if lack == nil { wrong("lack", form.typed("lack").isEmpty ? .missing : .notAChoice) }
        let told = ["statement", "purpose", "causes", "remedy"].map(form.typed).joined(separator: "\n")
        let language = Visit.language(of: told) ?? visit.language
        need.statement = try text(form, "statement", language, base?.statement)
        need.purpose = try text(form, "purpose", language, base?.purpose)
        need.causes = try text(form, "causes", language, base?.causes)
        need.remedy = try text(form, "remedy", language, base?.remedy)
        need.level = one(form, "level") { Need.Level(rawValue: $0) }
        need.priority = one(form, "priority") { Need.Priority(rawValue: $0) }
        need.heading = one(form, "heading") { NeedHeading(rawValue: $0) }
        need.conventions = several(form, "conventions") { RioConvention(rawValue: $0) }
        need.holders = several(form, "holders") { BeneficiaryType(rawValue: $0) }
        need.assistance = several(form, "assistance") { AssistanceTypeID($0) }
        need.subjects = several(form, "subjects") { SubjectID($0) }
        need.targets = several(form, "targets") { FrameworkTarget($0) }
        need.year = form.number("year", &problems)
        need.due = form.day("due", &problems)
        need.source = try form.text("source")
    }

    /// What keeps it from being filed: all that the template asks for; of a need that came from a document only what must be.
    var problemsOfFiling: [Problem] {
        let own = need.passages.isEmpty ? need.problemsOfTemplate() : need.problems()
        return problems + own.filter { problem in !problems.contains { $0.field == problem.field } }
    }

    private mutating func wrong(_ field: String, _ code: Problem.Code) {
        problems.append(Problem(field: field, code: code))
    }

    /// A text in the language of the form; versions in other languages stay only while the text they translate stays.
    private func text(
        _ form: Form, _ name: String, _ language: Language, _ before: LocalizedText?
    ) throws -> LocalizedText {
        let typed = try form.text(name)
        if let before, before.languages.contains(where: { before[$0] == typed }) { return before }
        return LocalizedText(typed, in: language)
    }

    private mutating func one<Value>(_ form: Form, _ name: String, _ make: (String) -> Value?) -> Value? {
        let typed = form.typed(name)
        if typed.isEmpty { return nil }
        let value = make(typed)
        if value == nil { wrong(name, .notAChoice) }
        return value
    }

    private mutating func several<Value: Hashable>(
        _ form: Form, _ name: String, _ make: (String) -> Value?
    ) -> [Value] {
        var values: [Value] = []
        for typed in form.all(name) {
            guard let value = make(typed) else {
                wrong(name, .notAChoice)
                continue
            }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }
}

extension NeedReading {
    /// The form of a need that is there already.
    static func form(of need: Need, revision: Int, _ visit: Visit) -> Form {
        Form(fields: [
            "base": [String(revision)], "country": [need.country.description],
            "statement": [visit.plain(need.statement)], "purpose": [visit.plain(need.purpose)],
            "causes": [visit.plain(need.causes)], "remedy": [visit.plain(need.remedy)], "lack": [need.lack.rawValue],
            "level": [need.level?.rawValue ?? ""], "priority": [need.priority?.rawValue ?? ""],
            "heading": [need.heading?.rawValue ?? ""], "conventions": need.conventions.map(\.rawValue),
            "holders": need.holders.map(\.rawValue), "assistance": need.assistance.map(\.description),
            "subjects": need.subjects.map(\.description), "targets": need.targets.map(\.description),
            "year": [need.year.map(String.init) ?? ""], "due": [need.due?.description ?? ""],
            "source": [need.source],
        ])
    }
}
