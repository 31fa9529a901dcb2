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

    mutating func day(_ name: String) -> CalendarDay? { form.day(name, &problems) }

    /// `20 000` and the currency beside it; dollars where none is named.
    mutating func money(_ name: String) throws -> Money? {
        guard let amount = number(name) else { return nil }
        let currency = try form.text(name + "-currency").uppercased()
        return Money(amount: amount, currency: currency.isEmpty ? "USD" : currency)
    }

    mutating func choices<Item>(_ name: String, _ make: (String) -> Item?) -> [Item] {
        form.all(name).filter { !$0.isEmpty }.compactMap { value in
            let item = make(value)
            if item == nil { wrong(name, .notAChoice) }
            return item
        }
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

    /// Country names in any of the six languages, or codes, one on each line.
    mutating func countries(_ name: String) throws -> [CountryCode] {
        var countries: [CountryCode] = []
        for line in lines(of: try form.text(name)) {
            guard let country = CountryCode(line) ?? Vocabulary.standard.country(named: line) else {
                wrong(name, .unknown)
                continue
            }
            if !countries.contains(country) { countries.append(country) }
        }
        return countries
    }

    mutating func coverage(_ name: String) throws -> Coverage {
        if form.typed(name) != "countries" { return .everywhere }
        return .countries(Set(try countries(name + "-countries")))
    }

    /// `Title https://…` or the address alone, one on each line.
    mutating func links(_ name: String) throws -> [Cooperation.Link] {
        lines(of: try form.text(name)).map { line in
            guard let blank = line.lastIndex(where: \.isWhitespace) else {
                return Cooperation.Link(title: "", address: line)
            }
            return Cooperation.Link(
                title: String(line[..<blank]).trimmingBlanks, address: String(line[blank...]).trimmingBlanks)
        }
    }

    private func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }
}
