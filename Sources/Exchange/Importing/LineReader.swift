import Cooperation
import Sheets
import TextAnalysis
import Vocabulary

/// Reads the fields of one line and gathers what is to be said about it.
struct LineReader {
    let line: RawTable.Line
    private let columns: Columns
    private let spoken: Language?
    private(set) var remarks: [Remark] = []

    /// Which column has which field.
    struct Columns {
        let header: [String]
        let places: [FieldName: Int]

        init(_ header: [String]) {
            self.header = header
            var places: [FieldName: Int] = [:]
            for (place, name) in header.enumerated() {
                if let field = ColumnNames.field(name), places[field] == nil { places[field] = place }
            }
            self.places = places
        }

        func has(_ field: String) -> Bool { places.keys.contains { $0.field == field } }

        /// The column of a field, whatever its language.
        func place(_ field: String) -> Int? {
            places[FieldName(field: field, language: nil)]
                ?? places.filter { $0.key.field == field }.map(\.value).min()
        }
    }

    /// No cell may hold more than this: what is longer is no answer to any question here.
    static let longestCell = 20_000
    /// The building blocks of a practice share one cell.
    static let longestCellOfBlocks = 100_000

    /// - Parameter language: of texts whose column does not say; nil: guessed from each.
    init(_ line: RawTable.Line, _ columns: Columns, language: Language?) {
        self.line = line
        self.columns = columns
        spoken = language
        for reason in line.reasons {
            if reason == .unclosedQuote { refuse("", reason) } else { note("", reason) }
        }
        let extra = line.cells.dropFirst(columns.header.count).count { !$0.trimmingBlanks.isEmpty }
        if extra > 0 { refuse("", .tooManyCells(extra)) }
        let blocks = Set(columns.places.filter { $0.key.field == "blocks" }.map(\.value))
        for (place, cell) in line.cells.enumerated() {
            let limit = blocks.contains(place) ? Self.longestCellOfBlocks : Self.longestCell
            let count = cell.unicodeScalars.count
            guard count > limit else { continue }
            let figures = ["limit": limit, "count": count]
            add(place < columns.header.count ? place : nil, .refused, .problem(.tooLong, figures: figures))
        }
    }

    var isRefused: Bool { remarks.contains { $0.weight == .refused } }

    // MARK: Remarks

    mutating func refuse(_ field: String, _ reason: Reason) { add(columns.place(field), .refused, reason) }

    mutating func note(_ field: String, _ reason: Reason) { add(columns.place(field), .noted, reason) }

    /// Problems of the record itself, each at the column of its field.
    mutating func refuse(_ problems: [Problem]) {
        for problem in problems {
            let field = problem.field.split(separator: ".").first.map(String.init) ?? ""
            refuse(Self.columnOfField[field] ?? field, .problem(problem.code, figures: problem.figures))
        }
    }

    private static let columnOfField = ["upTo": "amount"]

    private mutating func add(_ place: Int?, _ weight: Remark.Weight, _ reason: Reason) {
        let cell = place.map { CellName(column: $0 + 1, row: line.number).description } ?? ""
        let column = place.map { columns.header[$0] } ?? ""
        let remark = Remark(line: line.number, column: column, cell: cell, weight: weight, reason: reason)
        if !remarks.contains(remark) { remarks.append(remark) }
    }

    // MARK: Fields

    /// Whether the table has a column of that field.
    func has(_ field: String) -> Bool { columns.has(field) }

    func text(_ field: String) -> String {
        guard let place = columns.place(field) else { return "" }
        return cell(place)
    }

    private func cell(_ place: Int) -> String {
        guard place < line.cells.count else { return "" }
        var text = Self.tidied(line.cells[place])
        // Our own files guard texts that look like formulas.
        if text.hasPrefix("'"), CommaSeparatedWriter.isFormula(String(text.dropFirst())) { text.removeFirst() }
        return text
    }

    /// Without control characters and blanks around; what only means nothing is nothing.
    private static func tidied(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        let plain = String(String.UnicodeScalarView(kept)).trimmingBlanks
        return ["-", "–", "n/a", "N/A", "null", "NULL", "#N/A"].contains(plain) ? "" : plain
    }

    func texts(_ field: String) -> LocalizedText {
        var text = LocalizedText()
        for language in Language.allCases {
            if let place = columns.places[FieldName(field: field, language: language)] {
                text.set(cell(place), in: language)
            }
        }
        guard let place = columns.places[FieldName(field: field, language: nil)] else { return text }
        let plain = cell(place)
        guard !plain.isEmpty else { return text }
        let language = spoken ?? Self.guess(plain)
        if text[language] == nil { text.set(plain, in: language) }
        return text
    }

    private static func guess(_ text: String) -> Language {
        let guess = LanguageGuess(text)
        return guess.confidence >= 0.8 ? guess.language ?? .english : .english
    }

    func list(_ field: String) -> [String] { Self.divided(text(field), at: ";|\n") }

    private static func divided(_ text: String, at signs: String) -> [String] {
        text.split { signs.contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// A code or name of a closed list; what is not on it is refused, or dropped with a note.
    mutating func choice<Value>(
        _ field: String, _ lookup: Lookup<Value>, isNeeded: Bool = false
    ) -> Value? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        if let value = lookup.value(text) { return value }
        say(field, text, lookup, isNeeded)
        return nil
    }

    mutating func choices<Value>(
        _ field: String, _ lookup: Lookup<Value>, isNeeded: Bool = false
    ) -> [Value] {
        let whole = text(field)
        if let value = lookup.value(whole) { return [value] }
        var values: [Value] = []
        // Names of themes have commas in them; lists of codes may be divided by commas.
        for item in list(field) {
            if let value = lookup.value(item) {
                if !values.contains(value) { values.append(value) }
                continue
            }
            let parts = Self.divided(item, at: ",")
            for part in parts.count > 1 ? parts : [item] {
                guard let value = lookup.value(part) else {
                    say(field, part, lookup, isNeeded)
                    continue
                }
                if !values.contains(value) { values.append(value) }
            }
        }
        return values
    }

    private mutating func say<Value>(
        _ field: String, _ text: String, _ lookup: Lookup<Value>, _ isNeeded: Bool
    ) {
        let shown = String(text.prefix(80))
        let near = lookup.nearest(text)
        let reason: Reason =
            if let countries = near as? [CountryCode] {
                .unknownCountry(shown, suggestions: countries)
            } else {
                .unknownChoice(shown, suggestions: near.map(lookup.code))
            }
        if isNeeded { refuse(field, reason) } else { note(field, reason) }
    }

    mutating func country(_ field: String) -> CountryCode? { choice(field, Lookups.countries, isNeeded: true) }

    mutating func coverage(_ field: String) -> Coverage {
        let text = text(field)
        let everywhere = ["", "everywhere", "all", "all countries", "global", "worldwide", "monde entier", "mundial"]
        if everywhere.contains(text.lowercased()) { return .everywhere }
        return .countries(Set(choices(field, Lookups.countries, isNeeded: true)))
    }

    mutating func links(_ field: String) -> [Link] {
        Self.divided(text(field), at: ";| \n\t").map { address in
            let isWhole = address.lowercased().hasPrefix("http://") || address.lowercased().hasPrefix("https://")
            return Link(title: "", address: isWhole ? address : "https://" + address)
        }
    }

    mutating func ror() -> RORIdentifier? {
        let text = text("ror")
        guard !text.isEmpty else { return nil }
        if let ror = RORIdentifier(text) { return ror }
        let hasForm =
            RORIdentifier.checkDigits(of: text.lowercased().split(separator: "/").last.map(String.init) ?? "") != nil
        refuse("ror", hasForm ? .wrongCheckDigits(String(text.prefix(80))) : .notAnIdentifier(String(text.prefix(80))))
        return nil
    }

    mutating func orcid() -> ORCIDIdentifier? {
        let text = text("orcid")
        guard !text.isEmpty else { return nil }
        if let orcid = ORCIDIdentifier(text) { return orcid }
        let digits = text.utf8.count { (48...57).contains($0) }
        refuse(
            "orcid",
            digits >= 15 ? .wrongCheckDigits(String(text.prefix(80))) : .notAnIdentifier(String(text.prefix(80))))
        return nil
    }

    mutating func doi() -> DOI? {
        let text = text("doi")
        guard !text.isEmpty else { return nil }
        if let doi = DOI(text) { return doi }
        refuse("doi", .notAnIdentifier(String(text.prefix(80))))
        return nil
    }

    mutating func day(_ field: String) -> CalendarDay? {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        if let day = CalendarDay(String(text.prefix(10))) { return day }
        refuse(field, .problem(.notADay, figures: [:]))
        return nil
    }

    /// Digits with blanks or apostrophes between them; commas and points mean different things to different people.
    mutating func number(_ field: String) -> Int? {
        let text = text(field).filter { !$0.isWhitespace && $0 != "'" && $0 != "\u{2019}" }
        guard !text.isEmpty else { return nil }
        if let number = Int(text) { return number }
        refuse(field, .problem(.notANumber, figures: [:]))
        return nil
    }

    mutating func money(_ field: String) -> Money? {
        number(field).map { amount in
            let currency = text("currency").uppercased()
            return Money(amount: amount, currency: currency.isEmpty ? "USD" : currency)
        }
    }

    mutating func named<Value: RawRepresentable & CaseIterable>(_ field: String, _: Value.Type) -> Value?
    where Value.RawValue == String {
        let text = text(field)
        guard !text.isEmpty else { return nil }
        if let value = Value.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) { return value }
        refuse(field, .unknownChoice(String(text.prefix(80)), suggestions: Value.allCases.map(\.rawValue)))
        return nil
    }
}
