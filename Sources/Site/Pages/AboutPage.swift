internal import Cooperation
internal import Localisation
internal import Matching
internal import Vocabulary
internal import WebSupport

/// What can be expected before anybody makes an effort: what is done here and what is not, how long each step may take,
/// whether there is money, who decides by which criteria, who sees what, and what the words mean.
enum AboutPage {
    static func add(to routes: Routes) {
        routes.get(.about) { _, _, visit, _ in
            visit.page(
                visit.words("about.title"), at: SitePath(.about), summary: visit.words("about.lead"),
                AboutView(visit: visit).html())
        }
    }
}

struct AboutView {
    let visit: Visit

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words("about.title"))</h1>
        <p class="lead">\(words("about.lead"))</p>
        \(section("about.does", [words("about.does-body")]))
        \(section("about.does-not", [words("about.does-not-body")]))
        \(section("about.money", [words("about.money-body")]))
        \(section("about.window", window))
        <section id="how-long"><h2>\(words("about.how-long"))</h2><p>\(words("about.how-long-body"))</p>\(levels)</section>
        <section id="criteria"><h2>\(words("about.criteria"))</h2><p>\(words("about.criteria-body"))</p>
        \(criteria)<p>\(words("about.decision"))</p>
        <h3>\(words("about.quality"))</h3><p>\(words("about.quality-body"))</p>\(measures)
        <h3>\(words("about.first"))</h3><p>\(words("about.first-body"))</p>\(priorities)</section>
        <section id="partners"><h2>\(words("about.partners"))</h2><p>\(words("about.partners-body"))</p>
        <ol>\(Circle.allCases.map { "<li>\($0.labels[visit.language])</li>" as HTML })</ol>
        <p>\(words("about.points-body"))</p>\(points)<p>\(words("about.people-decide"))</p></section>
        <section id="entry"><h2>\(words("about.entry"))</h2><p>\(words("about.entry-body"))</p>
        <p>\(visit.link(words("upkeep.reviews"), SitePath(.reviews)).html())</p></section>
        \(section("about.who-sees", [words("about.who-sees-public"), words("about.who-sees-request"), words("about.who-sees-people")]))
        <section id="words"><h2>\(words("about.words"))</h2>\(definitions)</section>
        """
    }

    private func section(_ title: MessageKey, _ paragraphs: [String]) -> HTML {
        "<section><h2>\(words(title))</h2>\(paragraphs.map { "<p>\($0)</p>" })</section>"
    }

    private var window: [String] {
        [
            words("about.window-body", count: NonObjectionRule.standardDays), words("about.window-silence"),
            words("about.window-after"),
        ]
    }

    /// The service levels, in the order of a request's way.
    private var levels: HTML {
        let rows: [(String, String, String)] = [
            (
                words("about.step-position"), has(.focalPoint),
                words("about.working-days", count: NonObjectionRule.standardDays)
            ),
            (
                words("about.step-triage"), has(.helpDesk),
                words("about.working-days", count: ServiceLevel.triage)
            ),
            (
                words("about.step-introduce"), has(.helpDesk),
                words("about.working-days", count: ServiceLevel.introduce)
            ),
            (
                words("about.step-reply"), has(.bothSides),
                words("about.working-days", count: ServiceLevel.reply)
            ),
            (words("about.step-plan"), has(.partners), words("about.days", count: ServiceLevel.plan)),
            (words("about.step-fund"), has(.partners), words("about.days", count: ServiceLevel.fund)),
            (
                words("about.step-report"), has(.partners),
                words("about.days", count: ServiceLevel.progress)
            ),
            (words("about.step-close"), has(.requester), words("about.days", count: ServiceLevel.close)),
        ]
        return DataTable(
            caption: words("about.levels"),
            columns: [
                .init(title: words("about.step")), .init(title: words("about.who")),
                .init(title: words("about.at-most")),
            ], rows: rows.map { [HTML(text: $0.0), HTML(text: $0.1), HTML(text: $0.2)] }
        ).html()
    }

    private func has(_ party: Expectation.Party) -> String { words(MessageKey("state.has-\(party.rawValue)")) }

    private var criteria: HTML {
        """
        <ol>\(Assessment.Criterion.allCases.map { criterion in
            "<li>\(words(MessageKey("about.criterion-\(criterion.rawValue)")))</li>" as HTML
        })</ol>
        """
    }

    private var measures: HTML {
        facts(
            Assessment.Measure.allCases.map { measure in
                (
                    words(MessageKey("casework.measure-\(measure.rawValue)")),
                    HTML(text: words(MessageKey("casework.measure-\(measure.rawValue)-hint")))
                )
            })
    }

    private var priorities: HTML {
        """
        <ul>\(Priority.allCases.map { priority in
            "<li>\(words(MessageKey("casework.priority-\(priority.rawValue)")))</li>" as HTML
        })</ul>
        """
    }

    /// The most that each part of a score counts, as the program counts it now.
    private var points: HTML {
        let parts = PartName.allCases.compactMap { part in most(part).map { (part, $0) } }.sorted { $1.1 < $0.1 }
        return DataTable(
            caption: words("about.points"),
            columns: [.init(title: words("about.part")), .init(title: words("about.at-most"), isNumber: true)],
            rows: parts.map { part, most in
                [
                    HTML(text: words(MessageKey("about.part-\(part.rawValue)"))),
                    HTML(text: words.number(most, digits: 1)),
                ]
            }
        ).html()
    }

    /// Nil for what is only taken away.
    private func most(_ part: PartName) -> Double? {
        let weights = Weights.standard
        switch part {
        case .words: return weights.words
        case .concepts: return weights.concepts
        case .meaning: return weights.meaning
        case .subjects: return weights.subjects
        case .targets: return weights.targets
        case .assistance: return weights.assistance
        case .geography: return (weights.circles.max() ?? 0) + weights.namesCountry
        case .language: return weights.language
        case .experience: return weights.experience
        case .trackRecord: return weights.trackRecord
        case .responsiveness: return weights.responsiveness
        case .capacity: return weights.capacity
        case .freshness: return weights.freshness
        case .exposure: return weights.exposure
        case .missing: return nil
        }
    }

    private var definitions: HTML { visit.definitions }
}

extension Visit {
    /// What "need" and "technology" mean everywhere on this site, and where that comes from.
    var definitions: HTML {
        facts(
            Definition.allCases.map { definition in
                (
                    words(MessageKey("about.word-\(definition.rawValue)")),
                    """
                    \(definition.texts[language])\
                    <span class="small quiet" lang="en" dir="ltr"> \(definition.source)</span>
                    """
                )
            })
    }
}
