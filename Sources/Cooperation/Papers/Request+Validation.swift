extension Request {
    /// A draft may be filed with gaps as long as nothing in it is too long or out of bounds: nothing typed is ever lost.
    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(title, "title", upTo: 250)
        check.optionalText(problem, "problem", upTo: 8000, words: 1000)
        check.count(assistance, "assistance", 0...3)
        for (index, wish) in assistance.enumerated() {
            check.optionalText(wish.how, "assistance.\(index).how", upTo: 2000, words: 200)
        }
        check.optionalText(priorities, "priorities", upTo: 4000, words: 400)
        check.count(subjects, "subjects", 0...5)
        check.count(targets, "targets", 0...23)
        check.count(otherCountries, "otherCountries", 0...60)
        check.order(starts, ends, "ends")
        check.optionalText(objectives, "objectives", upTo: 8000, words: 800)
        check.optionalText(results, "results", upTo: 8000, words: 800)
        check.optionalText(existingInitiatives, "existingInitiatives", upTo: 4000, words: 400)
        check.optionalText(sentElsewhere, "sentElsewhere", upTo: 4000, words: 400)
        check.optionalText(coFinancing, "coFinancing", upTo: 4000, words: 400)
        check.money(budget, "budget")
        check.count(languages, "languages", 0...20)
        if case .named(let readers) = visibility { check.count(readers, "visibility", 0...50) }
        check.links(links, "links")
        return check.problems
    }

    /// What is still missing before it may be submitted: the starred fields of the form.
    public func problemsOfSubmission() -> [Problem] {
        var check = Check()
        check.text(title, "title", upTo: 250)
        check.text(problem, "problem", upTo: 8000)
        check.count(assistance, "assistance", 1...3)
        check.text(priorities, "priorities", upTo: 4000)
        check.count(subjects, "subjects", 1...5)
        check.count(targets, "targets", 1...23)
        check.count(languages, "languages", 1...20)
        let here = problems()
        return here + check.problems.filter { problem in !here.contains { $0.field == problem.field } }
    }
}
