import Cooperation
import Sheets
import TextAnalysis
import Vocabulary

/// One line of the template, read cell by cell.
struct LineReader {
    let row: Workbook.Row
    let columns: [Int: TemplateColumn]
    /// That of the headings: for texts too short to tell.
    let language: Language
    private(set) var problems: [(column: Int, problem: Problem)] = []

    init(row: Workbook.Row, columns: [Int: TemplateColumn], language: Language) {
        self.row = row
        self.columns = columns
        self.language = language
    }

    mutating func need(country: CountryCode) -> Need {
        let lack: Need.Lack? = choice(.lack) { Need.Lack(rawValue: $0) }
        var need = Need(country: country, statement: text(.statement), lack: lack ?? .capacity)
        need.purpose = text(.purpose)
        need.causes = text(.causes)
        need.remedy = text(.remedy)
        need.heading = choice(.heading) { NeedHeading(rawValue: $0) }
        need.level = choice(.level) { Need.Level(rawValue: $0) }
        need.priority = choice(.priority) { Need.Priority(rawValue: $0) }
        need.conventions = conventions()
        need.subjects = choices(.subjects) { SubjectID($0) }
        need.targets = choices(.targets) { FrameworkTarget($0) }
        need.assistance = choices(.assistance) { AssistanceTypeID($0) }
        need.holders = choices(.holders) { BeneficiaryType(rawValue: $0) }
        need.year = year()
        need.due = day()
        need.source = place(.source).map { row.text($0) } ?? ""
        if lack == nil, place(.lack).map({ row.text($0).isEmpty }) ?? true { wrong(.lack, .missing) }
        for problem in need.problemsOfTemplate() { wrong(problem) }
        problems.sort { $0.column < $1.column }
        return need
    }

    private func places(_ field: TemplateColumn.Field) -> [Int] {
        columns.filter { $0.value.field == field }.sorted { $0.value.number < $1.value.number }.map(\.key)
    }

    private func place(_ field: TemplateColumn.Field) -> Int? { places(field).first }

    private mutating func wrong(_ field: TemplateColumn.Field, _ code: Problem.Code) {
        problems.append((place(field) ?? 1, Problem(field: field.rawValue, code: code)))
    }

    /// A problem of the paper, at the cell it is about; a cell that is wrong already is not named twice.
    private mutating func wrong(_ problem: Problem) {
        let name = problem.field.split(separator: ".").first.map(String.init) ?? problem.field
        let field = name == "conventions" ? .biodiversity : TemplateColumn.Field(rawValue: name) ?? .statement
        let column = place(field) ?? 1
        guard !problems.contains(where: { $0.column == column }) else { return }
        problems.append((column, problem))
    }

    private func text(_ field: TemplateColumn.Field) -> LocalizedText {
        guard let column = place(field) else { return LocalizedText() }
        let text = row.text(column)
        let guess = LanguageGuess(text)
        return LocalizedText(text, in: guess.confidence >= 0.8 ? guess.language ?? language : language)
    }

    private mutating func choices<Value: Hashable>(
        _ field: TemplateColumn.Field, _ make: (String) -> Value?
    ) -> [Value] {
        var values: [Value] = []
        for column in places(field) {
            let text = row.text(column)
            if text.isEmpty { continue }
            guard let value = TemplateChoices.codes[field]?[TemplateChoices.key(text)].flatMap(make) else {
                problems.append((column, Problem(field: field.rawValue, code: .notAChoice)))
                continue
            }
            if values.contains(value) {
                problems.append((column, Problem(field: field.rawValue, code: .taken)))
            } else {
                values.append(value)
            }
        }
        return values
    }

    private mutating func choice<Value: Hashable>(
        _ field: TemplateColumn.Field, _ make: (String) -> Value?
    ) -> Value? {
        choices(field, make).first
    }

    private mutating func conventions() -> [RioConvention] {
        let fields: [(TemplateColumn.Field, RioConvention)] = [
            (.biodiversity, .biodiversity), (.climate, .climate), (.desertification, .desertification),
        ]
        return fields.filter { field, _ in choice(field) { $0 == "true" } == true }.map(\.1)
    }

    private mutating func year() -> Int? {
        guard let column = place(.year), !row.text(column).isEmpty else { return nil }
        // A day stands for its year.
        guard let year = Int(row.text(column).prefix(4)) else {
            wrong(.year, .notANumber)
            return nil
        }
        return year
    }

    private mutating func day() -> CalendarDay? {
        guard let column = place(.due), !row.text(column).isEmpty else { return nil }
        let text = row.text(column)
        // A year alone means its end.
        if let year = Int(text), let day = CalendarDay(year: year, month: 12, day: 31) { return day }
        guard let day = CalendarDay(String(text.prefix(10))) else {
            wrong(.due, .notADay)
            return nil
        }
        return day
    }
}
