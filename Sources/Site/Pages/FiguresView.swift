internal import Catalogue
internal import Cooperation
internal import Foundation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The figures everybody may see: where the requests stand, how they came in, how long they took, who helped whom.
struct FiguresView {
    let visit: Visit
    let figures: PublicFigures
    let progress: ProgressFigures

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words("figures.title"))</h1>
        <p class="lead">\(words("figures.lead"))</p>
        \(if: figures.total == 0, nothing, else: requests)
        \(library)
        <section><h2>\(words("figures.how"))</h2><p>\(words("figures.how-body"))</p>
        \(buttons(visit.link(words("figures.file"), SitePath(.figuresFile)).button()))</section>
        """
    }

    private var nothing: HTML {
        EmptyState(title: words("figures.none"), body: words("figures.none-body")).html()
    }

    private var requests: HTML {
        """
        <div class="trio">
        \(figure(words.number(figures.total), words("figures.total", count: figures.total)))
        \(figure(words.percent(share(figures.answered, of: figures.total)), words("figures.answered-share")))
        \(figures.medianDays.map { figure(words.number($0), words("home.median-days", count: $0)) })
        </div>
        <section><h2>\(words("figures.states"))</h2>\(bars(states))</section>
        \(if: !outcomes.rows.isEmpty, "<section><h2>\(words("figures.outcomes"))</h2>\(bars(outcomes))</section>")
        <section><h2>\(words("figures.word"))</h2>\(bars(word))</section>
        \(if: !months.isEmpty, "<section><h2>\(words("figures.months"))</h2>\(monthly)</section>")
        \(if: !paces.isEmpty, "<section><h2>\(words("figures.paces"))</h2>\(paceTable)</section>")
        <section><h2>\(words("figures.places"))</h2>\(bars(regions))\(bars(groups))</section>
        \(if: !progress.flows.isEmpty, "<section><h2>\(words("figures.flows"))</h2>\(flowTable)</section>")
        """
    }

    private var library: HTML {
        """
        <section><h2>\(words("figures.library"))</h2>\(bars(holdings))
        <p>\(words("handout.figure", count: figures.helpedByLibrary))</p></section>
        """
    }

    // MARK: Series

    /// Names with a number each, under a title.
    struct Series {
        let caption: String
        let nameTitle: String
        let rows: [(name: String, value: Int)]
    }

    var states: Series {
        let rows = State.allCases.compactMap { state in
            figures.byState[state].map { (name: visit.word(state), value: $0) }
        }
        return Series(caption: words("figures.states-caption"), nameTitle: words("figures.state"), rows: rows)
    }

    /// How those that came to an end did.
    var outcomes: Series {
        let closed = Closing.Outcome.allCases.compactMap { outcome in
            progress.outcomes[outcome].map {
                (name: words(MessageKey("request.outcome-\(outcome.rawValue)")), value: $0)
            }
        }
        let others = State.allCases.filter { $0.isEnd && $0 != .closed }.compactMap { state in
            figures.byState[state].map { (name: visit.word(state), value: $0) }
        }
        return Series(
            caption: words("figures.outcomes-caption"), nameTitle: words("figures.outcome"), rows: closed + others)
    }

    /// By which word of the country they passed.
    var word: Series {
        Series(
            caption: words("figures.word-caption"), nameTitle: words("figures.word"),
            rows: [(words("figures.endorsed"), progress.endorsed), (words("figures.silent"), progress.silent)])
    }

    var regions: Series {
        let rows = Region.allCases.map { region in
            (name: region.label(in: visit.language), value: count { $0.region == region })
        }
        return Series(caption: words("figures.regions-caption"), nameTitle: words("country.region"), rows: rows)
    }

    var groups: Series {
        let rows = CountryGroup.allCases.map { group in
            let members = group.members(on: visit.now)
            return (name: group.label(in: visit.language), value: count { members.contains($0.code) })
        }
        return Series(caption: words("figures.groups-caption"), nameTitle: words("country.groups"), rows: rows)
    }

    var holdings: Series {
        Series(
            caption: words("figures.library-caption"), nameTitle: words("figures.kind"),
            rows: [
                (words("provider.all"), figures.providers), (words("opportunity.all"), figures.opportunities),
                (words("practice.all"), figures.practices), (words("resource.all"), figures.resources),
                (words("hub.all"), figures.hubs),
            ])
    }

    /// The last twelve months up to this one, or fewer where the first request came later.
    var months: [ProgressFigures.Month] {
        guard let first = Set(progress.submitted.keys).union(progress.answered.keys).min() else { return [] }
        var months: [ProgressFigures.Month] = []
        var month = ProgressFigures.Month(year: visit.today.components.year, month: visit.today.components.month)
        while month >= first, months.count < 12 {
            months.append(month)
            month = month.before
        }
        return months.reversed()
    }

    /// Parts of the way with their medians.
    var paces: [(name: String, pace: ProgressFigures.Pace)] {
        let all: [(String, ProgressFigures.Pace?)] = [
            (words("figures.to-pass"), progress.toPass), (words("figures.to-answer"), progress.toAnswer),
            (words("figures.to-end"), progress.toEnd),
        ]
        return all.compactMap { name, pace in pace.map { (name, $0) } }
    }

    /// Who helped whom, by region; bodies of several countries stand for themselves.
    var flows: [(from: String, to: String, count: Int)] {
        var counts: [[String]: Int] = [:]
        for flow in progress.flows {
            let from = flow.from?.country.region.label(in: visit.language) ?? words("figures.several-countries")
            counts[[from, flow.to.country.region.label(in: visit.language)], default: 0] += flow.count
        }
        return counts.map { (from: $0.key[0], to: $0.key[1], count: $0.value) }
            .sorted { ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to) }
    }

    /// The share of help that came from one developing country to another; nil where nobody has helped yet.
    var southSouth: Double? {
        let all = progress.flows.reduce(0) { $0 + $1.count }
        guard all > 0 else { return nil }
        let south = progress.flows.filter { $0.from?.country.isDeveloping == true && $0.to.country.isDeveloping }
        return share(south.reduce(0) { $0 + $1.count }, of: all)
    }

    func date(_ month: ProgressFigures.Month) -> Date {
        CalendarDay(year: month.year, month: month.month, day: 1)?.start ?? visit.now
    }

    private func count(_ isMeant: (Country) -> Bool) -> Int {
        figures.byCountry.filter { isMeant($0.key.country) }.values.reduce(0, +)
    }

    private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    // MARK: Drawings

    private func bars(_ series: Series) -> HTML {
        BarTable(
            words: words, caption: series.caption, nameTitle: series.nameTitle, valueTitle: words("figures.number"),
            rows: series.rows.map { ($0.name, Double($0.value)) }
        ).html()
    }

    private var monthly: HTML {
        let series: [(String, [ProgressFigures.Month: Int])] = [
            (words("figures.submitted-caption"), progress.submitted),
            (words("figures.answered-caption"), progress.answered),
        ]
        return series.map { caption, counts in
            let chart = ColumnChart(
                words: words, caption: caption, nameTitle: words("figures.month"), valueTitle: words("figures.number"),
                columns: months.map { month in
                    let day = date(month)
                    return (words.shortMonth(day), words.month(day), Double(counts[month] ?? 0))
                })
            return "<div class=\"scrolls\">\(chart.html())</div>" as HTML
        }.joined()
    }

    private var paceTable: HTML {
        DataTable(
            caption: words("figures.paces-caption"),
            columns: [
                .init(title: words("figures.part")), .init(title: words("figures.median"), isNumber: true),
                .init(title: words("figures.counted"), isNumber: true),
            ],
            rows: paces.map { name, pace in
                [
                    HTML(text: name), HTML(text: words.number(pace.medianDays)), HTML(text: words.number(pace.count)),
                ]
            }
        ).html()
    }

    private var flowTable: HTML {
        let table = DataTable(
            caption: words("figures.flows-caption"),
            columns: [
                .init(title: words("figures.from")), .init(title: words("figures.to")),
                .init(title: words("figures.number"), isNumber: true),
            ], rows: flows.map { [HTML(text: $0.from), HTML(text: $0.to), HTML(text: words.number($0.count))] })
        return """
            \(southSouth.map { figure(words.percent($0), words("figures.south-south")) })
            \(table.html())
            """
    }
}

extension ProgressFigures.Month {
    fileprivate var before: Self {
        month == 1 ? Self(year: year - 1, month: 12) : Self(year: year, month: month - 1)
    }
}
