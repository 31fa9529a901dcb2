internal import Localisation
internal import Vocabulary
internal import WebSupport

/// All themes in their groups, each with how many records stand under it.
struct ThemeList {
    let visit: Visit
    let counts: [SubjectID: Int]

    func html() -> HTML {
        """
        <h1>\(visit.words("topic.themes"))</h1>
        <p class="lead">\(visit.words("topic.themes-lead"))</p>
        \(SubjectGroup.allCases.map(group))
        """
    }

    private func group(_ group: SubjectGroup) -> HTML {
        let subjects = visit.words.sorted(group.subjects) { $0.label(in: visit.language) }
        return """
            <section><h2>\(group.label(in: visit.language))</h2><ul class="places">\(subjects.map { subject in
                visit.counted(subject.label(in: visit.language), .theme(subject.id), counts[subject.id])
            })</ul></section>
            """
    }
}

/// The targets of the Kunming-Montreal framework with how many records stand under each, and the Aichi targets before them.
struct TargetList {
    let visit: Visit
    let counts: [FrameworkTarget: Int]

    func html() -> HTML {
        """
        <h1>\(visit.words("topic.targets"))</h1>
        <p class="lead">\(visit.words("topic.targets-lead"))</p>
        <section><h2>\(visit.words("topic.framework"))</h2><ul class="register short">\(FrameworkTarget.allCases.map { target in
            visit.counted(visit.name(of: target), .target(target), counts[target])
        })</ul></section>
        <section><h2>\(visit.words("topic.aichi"))</h2><p>\(visit.words("topic.aichi-body"))</p>
        <ul class="register short">\(AichiTarget.allCases.map { target in
            visit.counted(visit.name(of: target), .target(target), nil)
        })</ul></section>
        """
    }
}

extension Visit {
    /// A line of a list with how many records stand under it; nothing is said of none.
    func counted(_ name: String, _ path: SitePath, _ count: Int?) -> HTML {
        """
        <li>\(link(name, path).html())\
        \(count.map { "<b class=\"small\">\(words("record.count", count: $0))</b>" as HTML })</li>
        """
    }

    /// A target of the former framework with its number.
    func name(of target: AichiTarget) -> String {
        words("request.target", ["number": words.number(target.number), "name": target.label(in: language)])
    }
}
