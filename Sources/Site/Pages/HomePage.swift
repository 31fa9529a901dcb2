internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The first page: one sentence, three ways to go on, live figures, who helps whom, three bright spots.
enum HomePage {
    static func add(to routes: Routes) {
        routes.get(.home) { _, _, visit, desk in
            let view = HomeView(
                visit: visit, figures: try await desk.figures(),
                bright: try await desk.brightSpots(),
                practices: try await desk.records(Practice.self, RecordFilter(), limit: 3).items)
            return visit.page(
                visit.words("home.title"), at: SitePath(.home), summary: visit.words("home.lead"), view.html())
        }
    }
}

struct HomeView {
    let visit: Visit
    let figures: PublicFigures
    /// Chosen by editors; where there are none, the newest practices stand there.
    let bright: [(spot: Filed<BrightSpot>, practice: Filed<Practice>)]
    let practices: [Filed<Practice>]

    func html() -> HTML {
        let words = visit.words
        return """
            <h1>\(words("home.title"))</h1>
            <p class="lead">\(words("home.lead"))</p>
            \(cards([
                Card(link: visit.link(words("home.need-help"), SitePath(.newRequest)), body: words("home.need-help-body"),
                    isNextStep: true, level: .second),
                Card(link: visit.link(words("home.can-help"), SitePath(.requests)), body: words("home.can-help-body"),
                    level: .second),
                Card(link: visit.link(words("home.look"), SitePath(.search)), body: words("home.look-body"), level: .second),
            ]))
            <section aria-labelledby="live"><h2 id="live">\(words("home.live"))</h2><div class="trio">
            \(figure(words.number(figures.open), words("home.open", count: figures.open)))
            \(figure(words.number(figures.answered), words("home.answered", count: figures.answered)))
            \(figures.medianDays.map { figure(words.number($0), words("home.median-days", count: $0)) })
            </div></section>
            \(map)
            \(if: !bright.isEmpty, spots, else: newest)
            \(fold(words("home.words"), visit.definitions
                + "<p>\(visit.link(words("home.expect"), SitePath(.about)).html())</p>"))
            """
    }

    private var map: HTML {
        TileMap(
            words: visit.words, caption: visit.words("home.map"), valueTitle: visit.words("home.map-value"),
            tiles: Vocabulary.standard.countries.map { country in
                TileMap.Tile(
                    code: country.code.description, name: country.name(in: visit.language), column: country.tile.column,
                    row: country.tile.row, value: figures.byCountry[country.code] ?? 0,
                    address: visit.address(.country(country.code)))
            }, thresholds: [1, 2, 4]
        ).html()
    }

    private var spots: HTML {
        """
        <section aria-labelledby="bright"><h2 id="bright">\(visit.words("bright.title"))</h2>
        \(register(bright.map { spot, practice in
            let result = practice.body.figures.first
            return RegisterRow(
                title: visit.text(practice.body.title), address: visit.address(.practice(practice.id)),
                summary: visit.text(spot.body.reason),
                facts: practice.body.countries.prefix(3).map { visit.name($0) },
                below: result.map { PracticeStory.figure($0, visit) } ?? HTML())
        }))
        <p>\(visit.link(visit.words("bright.all"), SitePath(.brightSpots)).html()) \
        \(visit.link(visit.words("practice.every"), SitePath(.practices)).html())</p></section>
        """
    }

    private var newest: HTML {
        let rows = practices.map { practice in
            RegisterRow(
                title: visit.text(practice.body.title), address: visit.address(.practice(practice.id)),
                summary: visit.text(practice.body.summary))
        }
        guard !rows.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="bright"><h2 id="bright">\(visit.words("home.bright"))</h2>\(register(rows))</section>
            """
    }
}
