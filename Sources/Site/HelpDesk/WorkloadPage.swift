internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// How much work the help desk has, and how many people it needs.
enum WorkloadPage {
    static func add(to routes: Routes) {
        routes.get(.workload) { _, _, visit, desk in
            let view = WorkloadView(visit: visit, load: try await desk.workload(for: visit.viewer))
            return visit.page(visit.words("casework.workload"), at: SitePath(.workload), view.html())
        }
    }
}

struct WorkloadView {
    let visit: Visit
    let load: Workload

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [visit.link(words("desk.queue"), SitePath(.queue))]))
        <h1>\(words("casework.workload"))</h1>
        <p class="lead">\(words("casework.workload-lead"))</p>
        <section aria-labelledby="staff"><h2 id="staff">\(words("casework.forecast"))</h2>\(forecast)</section>
        <section aria-labelledby="officers"><h2 id="officers">\(words("casework.by-officer"))</h2>\(officers)</section>
        <section aria-labelledby="weeks"><h2 id="weeks">\(words("casework.by-week"))</h2>\(weeks)</section>
        """
    }

    private var forecast: HTML {
        let forecast = load.forecast
        guard forecast.weeks > 0 else { return "<p>\(words("casework.forecast-none"))</p>" }
        let year = forecast.requestsPerYear
        let posts = [year.least, year.likely, year.most].map {
            words.number(StaffForecast.officers(for: $0), digits: 1)
        }
        return """
            <div class="trio">\
            \(figure(words.number(year.likely, digits: 0), words("casework.requests-a-year")))\
            \(figure(posts[1], words("casework.officers-needed")))\
            \(figure("\(posts[0])–\(posts[2])", words("casework.officers-range")))</div>
            <p>\(words("casework.forecast-seen", count: forecast.weeks, ["arrivals": words.number(forecast.arrivals)]))</p>
            <p class="quiet">\(words("casework.forecast-formula", [
                "each": words.number(StaffForecast.requestsPerOfficer, digits: 1),
            ]))</p>
            """
    }

    private var officers: HTML {
        DataTable(
            caption: words("casework.by-officer-caption"),
            columns: [
                .init(title: words("casework.officer")), .init(title: words("casework.open"), isNumber: true),
                .init(title: words("casework.late"), isNumber: true),
            ],
            rows: load.loads.map { load in
                [
                    load.officer.map { "\(bdi: $0.name)" } ?? HTML(text: words("casework.nobodys")),
                    HTML(text: words.number(load.open)), HTML(text: words.number(load.late)),
                ]
            }
        ).html()
    }

    private var weeks: HTML {
        BarTable(
            words: words, caption: words("casework.by-week-caption"), nameTitle: words("casework.week-of"),
            valueTitle: words("casework.arrivals"),
            rows: load.weeks.reversed().map { (visit.day($0.monday), Double($0.count)) }
        ).html()
    }
}
