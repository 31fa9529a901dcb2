internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Reads the answers of a record's form one by one and gathers what is wrong, by the form's own names.
struct RecordReader {
    let form: Form
    let visit: Visit
    private(set) var problems: [Problem] = []
    /// Where the parts of a question that were read stand in the form: problems of the second part are shown there.
    private(set) var places: [String: [Int]] = [:]
    private let language: Language

    /// - Parameter longest: the question whose answer tells the language of all.
    init(_ form: Form, _ visit: Visit, longest: [String]) {
        self.form = form
        self.visit = visit
        language = Visit.language(of: longest.map(form.typed).joined(separator: "\n")) ?? visit.language
    }

    mutating func wrong(_ field: String, _ code: Problem.Code) { problems.append(Problem(field: field, code: code)) }

    /// What was typed, in the language of the whole; versions in other languages stay as they were.
    mutating func text(_ name: String, _ base: LocalizedText? = nil) throws -> LocalizedText {
        let typed = try form.text(name)
        guard let base, !base.isEmpty else { return LocalizedText(typed, in: language) }
        // What she was shown and left as it was keeps its language and origin.
        if typed == visit.plain(base) { return base }
        var text = base
        text.set(typed, in: language, origin: .written)
        return text
    }

    mutating func number(_ name: String) -> Int? { form.number(name, &problems) }

    /// An identifier that checks itself; nil where none was typed.
    mutating func identifier<Value>(_ name: String, _ make: (String) -> Value?) throws -> Value? {
        let typed = try form.text(name)
        if typed.isEmpty { return nil }
        let value = make(typed)
        if value == nil { wrong(name, .notAnIdentifier) }
        return value
    }

    /// `09:30`; nil where nothing was typed.
    mutating func time(_ name: String) throws -> OfficeHours.Time? {
        let typed = try form.text(name)
        if typed.isEmpty { return nil }
        let time = OfficeHours.Time(typed)
        if time == nil { wrong(name, .notATime) }
        return time
    }

    mutating func day(_ name: String) -> CalendarDay? { form.day(name, &problems) }

    mutating func money(_ name: String) throws -> Money? {
        try form.money(name, currency: name + "-currency", &problems)
    }

    mutating func choices<Item>(_ name: String, _ make: (String) -> Item?) -> [Item] {
        form.choices(name, &problems, make)
    }

    mutating func choice<Item>(_ name: String, _ make: (String) -> Item?) -> Item? {
        let all = choices(name, make)
        if all.isEmpty, form.typed(name).isEmpty { wrong(name, .missing) }
        return all.first
    }

    /// An institution the person speaks for, or the one the record names already.
    mutating func institution(_ name: String, base: OrganisationID?) -> OrganisationID? {
        choice(name) { OrganisationID(rawValue: $0) } ?? base
    }

    mutating func institutions(_ name: String) -> [OrganisationID] { choices(name) { OrganisationID(rawValue: $0) } }

    /// Country names in any of the six languages, or codes, one on each line; a group stands for those who belong to it today.
    mutating func countries(_ name: String) throws -> [CountryCode] {
        try form.countries(name, groupsOn: visit.now, &problems)
    }

    mutating func coverage(_ name: String) throws -> Coverage {
        if form.typed(name) != "countries" { return .everywhere }
        return .countries(Set(try countries(name + "-countries")))
    }

    /// Nil where nothing was typed.
    func optional(_ name: String) throws -> String? {
        let typed = try form.text(name)
        return typed.isEmpty ? nil : typed
    }

    /// One on each line.
    func lines(_ name: String) throws -> [String] { try form.lines(name) }

    func links(_ name: String) throws -> [Cooperation.Link] { try form.links(name) }

    /// The parts of a question, one after the other; what is left empty is passed over.
    ///
    /// - Parameter read: one part, given the name of its field and the part of the earlier revision it was.
    mutating func parts<Part>(
        _ question: String, _ base: [Part]?, isEmpty: (Part) -> Bool,
        _ read: (inout RecordReader, (String) -> String, Part?) throws -> Part
    ) throws -> [Part] {
        var parts: [Part] = []
        var kept: [Int] = []
        for place in form.places(of: question) {
            let before = problems
            let origin = Int(form.typed(PartField.name(question, place, PartField.origin))) ?? 0
            let earlier = base.flatMap { $0.indices.contains(origin - 1) ? $0[origin - 1] : nil }
            let part = try read(&self, { PartField.name(question, place, $0) }, earlier)
            if isEmpty(part), problems == before { continue }
            parts.append(part)
            kept.append(place)
        }
        places[question] = kept
        return parts
    }
}

extension Form {
    /// The places at which a form has parts of a question, from 1.
    func places(of question: String) -> [Int] {
        let begin = question + "-"
        let found = fields.keys.compactMap { name -> Int? in
            guard name.hasPrefix(begin) else { return nil }
            let rest = name.dropFirst(begin.count).split(separator: "-", maxSplits: 1)
            return rest.count == 2 ? Int(rest[0]).flatMap { (1...99).contains($0) ? $0 : nil } : nil
        }
        return Set(found).sorted()
    }

    /// The form with one part more, or with one taken out, as its button asks: `blocks`, `blocks-2`. Nil where no such button
    /// was pressed. Nothing else that was typed changes.
    func withPartsChanged(_ questions: [Question]) -> Form? {
        let asked = typed("part")
        for question in questions {
            guard case .parts(let parts, let most) = question.kind else { continue }
            if asked == question.name { return adding(question.name, parts, most: most) }
            let begin = question.name + "-"
            if asked.hasPrefix(begin), let place = Int(asked.dropFirst(begin.count)) {
                return removing(place, of: question.name)
            }
        }
        return nil
    }

    private func adding(_ question: String, _ parts: [Question], most: Int) -> Form {
        let places = places(of: question)
        guard places.count < most, let first = parts.first else { return self }
        var changed = fields
        // The form shows one empty part where there is none yet.
        if places.isEmpty { changed[PartField.name(question, 1, first.name)] = [""] }
        changed[PartField.name(question, (places.last ?? 1) + 1, first.name)] = [""]
        return Form(fields: changed)
    }

    /// Those behind it move up.
    private func removing(_ place: Int, of question: String) -> Form {
        var changed = fields
        let begin = question + "-"
        for name in fields.keys where name.hasPrefix(begin) {
            let rest = name.dropFirst(begin.count).split(separator: "-", maxSplits: 1).map(String.init)
            guard rest.count == 2, let own = Int(rest[0]), own >= place else { continue }
            changed[name] = nil
        }
        for (name, values) in fields where name.hasPrefix(begin) {
            let rest = name.dropFirst(begin.count).split(separator: "-", maxSplits: 1).map(String.init)
            guard rest.count == 2, let own = Int(rest[0]), own > place else { continue }
            changed[PartField.name(question, own - 1, rest[1])] = values
        }
        return Form(fields: changed)
    }
}

extension CountryGroup {
    /// By its name in any of the six languages, or the letters everybody uses for it.
    init?(named text: String) {
        let letters: [String: CountryGroup] = [
            "ldc": .leastDeveloped, "ldcs": .leastDeveloped, "pma": .leastDeveloped, "sids": .smallIslandDeveloping,
            "peid": .smallIslandDeveloping, "lldc": .landlockedDeveloping, "lldcs": .landlockedDeveloping,
        ]
        let folded = Folding.fold(text)
        if let known = letters[folded] {
            self = known
            return
        }
        let found = CountryGroup.allCases.first { group in
            Language.allCases.contains { Folding.fold(group.label(in: $0)) == folded }
        }
        guard let found else { return nil }
        self = found
    }
}
