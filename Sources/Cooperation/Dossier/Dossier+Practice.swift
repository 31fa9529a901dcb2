extension Dossier {
    /// Whether it came to an end by which somebody was helped.
    public var hasWorked: Bool {
        closings.last.map { [.fulfilled, .partlyFulfilled].contains($0.body.outcome) } ?? false
    }

    /// The practice as the papers tell it, to be gone over (P2): the problem from the request, what was done from the plan or
    /// the answer, what came of it from the last report and the end, and what did not work.
    public func begunPractice(ending text: LocalizedText? = nil) -> Practice {
        let asked = request.body
        var practice = Practice.empty
        practice.title = asked.title
        practice.problem = asked.problem
        practice.whatWasDone = plans.last?.body.text ?? answers.last?.body.text ?? LocalizedText()
        practice.results = [reports.last?.body.text, text ?? closings.last?.body.text].compactMap(\.self).joined()
        practice.whatDidNotWork =
            reports.last { !$0.body.whatDidNotWork.isEmpty }?.body.whatDidNotWork ?? LocalizedText()
        practice.organisations = [asked.organisation]
        practice.countries = [asked.country]
        practice.subjects = Array(asked.subjects.prefix(3))
        practice.targets = asked.targets
        practice.assistance = asked.assistance.map(\.type)
        practice.request = id
        return practice
    }
}

extension [LocalizedText] {
    /// One below the other in each language; a version is only as original as the least original of its parts.
    fileprivate func joined() -> LocalizedText {
        var all = LocalizedText()
        for text in self {
            for (language, version) in text.versions {
                let before = all.versions[language]
                let words = [before?.text, version.text].compactMap(\.self).joined(separator: "\n\n")
                let isWritten = version.origin == .written && (before?.origin ?? .written) == .written
                let origin =
                    isWritten ? .written : version.origin == .written ? before?.origin ?? .written : version.origin
                all.set(words, in: language, origin: origin)
            }
        }
        return all
    }
}
