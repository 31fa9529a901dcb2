extension Need {
    public func problems() -> [Problem] {
        var check = Check()
        check.text(statement, "statement", upTo: 3000)
        check.optionalText(purpose, "purpose", upTo: 3000)
        check.optionalText(causes, "causes", upTo: 3000)
        check.optionalText(remedy, "remedy", upTo: 3000)
        check.count(conventions, "conventions", 0...RioConvention.allCases.count)
        check.count(subjects, "subjects", 0...10)
        check.count(targets, "targets", 0...23)
        check.count(assistance, "assistance", 0...6)
        check.count(holders, "holders", 0...12)
        check.number(year, "year", Self.years)
        check.optionalText(source, "source", upTo: 500)
        check.count(passages, "passages", 0...100)
        for (index, passage) in passages.enumerated() { passage.check(&check, "passages.\(index)") }
        return check.problems
    }

    /// From the year of Rio on.
    public static let years = 1992...2200

    /// What the template asks for beside what must be there: whether somebody could act on it as it is said.
    public func problemsOfTemplate() -> [Problem] {
        var check = Check()
        check.present(level, "level")
        check.present(priority, "priority")
        check.count(conventions, "conventions", 1...RioConvention.allCases.count)
        check.text(causes, "causes", upTo: 3000)
        check.count(assistance, "assistance", 1...6)
        let here = problems()
        return here + check.problems.filter { problem in !here.contains { $0.field == problem.field } }
    }
}
