internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// How long the focal point of each country has, and which days count: set by an administrator or by herself.
enum DeadlinePages {
    static func add(to routes: Routes) {
        routes.get(.deadlines) { _, _, visit, desk in list(try await desk.rules(for: visit.viewer), visit) }
        routes.get(.countryRule) { _, context, visit, desk in
            try await page(try context.pathParameter("id") { CountryCode($0.uppercased()) }, visit, desk, nil)
        }
        routes.post(.countryRule) { form, context, visit, desk in
            let code = try context.pathParameter("id") { CountryCode($0.uppercased()) }
            do {
                var problems: [Problem] = []
                let rule = rule(of: code, form, &problems)
                guard problems.isEmpty else { throw DeskError.invalid(problems) }
                try await desk.set(rule, by: visit.viewer, once: form.key)
            } catch let error as DeskError {
                if case .invalid(let problems) = error {
                    var answer = try await page(code, visit, desk, Attempt(.countryRule, form, problems, visit.words))
                    answer.status = .unprocessableContent
                    return answer
                }
                guard case .alreadyDone = error else { throw error }
            }
            return try visit.seeOther(.country(code, .countryRule), done: Done.ruleSet.rawValue)
        }
    }

    private static func rule(of code: CountryCode, _ form: Form, _ problems: inout [Problem]) -> NonObjectionRule {
        let days = form.number("workingDays", &problems)
        if days == nil, problems.isEmpty { problems.append(Problem(field: "workingDays", code: .missing)) }
        var holidays: [CalendarDay] = []
        for line in form.typed("holidays").split(whereSeparator: {
            $0.isWhitespace || $0 == "," || $0 == "،" || $0 == "，"
        }) {
            if let day = CalendarDay(String(line)) {
                holidays.append(day)
            } else if !problems.contains(where: { $0.field == "holidays" }) {
                problems.append(Problem(field: "holidays", code: .notADay))
            }
        }
        return NonObjectionRule(
            country: code, workingDays: days ?? 0,
            weekend: Set(form.all("weekend").compactMap(Weekday.init(rawValue:))), holidays: holidays.sorted())
    }

    private static func list(_ rules: [NonObjectionRule], _ visit: Visit) -> Response {
        let words = visit.words
        let known = Dictionary(rules.map { ($0.country, $0) }) { $1 }
        let countries = words.sorted(Vocabulary.standard.countries.filter(\.isParty)) { $0.name(in: visit.language) }
        let table = DataTable(
            caption: words("admin.deadlines-caption"),
            columns: [
                .init(title: words("common.country")), .init(title: words("admin.working-days"), isNumber: true),
                .init(title: words("admin.weekend")), .init(title: words("admin.holidays"), isNumber: true),
            ],
            rows: countries.map { country in
                let rule = known[country.code] ?? .standard(country.code)
                return [
                    """
                    \(visit.link(country.name(in: visit.language), .country(country.code, .countryRule)).html())\
                    \(if: known[country.code] != nil, " " + Tag(text: words("admin.own-rule"), tone: .strong).html())
                    """,
                    HTML(text: words.number(rule.workingDays)),
                    HTML(text: words.list(Weekday.allCases.filter(rule.weekend.contains).map { visit.weekday($0) })),
                    HTML(text: words.number(rule.holidays.count)),
                ]
            })
        return visit.administration(.deadlines, "<p class=\"lead\">\(words("admin.deadlines-lead"))</p>\(table.html())")
    }

    private static func page(
        _ code: CountryCode, _ visit: Visit, _ desk: Desk, _ attempt: Attempt?
    ) async throws -> Response {
        guard visit.viewer.may(.setNonObjectionRule, country: code) else {
            throw visit.viewer.isSignedIn ? DeskError.refused(Deed.setNonObjectionRule.rawValue) : .signInFirst
        }
        let words = visit.words
        let rule = try await desk.rule(of: code)
        let title = words("admin.deadline-of", ["country": visit.name(code)])
        let weekend = attempt.map { Set($0.form.all("weekend")) } ?? Set(rule.weekend.map(\.rawValue))
        let form: HTML = """
            \(visit.field("workingDays", words("admin.working-days"), attempt, hint: words("admin.working-days-hint"))
                .text(Attempt.typed(attempt, "workingDays", or: String(rule.workingDays)), kind: .number, isShort: true))
            \(visit.field("weekend", words("admin.weekend"), attempt)
                .checkboxes(Weekday.allCases.map { Choice(value: $0.rawValue, label: visit.weekday($0)) }, chosen: weekend))
            \(visit.field("holidays", words("admin.holidays"), attempt, hint: words("admin.holidays-hint"), isOptional: true)
                .area(Attempt.typed(attempt, "holidays", or: rule.holidays.map(\.description).joined(separator: "\n")), lines: 8))
            \(buttons(submitButton(words("person.save"), .act), visit.link(visit.name(code), .country(code)).button()))
            """
        return visit.page(
            title, at: .country(code, .countryRule),
            """
            <h1>\(title)</h1><p class="lead">\(words("admin.deadline-lead"))</p>\(attempt?.summary(words))
            \(visit.form(to: .country(code, .countryRule), form))
            """)
    }
}

extension Visit {
    func weekday(_ day: Weekday) -> String { words(MessageKey("admin.day-\(day.rawValue)")) }
}
